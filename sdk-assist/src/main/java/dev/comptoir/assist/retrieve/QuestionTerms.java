package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The distinct terms of a question, each kind in a fixed order.
 *
 * @param stems of the words that are searched, and prices, hours and the like
 * @param grams the 4-grams of the same words
 * @param topics the stems of words that carry a topic
 */
record QuestionTerms(Set<String> stems, Set<String> grams, Set<String> topics) {
    private static final int MAX_STEMS = 128;
    private static final int MAX_GRAMS = 640;

    /** @param known what each word is searched as: itself, or the known word it was meant to be */
    static QuestionTerms read(String question, Language language, Terms terms, UnaryOperator<String> known) {
        Set<String> stems = new TreeSet<>();
        Set<String> grams = new TreeSet<>();
        Set<String> topics = new TreeSet<>();
        for (String word : terms.words(question, language)) {
            boolean searched = terms.isSearched(word, language);
            boolean topic = terms.isTopic(word, language);
            if ((!searched && !topic) || stems.size() >= MAX_STEMS) {
                continue;
            }
            String stem = terms.stem(known.apply(word), language);
            if (searched) {
                stems.add(stem);
                List<String> ofWord = new ArrayList<>();
                Terms.addGrams(word, ofWord);
                ofWord.stream().limit(MAX_GRAMS - grams.size()).forEach(grams::add);
            }
            if (topic) {
                topics.add(stem);
            }
        }
        stems.addAll(Atoms.of(question));
        return new QuestionTerms(stems, grams, topics);
    }
}
