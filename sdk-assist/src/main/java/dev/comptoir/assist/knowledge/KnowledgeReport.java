package dev.comptoir.assist.knowledge;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was read from a folder, every file and line that was not, and what the merchant should look at among what was. Immutable.
 *
 * @param files the number of files read
 * @param entries the number of entries kept
 * @param rejected the number of files, lines and sections not kept
 * @param rejections the first {@value #MAX_REJECTIONS} of them, in the order of files and lines
 * @param contradictions the first {@value #MAX_CONTRADICTIONS} pairs of entries that answer one question differently
 * @param notices the first {@value #MAX_NOTICES} entries that were kept and have something to be said about
 */
public record KnowledgeReport(
        int files,
        int entries,
        int rejected,
        List<Rejection> rejections,
        List<Contradiction> contradictions,
        List<Notice> notices) {
    /** Rejections listed; all are counted. */
    public static final int MAX_REJECTIONS = 1_000;

    /** Contradictions listed. */
    public static final int MAX_CONTRADICTIONS = 1_000;

    /** Notices listed. */
    public static final int MAX_NOTICES = 1_000;

    public KnowledgeReport {
        rejections = List.copyOf(rejections);
        contradictions = List.copyOf(contradictions);
        notices = List.copyOf(notices);
    }

    /** Whether all that was found was kept. */
    public boolean isClean() {
        return rejected == 0;
    }

    /** Whether nothing that was kept contradicts another entry, repeats it or is out of date. */
    public boolean isConsistent() {
        return contradictions.isEmpty() && notices.isEmpty();
    }

    /** The same with further notices behind its own. */
    KnowledgeReport with(List<Notice> more) {
        List<Notice> all = Stream.concat(notices.stream(), more.stream())
                .limit(MAX_NOTICES)
                .toList();
        return new KnowledgeReport(files, entries, rejected, rejections, contradictions, all);
    }

    /** Why something was not kept. */
    public enum Rule {
        /** A line is no JSON object, or too deep. */
        BAD_JSON,
        /** A row of a table has quotes or fields that do not fit. */
        BAD_ROW,
        /** A field or a column that must be there is not. */
        MISSING_FIELD,
        /** A field is of another type. */
        WRONG_TYPE,
        /** A day or an action that cannot be read. */
        WRONG_VALUE,
        /** The id was read before. */
        DUPLICATE_ID,
        /** Longer than is allowed. */
        TOO_LONG,
        /** Written in another encoding. */
        NOT_UTF_8,
        /** Nothing in it. */
        EMPTY,
        /** A folder without any file that is read. */
        NOTHING_TO_READ,
        /** A text that answers no question. */
        NO_QUESTION,
        /** A PDF of pictures. */
        NO_TEXT,
        /** A PDF with a password. */
        ENCRYPTED,
        /** A file that is broken inside. */
        DAMAGED,
        /** A file or folder that cannot be opened. */
        UNREADABLE,
        /** More than is allowed. */
        TOO_MANY
    }

    /**
     * One file, line or section that was not kept.
     *
     * @param file the path inside the folder, with forward slashes
     * @param line the line it begins at, from 1, in a PDF the page; 0 where the whole file is meant
     * @param rule the rule it broke
     * @param detail what was found and what is allowed, without the text itself
     */
    public record Rejection(String file, int line, Rule rule, String detail) {}

    /**
     * Something to be said about an entry that was kept. Immutable.
     *
     * @param kind what
     * @param entryId which entry
     * @param detail the same in a sentence, without the entry's text
     */
    public record Notice(Kind kind, String entryId, String detail) {
        /** What there is to say. */
        public enum Kind {
            /** Its last day is over: it is kept and not found. */
            EXPIRED,
            /** Its first day is still to come: it is kept and not found until then. */
            NOT_YET_VALID,
            /** Another entry has the same question and the same answer. */
            DUPLICATE_CONTENT
        }
    }
}
