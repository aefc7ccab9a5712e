package dev.comptoir.crypto.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens bytes with AES-256-GCM (NIST SP 800-38D): unreadable without the key, and not to be changed or moved to
 * another place unnoticed. Costs about 2 µs for a receipt. Not thread-safe: one per call, because making it costs as much as one
 * sealing.
 */
public final class Sealer {
    /*
     * Form: one byte for the form itself, 12 random bytes, the encrypted bytes, 16 bytes of tag. Random nonces are safe for 2^32
     * messages under one key; a customer has a key of their own.
     */
    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** How many bytes longer than its content a seal is. */
    public static final int OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

    private final SecureRandom random;
    private final Cipher cipher;

    Sealer(SecureRandom random) {
        this.random = random;
        this.cipher = cipher();
    }

    /**
     * Seals bytes.
     *
     * @param place where they belong: the same is needed to open them
     */
    public byte[] seal(SecretKey key, byte[] place, byte[] content) {
        byte[] sealed = new byte[content.length + OVERHEAD_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        sealed[0] = FORM;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(place);
            cipher.doFinal(content, 0, content.length, sealed, 1 + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot encrypt with AES-256-GCM.", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws BrokenSealException if key or place are others, or a bit has changed
     */
    public byte[] open(SecretKey key, byte[] place, byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES || sealed[0] != FORM) {
            throw new BrokenSealException("These bytes are no seal of a known form.");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, sealed, 1, NONCE_BYTES));
            cipher.updateAAD(place);
            return cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("A seal is broken.", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no AES-GCM, which every one must have.", e);
        }
    }
}
