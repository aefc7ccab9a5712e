package dev.comptoir.benchmarks.student;

/**
 * An English text that the teacher labels, and its French translation.
 *
 * @param source where it comes from, a name of {@link Source}
 * @param group texts of one group say the same in other words; empty for a text by itself
 * @param english the English text
 * @param french the French one; empty where there is none
 */
record Pair(String source, String group, String english, String french) {
    Pair(String source, String english, String french) {
        this(source, "", english, french);
    }
}
