package dev.comptoir.crypto.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over ids, each as its length in four bytes and its UTF-8 bytes. Not thread-safe. */
public final class IdsDigest {
    private final MessageDigest digest;

    public IdsDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    /** The next id, in the order of their bytes. */
    public void add(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    /** In hexadecimal; the next id begins anew. */
    public String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
