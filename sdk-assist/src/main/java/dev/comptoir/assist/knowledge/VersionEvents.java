package dev.comptoir.assist.knowledge;

import dev.comptoir.EventId;
import dev.comptoir.event.CustomEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A version of the knowledge as events of the log, and back. Reading keeps parts until their version comes: not thread-safe. */
final class VersionEvents {
    /*
     * Lines of JSON, one for each entry that was added, changed or removed, are cut into texts that keep the log's limits, some
     * to an event ("assist-knowledge-part"); the last event ("assist-knowledge-version") names the parts and makes them hold.
     * Its id is made of the number alone: of two writers of one number the log refuses the second. The events name no customer,
     * so that no erasure takes the knowledge away.
     */
    static final String PART = "assist-knowledge-part";
    static final String VERSION = "assist-knowledge-version";
    static final Set<String> NAMES = Set.of(PART, VERSION);
    private static final int TEXTS_PER_EVENT = 20;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Map<String, String> parts = new HashMap<>();

    /** What makes a version. */
    record Written(List<CustomEvent> parts, CustomEvent version) {}

    /** A version read back. */
    record Read(int version, Instant at, List<EntryJson.Line> lines) {}

    /** @param textLength the longest text of an event */
    static Written write(int version, Instant at, List<String> lines, int textLength) {
        List<String> texts = cut(String.join("\n", lines), textLength);
        List<CustomEvent> parts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += TEXTS_PER_EVENT) {
            SortedMap<String, String> attributes = new TreeMap<>();
            for (int i = from; i < Math.min(texts.size(), from + TEXTS_PER_EVENT); i++) {
                attributes.put(String.format("text-%02d", i - from), texts.get(i));
            }
            String id = "knowledge-part-" + version + "-" + parts.size() + "-" + EntryJson.hash(attributes.toString());
            ids.add(id);
            parts.add(new CustomEvent(EventId.of(id), at, null, PART, attributes));
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("version", Integer.toString(version));
        attributes.put("entries", Integer.toString(lines.size()));
        List<String> names = cut(String.join(" ", ids), textLength);
        for (int i = 0; i < names.size(); i++) {
            attributes.put(String.format("parts-%02d", i), names.get(i));
        }
        EventId id = EventId.of("knowledge-version-" + version);
        return new Written(parts, new CustomEvent(id, at, null, VERSION, attributes));
    }

    /** A version where this event completes one; what has another form is passed over. */
    Optional<Read> read(CustomEvent event) {
        if (event.name().equals(PART)) {
            parts.put(event.id().value(), String.join("", event.attributes().values()));
            return Optional.empty();
        }
        String version = event.attributes().getOrDefault("version", "");
        if (!NUMBER.matcher(version).matches()) {
            return Optional.empty();
        }
        StringBuilder ids = new StringBuilder();
        event.attributes().forEach((name, value) -> ids.append(name.startsWith("parts-") ? value : ""));
        StringBuilder text = new StringBuilder();
        for (String id : ids.toString().split(" ", -1)) {
            String part = parts.get(id);
            text.append(part == null ? "" : part);
        }
        // Parts whose version was refused, or never written, belong to nothing.
        parts.clear();
        List<EntryJson.Line> lines = new ArrayList<>();
        text.toString().lines().forEach(line -> {
            EntryJson.Line read = EntryJson.read(line);
            if (read != null) {
                lines.add(read);
            }
        });
        return Optional.of(new Read(Integer.parseInt(version), event.at(), lines));
    }

    /** Never between the halves of a character. */
    private static List<String> cut(String text, int length) {
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + length);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to--;
            }
            texts.add(text.substring(from, to));
            from = to;
        }
        return texts;
    }
}
