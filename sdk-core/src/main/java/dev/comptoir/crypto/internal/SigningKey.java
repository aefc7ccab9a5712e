package dev.comptoir.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** The pair of Ed25519 keys (RFC 8032) that a business signs its certificates with. Immutable and thread-safe. */
public final class SigningKey {
    private static final byte[] PLACE = "signing key".getBytes(StandardCharsets.UTF_8);

    private final PrivateKey privateKey;
    private final byte[] publicKey;
    private final byte[] sealed;

    private SigningKey(PrivateKey privateKey, byte[] publicKey, byte[] sealed) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.sealed = sealed;
    }

    /** A new pair. */
    public static SigningKey create(BusinessKeys keys) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] sealed =
                    keys.sealer().seal(keys.signing(), PLACE, pair.getPrivate().getEncoded());
            return new SigningKey(pair.getPrivate(), pair.getPublic().getEncoded(), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no Ed25519, which every one since 15 has.", e);
        }
    }

    /**
     * Reads a pair that was kept.
     *
     * @throws BrokenSealException if it was changed
     */
    public static SigningKey open(BusinessKeys keys, byte[] publicKey, byte[] sealed) {
        try {
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(keys.sealer().open(keys.signing(), PLACE, sealed)));
            return new SigningKey(privateKey, publicKey, sealed);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The signing key cannot be read.", e);
        }
    }

    /** As X.509 SubjectPublicKeyInfo: 44 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The private key, sealed: what is kept. */
    public byte[] sealed() {
        return sealed.clone();
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 cannot sign.", e);
        }
    }

    /** Whether a signature is of this message and this key; false also for what is no key or no signature. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
