package dev.comptoir.assist.learn;

import dev.comptoir.assist.knowledge.QuestionWords;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.event.CustomEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reviewed pairs as events of the log, and back. Pure functions. */
final class PairEvents {
    /** One reviewed reply; names the customer, and goes with them. */
    static final String REVIEWED = "assist-pair-reviewed";
    /** What was learned under an id counts no more; names nobody. */
    static final String FORGOTTEN = "assist-pair-forgotten";

    static final Set<String> NAMES = Set.of(REVIEWED, FORGOTTEN);

    private PairEvents() {}

    /**
     * What may be learned from a pair.
     *
     * @param variantOf the entry whose answer was sent; null where the answer is new
     */
    record Lesson(
            String question,
            String answer,
            Language language,
            ActionClass action,
            @Nullable String variantOf) {
        /** Equal for questions of the same words. */
        String questionKey() {
            return language.code() + " " + QuestionWords.of(question, language).key();
        }

        /** The id of its entry: the same for the same words of question and answer, whoever says them. */
        String entryId() {
            return "learned/" + hash(questionKey() + "\n" + TextNormalizer.fold(answer));
        }
    }

    /**
     * A reviewed reply.
     *
     * @param lesson null where nothing may be learned
     * @param hadDraft whether there was a draft
     */
    record Reviewed(
            String agent,
            boolean hadDraft,
            boolean unedited,
            double distance,
            @Nullable Lesson lesson) {}

    static CustomEvent write(ReviewedPair pair, Instant at, Reviewed reviewed) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("agent", reviewed.agent());
        attributes.put("draft", Boolean.toString(reviewed.hadDraft()));
        attributes.put("unedited", Boolean.toString(reviewed.unedited()));
        attributes.put("distance", String.format(Locale.ROOT, "%.4f", reviewed.distance()));
        Lesson lesson = reviewed.lesson();
        if (lesson != null) {
            attributes.put("question", lesson.question());
            attributes.put("answer", lesson.answer());
            attributes.put("language", lesson.language().code());
            attributes.put("action", lesson.action().name());
            if (lesson.variantOf() != null) {
                attributes.put("entry", lesson.variantOf());
            }
        }
        return CustomEvent.of(pair.customer(), at, REVIEWED, attributes);
    }

    static CustomEvent forget(String entryId, String agent, Instant at) {
        return CustomEvent.of(null, at, FORGOTTEN, new TreeMap<>(Map.of("entry", entryId, "agent", agent)));
    }

    /** Empty where somebody else used the name for something of another form. */
    static Optional<Reviewed> read(CustomEvent event) {
        SortedMap<String, String> attributes = event.attributes();
        String agent = attributes.get("agent");
        String distance = attributes.getOrDefault("distance", "");
        if (agent == null || !distance.matches("[01]\\.[0-9]{1,8}")) {
            return Optional.empty();
        }
        return Optional.of(new Reviewed(
                agent,
                Boolean.parseBoolean(attributes.get("draft")),
                Boolean.parseBoolean(attributes.get("unedited")),
                Double.parseDouble(distance),
                lesson(attributes)));
    }

    private static @Nullable Lesson lesson(SortedMap<String, String> attributes) {
        String question = attributes.get("question");
        String answer = attributes.get("answer");
        Language language =
                Language.ofCode(attributes.getOrDefault("language", "")).orElse(null);
        ActionClass action = Arrays.stream(ActionClass.values())
                .filter(one -> one.name().equals(attributes.get("action")))
                .findFirst()
                .orElse(null);
        return question == null || answer == null || language == null || action == null
                ? null
                : new Lesson(question, answer, language, action, attributes.get("entry"));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }
}
