package dev.comptoir.assist.knowledge;

import java.util.List;

/**
 * What was read from a folder, and every file and line that was not. Immutable.
 *
 * @param files the number of files read
 * @param entries the number of entries kept
 * @param rejected the number of files, lines and sections not kept
 * @param rejections the first {@value #MAX_REJECTIONS} of them, in the order of files and lines
 */
public record KnowledgeReport(int files, int entries, int rejected, List<Rejection> rejections) {
    static final int MAX_REJECTIONS = 1_000;

    public KnowledgeReport {
        rejections = List.copyOf(rejections);
    }

    /** Whether all that was found was kept. */
    public boolean isClean() {
        return rejected == 0;
    }

    /** Why something was not kept. */
    public enum Rule {
        BAD_JSON,
        MISSING_FIELD,
        WRONG_TYPE,
        DUPLICATE_ID,
        TOO_LONG,
        NOT_UTF_8,
        EMPTY,
        NO_QUESTION,
        UNREADABLE,
        TOO_MANY
    }

    /**
     * One file, line or section that was not kept.
     *
     * @param file the path inside the folder, with forward slashes
     * @param line the line it begins at, from 1; 0 where the whole file is meant
     * @param rule the rule it broke
     * @param detail what was found and what is allowed, without the text itself
     */
    public record Rejection(String file, int line, Rule rule, String detail) {}
}
