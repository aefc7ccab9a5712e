package dev.comptoir.assist.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry as it was in one version of the knowledge, for citations. Immutable.
 *
 * @param entryId the entry
 * @param version of the knowledge, from 1
 */
public record EntryVersion(String entryId, int version) {
    private static final Pattern FORM = Pattern.compile("(?s)(.{1,400})@([1-9][0-9]{0,8})");

    public EntryVersion {
        if (entryId.isBlank() || version < 1) {
            throw new IllegalArgumentException(
                    "The version " + version + " of an entry is below 1, or the entry's id is blank.");
        }
    }

    /** The two as {@link #toString} writes them; empty where the text is none. */
    public static Optional<EntryVersion> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && !form.group(1).isBlank()
                ? Optional.of(new EntryVersion(form.group(1), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** For example {@code faq.md#livraison@3}. */
    @Override
    public String toString() {
        return entryId + "@" + version;
    }
}
