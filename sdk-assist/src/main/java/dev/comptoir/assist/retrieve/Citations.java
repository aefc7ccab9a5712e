package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.guard.NumberGrounding;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.retrieve.SentenceCitation.Problem;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each sentence of a reply rests on. Immutable; made by {@link HybridRetriever#cite}.
 *
 * @param sentences in the order of the reply, at most {@value #MAX_SENTENCES}
 */
public record Citations(List<SentenceCitation> sentences) {
    static final int MAX_SENTENCES = 200;

    /*
     * Three checks without a model, against each window of the evidence's answers and its questions:
     *
     *   words     sum of idf over the sentence's stems that the window holds >= RECALL of the sum over all of them
     *   numbers   every figure, link and address stands somewhere in the evidence (NumberGrounding)
     *   negation  sentence and window both deny, or neither does
     *
     * A sentence that stands in the evidence word for word needs neither the first nor the last.
     *
     * The window is the one with the highest recall, of equals one with the same polarity. Synonyms do not count: a reply
     * that is drawn from the evidence has its words. What passes may still be wrong (who does what to whom is not read); what
     * fails must not be sent unseen.
     */
    static final double RECALL = 0.6;

    private static final Set<String> FRENCH_NO = Set.of(
            "ne", "n", "pas", "non", "jamais", "aucun", "aucune", "ni", "sans", "sauf", "impossible", "interdit");
    private static final Set<String> ENGLISH_NO = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nor",
            "without",
            "except",
            "cannot",
            "can't",
            "don't",
            "doesn't",
            "won't",
            "isn't",
            "aren't",
            "wasn't",
            "didn't",
            "impossible",
            "forbidden");

    public Citations {
        sentences = List.copyOf(sentences);
    }

    private record Window(String entryId, String text, Set<String> stems, boolean denies) {}

    static Citations of(String reply, List<Entry> evidence, SearchIndex index) {
        List<Window> windows = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Entry entry : evidence) {
            all.append(entry.question()).append('\n').append(entry.answer()).append('\n');
            LexicalIndex words = index.words(entry.language());
            Set<String> question = words.topics(entry.question());
            for (String text : DenseIndex.windows(entry.answer())) {
                Set<String> stems = new LinkedHashSet<>(words.topics(text));
                stems.addAll(question);
                windows.add(new Window(entry.id(), text, stems, denies(text, entry.language(), index)));
            }
        }
        Language language =
                evidence.isEmpty() ? Language.FRENCH : evidence.get(0).language();
        List<SentenceCitation> cited = new ArrayList<>();
        for (String sentence : Sentences.of(reply)) {
            if (cited.size() == MAX_SENTENCES) {
                break;
            }
            cited.add(cite(sentence, language, windows, all.toString(), index));
        }
        return new Citations(cited);
    }

    private static SentenceCitation cite(
            String sentence, Language language, List<Window> windows, String evidence, SearchIndex index) {
        LexicalIndex words = index.words(language);
        Set<String> stems = words.topics(sentence);
        boolean denies = denies(sentence, language, index);
        Window best = null;
        double recall = 0;
        for (Window window : windows) {
            double share = share(stems, window.stems, words);
            boolean better = share > recall || (best != null && share == recall && best.denies != denies);
            if (share > 0 && (best == null || better) && (share > recall || window.denies == denies)) {
                best = window;
                recall = share;
            }
        }
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (!NumberGrounding.ungrounded(sentence, evidence).isEmpty()) {
            problems.add(Problem.NUMBERS);
        }
        boolean verbatim = evidence.contains(sentence);
        if (!verbatim && !stems.isEmpty() && recall < RECALL) {
            problems.add(Problem.WORDS);
        }
        if (!verbatim && best != null && recall >= RECALL && best.denies != denies) {
            problems.add(Problem.NEGATION);
        }
        return new SentenceCitation(
                sentence,
                Optional.ofNullable(best).map(Window::entryId),
                best == null ? "" : best.text,
                stems.isEmpty() ? 1 : recall,
                problems);
    }

    private static double share(Set<String> stems, Set<String> held, LexicalIndex words) {
        double total = 0;
        double found = 0;
        for (String stem : stems) {
            double idf = words.idf(stem);
            total += idf;
            found += held.contains(stem) ? idf : 0;
        }
        return total == 0 ? 0 : found / total;
    }

    private static boolean denies(String text, Language language, SearchIndex index) {
        Set<String> no = language == Language.FRENCH ? FRENCH_NO : ENGLISH_NO;
        return index.plainWords(text, language).stream().anyMatch(no::contains);
    }

    /** The sentences that the evidence does not support, in order; empty when it supports all. */
    public List<SentenceCitation> unsupported() {
        return sentences.stream().filter(sentence -> !sentence.isSupported()).toList();
    }
}
