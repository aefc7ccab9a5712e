package dev.comptoir.assist.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries as lines of JSON, the form in which versions are kept; what is usual is left out. Thread-safe. */
final class EntryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    static String write(Entry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", entry.id());
        node.put("question", entry.question());
        entry.variants().forEach(node.withArray("variants")::add);
        entry.keywords().forEach(node.withArray("keywords")::add);
        node.put("theme", entry.theme());
        node.put("answer", entry.answer());
        node.put("language", entry.language().code());
        node.put("action", entry.action().name());
        put(node, "from", entry.validity().from());
        put(node, "until", entry.validity().until());
        node.put("origin", entry.origin().name());
        return node.toString();
    }

    static String writeRemoved(String id) {
        return JSON.createObjectNode().put("id", id).put("removed", true).toString();
    }

    /** What a line says; null where it is none of ours. */
    static @Nullable Line read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String id = node.path("id").asText();
            if (node.path("removed").asBoolean()) {
                return new Line(id, null);
            }
            Entry entry = new Entry(
                    id,
                    node.path("question").asText(),
                    texts(node.path("variants")),
                    texts(node.path("keywords")),
                    node.path("theme").asText(),
                    node.path("answer").asText(),
                    Language.ofCode(node.path("language").asText()).orElseThrow(IllegalArgumentException::new),
                    ActionClass.valueOf(node.path("action").asText()),
                    new Validity(day(node.path("from")), day(node.path("until"))),
                    Origin.valueOf(node.path("origin").asText()));
            return new Line(id, entry);
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            return null;
        }
    }

    /** Equal for equal entries: 16 bytes of SHA-256, in hexadecimal. */
    static String hash(Entry entry) {
        return hash(write(entry));
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }

    private static void put(ObjectNode node, String field, @Nullable LocalDate day) {
        if (day != null) {
            node.put(field, day.toString());
        }
    }

    private static @Nullable LocalDate day(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /**
     * One line.
     *
     * @param entry null where the entry was removed
     */
    record Line(String id, @Nullable Entry entry) {}
}
