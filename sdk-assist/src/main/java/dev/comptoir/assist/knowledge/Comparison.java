package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.knowledge.KnowledgeReport.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the entries with each other: which repeat, and which contradict each other. Not thread-safe. */
final class Comparison {
    /*
     * Entries meet where a question or a variant of theirs has the same words (a map from words to entries), and where the words
     * of their questions are the same but one, and that one differs in a single letter: a typing error (deletion
     * neighbourhoods, as in Garbe's symmetric delete search, over words instead of letters). Each entry is compared with a few
     * of those it meets, so the time stays linear whatever the folder holds.
     */
    private static final int MAX_MEETINGS = 20;
    private static final int MAX_WORDS = 12;
    private static final int MIN_LETTERS = 6;

    private final List<Entry> entries;
    private final AnswerFacts[] facts;
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<Long> compared = new HashSet<>();

    private Comparison(List<Entry> entries) {
        this.entries = entries;
        this.facts = new AnswerFacts[entries.size()];
    }

    static Comparison of(List<Entry> entries) {
        Comparison comparison = new Comparison(entries);
        comparison.compareSame();
        comparison.compareNear();
        return comparison;
    }

    KnowledgeReport addedTo(KnowledgeReport read) {
        return new KnowledgeReport(
                read.files(), read.entries(), read.rejected(), read.rejections(), contradictions, notices);
    }

    private void compareSame() {
        Map<String, List<Integer>> byWords = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Set<String> keys = new LinkedHashSet<>();
            keys.add(key(entry, entry.question()));
            entry.variants().forEach(variant -> keys.add(key(entry, variant)));
            for (String key : keys) {
                List<Integer> met = byWords.computeIfAbsent(key, k -> new ArrayList<>());
                for (int other : met) {
                    compare(other, i, true);
                }
                if (met.size() < MAX_MEETINGS) {
                    met.add(i);
                }
            }
        }
    }

    private void compareNear() {
        Map<String, List<Near>> byOtherWords = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            List<String> words =
                    QuestionWords.of(entry.question(), entry.language()).words();
            for (int left = 0; left < words.size() && words.size() <= MAX_WORDS; left++) {
                String word = words.get(left);
                if (word.length() < MIN_LETTERS || word.chars().anyMatch(Character::isDigit)) {
                    continue;
                }
                List<String> others = new ArrayList<>(words);
                others.remove(left);
                String key = entry.language() + " " + String.join(" ", others);
                List<Near> met = byOtherWords.computeIfAbsent(key, k -> new ArrayList<>());
                for (Near other : met) {
                    if (isOneLetterApart(other.word(), word)) {
                        compare(other.entry(), i, false);
                    }
                }
                if (met.size() < MAX_MEETINGS) {
                    met.add(new Near(i, word));
                }
            }
        }
    }

    private static String key(Entry entry, String question) {
        return entry.language() + " "
                + QuestionWords.of(question, entry.language()).key();
    }

    private void compare(int one, int other, boolean same) {
        Entry first = entries.get(one);
        Entry second = entries.get(other);
        if (one == other || !compared.add(((long) one << 32) | other) || !meet(first.validity(), second.validity())) {
            return;
        }
        Optional<Contradiction.Rule> difference = facts(one).difference(facts(other));
        if (difference.isPresent()) {
            if (contradictions.size() < KnowledgeReport.MAX_CONTRADICTIONS) {
                contradictions.add(new Contradiction(first.id(), second.id(), difference.get(), same));
            }
        } else if (notices.size() < KnowledgeReport.MAX_NOTICES) {
            notices.add(new Notice(
                    Notice.Kind.DUPLICATE_CONTENT,
                    second.id(),
                    "It has the question and the answer of " + first.id() + ". Maybe delete one?"));
        }
    }

    private AnswerFacts facts(int entry) {
        AnswerFacts known = facts[entry];
        if (known == null) {
            known = AnswerFacts.of(entries.get(entry).answer());
            facts[entry] = known;
        }
        return known;
    }

    /** Whether both hold on some day. */
    private static boolean meet(Validity one, Validity other) {
        return !isBefore(one.until(), other.from()) && !isBefore(other.until(), one.from());
    }

    private static boolean isBefore(@Nullable LocalDate end, @Nullable LocalDate begin) {
        return end != null && begin != null && end.isBefore(begin);
    }

    /** Whether the words begin alike and one letter more, less or other turns one into the other. */
    static boolean isOneLetterApart(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1 || longer.equals(shorter) || longer.charAt(0) != shorter.charAt(0)) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
            same++;
        }
        int skipped = longer.length() == shorter.length() ? same + 1 : same;
        return longer.substring(same + 1).equals(shorter.substring(Math.min(skipped, shorter.length())));
    }

    /** An entry by all words of its question but this one. */
    private record Near(int entry, String word) {}
}
