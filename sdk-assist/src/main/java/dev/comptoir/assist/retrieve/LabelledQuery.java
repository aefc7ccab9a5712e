package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;

/**
 * A question with the entry that answers it, as a person judged. Immutable.
 *
 * @param question what was asked
 * @param language of the question
 * @param entryId the id of the entry
 */
public record LabelledQuery(String question, Language language, String entryId) {}
