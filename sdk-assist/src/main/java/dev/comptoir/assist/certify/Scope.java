package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which replies a certificate is about. Immutable.
 *
 * @param source what they rest on: {@code knowledge}, or a look-up's name; never mixed
 * @param languages the languages of the replies
 * @param channels how the messages come; empty for any way
 * @param pooled whether languages or channels were put together because some of them had too few reviewed replies: the
 *     certificate then holds for their mixture, not for each of them
 */
public record Scope(String source, Set<Language> languages, Set<String> channels, boolean pooled) {
    /** The source of replies in the words of the knowledge. */
    public static final String KNOWLEDGE = "knowledge";

    public Scope {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("A scope needs at least one language.");
        }
        languages = Collections.unmodifiableSet(EnumSet.copyOf(languages));
        channels = Collections.unmodifiableSet(new TreeSet<>(channels));
    }

    /** Whether a reply falls under it. */
    public boolean covers(String source, Language language, String channel) {
        return this.source.equals(source)
                && languages.contains(language)
                && (channels.isEmpty() || channels.contains(channel));
    }
}
