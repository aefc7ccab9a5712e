package dev.comptoir.crypto.internal;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one business, all derived from one random secret, which is kept wrapped with the master key. Immutable and
 * thread-safe.
 */
public final class BusinessKeys {
    /*
     * Each use has a key of its own: HMAC-SHA-256 of its name under the secret (the expansion step of HKDF, RFC 5869, for
     * a secret that is random already). A customer's key is random and not derived: with its row it is gone for good.
     */
    private static final int SECRET_BYTES = 32;
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final byte[] wrapped;
    private final SecretKey bodies;
    private final SecretKey customers;
    private final SecretKey lookUps;
    private final SecretKey tombstones;
    private final SecretKey subjects;
    private final SecretKey snapshots;
    private final SecretKey audit;
    private final SecretKey auditChain;
    private final SecretKey signing;

    private BusinessKeys(byte[] secret, byte[] wrapped) {
        Mac mac = mac(new SecretKeySpec(secret, "HmacSHA256"));
        this.wrapped = wrapped.clone();
        this.bodies = derive(mac, "bodies", "AES");
        this.customers = derive(mac, "customers", "AES");
        this.lookUps = derive(mac, "look-ups", "HmacSHA256");
        this.tombstones = derive(mac, "tombstones", "HmacSHA256");
        this.subjects = derive(mac, "subjects", "HmacSHA256");
        this.snapshots = derive(mac, "snapshots", "AES");
        this.audit = derive(mac, "audit", "AES");
        this.auditChain = derive(mac, "audit chain", "HmacSHA256");
        this.signing = derive(mac, "signing", "AES");
    }

    /** The keys of a new business. */
    public static BusinessKeys create(MasterKey master) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new BusinessKeys(secret, master.wrap(secret));
    }

    /**
     * The keys of a business that exists.
     *
     * @param what what holds it, for the message: a file's name, or the business in a database
     * @throws StoreException if it was sealed under another master key
     */
    public static BusinessKeys open(MasterKey master, byte[] wrapped, String what) {
        try {
            return new BusinessKeys(master.unwrap(wrapped), wrapped);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    ErrorCode.STORE_KEY,
                    what + " cannot be opened with this master key. Maybe the key was replaced or belongs to another"
                            + " data directory, or its place in the store is damaged?",
                    e);
        }
    }

    /** The secret, wrapped: what is kept. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    public Sealer sealer() {
        return new Sealer(random);
    }

    /** For what is said by or about nobody known. */
    public SecretKey bodies() {
        return bodies;
    }

    /** For the keys of customers. */
    public SecretKey customers() {
        return customers;
    }

    public SecretKey snapshots() {
        return snapshots;
    }

    public SecretKey audit() {
        return audit;
    }

    public SecretKey auditChain() {
        return auditChain;
    }

    /** For the private key that signs certificates. */
    public SecretKey signing() {
        return signing;
    }

    /** Hashes that find a customer without telling who it is: 16 bytes. Not thread-safe. */
    public Hashes lookUps() {
        return new Hashes(mac(lookUps));
    }

    /** Hashes by which erased events are known again: 16 bytes. Not thread-safe. */
    public Hashes tombstones() {
        return new Hashes(mac(tombstones));
    }

    /** Hashes that stand for customers in the audit log: 16 bytes. Not thread-safe. */
    public Hashes subjects() {
        return new Hashes(mac(subjects));
    }

    /** A key for a new customer: 32 random bytes. */
    public byte[] newKey() {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        return key;
    }

    static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA-256, which every one must have.", e);
        }
    }

    private static SecretKey derive(Mac mac, String use, String algorithm) {
        return new SecretKeySpec(mac.doFinal(("comptoir 1 " + use).getBytes(StandardCharsets.UTF_8)), algorithm);
    }

    /** Keyed hashes of texts, one after the other. */
    public static final class Hashes {
        private final Mac mac;

        private Hashes(Mac mac) {
            this.mac = mac;
        }

        public byte[] of(String text) {
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
        }
    }
}
