package dev.comptoir.onnx.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is known of a model file without opening it.
 *
 * @param sha256 in hexadecimal
 * @param namesOtherFiles whether some of its weights may lie in other files
 */
record ContentHash(String sha256, boolean namesOtherFiles) {
    /**
     * The key under which a tensor names its file: {@code StringStringEntryProto.key}, field 1, with its length. A weight that
     * holds these bytes by chance only keeps a model from being shared.
     */
    private static final byte[] LOCATION = "\n\blocation".getBytes(StandardCharsets.US_ASCII);

    static ContentHash of(InputStream stream) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        boolean found = false;
        int matched = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
            for (int i = 0; i < read && !found; i++) {
                // Its first byte occurs nowhere else in it, so a mismatch can only begin anew here.
                matched = buffer[i] == LOCATION[matched] ? matched + 1 : buffer[i] == LOCATION[0] ? 1 : 0;
                found = matched == LOCATION.length;
            }
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()), found);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
