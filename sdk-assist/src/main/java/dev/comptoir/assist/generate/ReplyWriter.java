package dev.comptoir.assist.generate;

import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.route.Found;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.WordingReasons;
import dev.comptoir.assist.understand.Language;
import dev.langchain4j.model.chat.ChatModel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies: in the merchant's own words, or, for drafts and where there is a language model, in the model's, checked
 * against them. Thread-safe.
 *
 * <p>What goes out alone is never worded by a model: its figures can be checked, its other words cannot yet.
 */
public final class ReplyWriter implements AutoCloseable {
    private final Templates templates;
    private final @Nullable ModelWording wording;

    private ReplyWriter(Templates templates, @Nullable ModelWording wording) {
        this.templates = templates;
        this.wording = wording;
    }

    public static ReplyWriter extractive(Templates templates) {
        return new ReplyWriter(templates, null);
    }

    /**
     * Writes drafts with a language model, everything else without.
     *
     * @param deadline how long a draft waits for the model
     * @param name the business, for the names of threads
     */
    public static ReplyWriter worded(Templates templates, ChatModel model, Duration deadline, String name) {
        return new ReplyWriter(templates, new ModelWording(model, deadline, name));
    }

    /** A text to be sent without a human: the entries' own words, and that a machine sent them. */
    public Written answer(List<Found> found, Language language) {
        String body = Extract.body(found);
        return new Written(templates.around(body, language, true), body, List.of());
    }

    /** A question back to the customer. */
    public String ask(Clarification ask, Language language, boolean automatic) {
        return templates.around(Asking.body(ask, language), language, automatic);
    }

    /** A text for the staff to read over, in the entries' own words: nothing is shown to a model. */
    public Written ownWords(List<Found> found, Language language) {
        String body = Extract.body(found);
        return new Written(templates.around(body, language, false), body, List.of());
    }

    /** A text for the staff to read over; takes as long as the deadline at most. */
    public Written draft(String message, List<Found> found, Language language) {
        if (wording == null) {
            return ownWords(found, language);
        }
        String body = Extract.body(found);
        ModelWording.Result result = wording.word(message, found, language);
        String text = result.text().isEmpty() ? body : result.text();
        return new Written(templates.around(text, language, false), text, List.of(WordingReasons.of(result.code())));
    }

    @Override
    public void close() {
        if (wording != null) {
            wording.close();
        }
    }

    /**
     * A reply, and what became of its wording.
     *
     * @param body the text without greeting and closing
     */
    public record Written(String text, String body, List<Reason> reasons) {
        public Written {
            reasons = List.copyOf(reasons);
        }
    }
}
