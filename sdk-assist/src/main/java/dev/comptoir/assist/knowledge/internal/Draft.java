package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found, before it is checked.
 *
 * @param language as the file gives it; null where the words shall tell it
 */
record Draft(
        String id,
        String question,
        List<String> variants,
        List<String> keywords,
        String theme,
        String answer,
        @Nullable Language language,
        ActionClass action,
        Validity validity) {
    /** One from a page of text, which has no place for more. */
    static Draft of(String id, String question, String theme, String answer, @Nullable Language language) {
        return new Draft(
                id, question, List.of(), List.of(), theme, answer, language, ActionClass.INFORM, Validity.ALWAYS);
    }
}
