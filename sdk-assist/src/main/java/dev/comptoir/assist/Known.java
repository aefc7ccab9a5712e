package dev.comptoir.assist;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.retrieve.HybridRetriever;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One state of the knowledge with its index. Immutable.
 *
 * @param version a hash of all entries
 */
record Known(Knowledge knowledge, HybridRetriever retriever, String version) {
    static Known of(Knowledge knowledge, HybridRetriever retriever) {
        return new Known(knowledge, retriever, version(knowledge));
    }

    private static String version(Knowledge knowledge) {
        MessageDigest digest = sha256();
        knowledge.entries().stream().map(Entry::toString).sorted().forEach(entry -> {
            byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return "knowledge-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** A short name for how scores are made, from everything they depend on. */
    static String scoreVersion(List<String> parts) {
        byte[] bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
        return "score-" + HexFormat.of().formatHex(sha256().digest(bytes), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }
}
