package dev.comptoir.crypto.internal;

import dev.comptoir.crypto.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A master key in the memory of this process. Immutable and thread-safe. */
public final class LocalMasterKey implements MasterKey {
    /** The length of a key. */
    public static final int BYTES = 32;

    private static final byte[] PLACE = "comptoir business secret".getBytes(StandardCharsets.UTF_8);

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public LocalMasterKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    "The master key has " + key.length + " bytes, but must have " + BYTES + ".");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Bytes for a new key. */
    public static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public byte[] wrap(byte[] secret) {
        return new Sealer(random).seal(key, PLACE, secret);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            return new Sealer(random).open(key, PLACE, wrapped);
        } catch (BrokenSealException e) {
            throw new IllegalArgumentException("This was wrapped with another master key, or has been changed.", e);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "a master key in memory";
    }
}
