package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** BM25F and shares of words over what the entries hold in one language. Immutable; safe for use by several threads. */
final class LexicalIndex {
    /*
     * Robertson, Zaragoza & Taylor 2004 ("Simple BM25 extension to multiple weighted fields"): fields are joined before
     * saturation,
     *
     *   tf' = sum over fields f of w_f tf_f,   dl' = sum of w_f dl_f,
     *   score = sum over terms of ln(1 + (N - df + .5) / (df + .5)) tf' / (tf' + k1 (1 - b + b dl' / avgdl'))
     *
     * with w = 2 question, 1.5 keywords, .3 answer. Answers are long and speak of many things: counted like questions they
     * bury the entry that was asked for. Of several ways to ask an entry's question each term counts as in the way that has it
     * most often, or entries with many would be found for everything. b = .5 lies between the values usual for titles and for
     * texts. The view of 4-grams adds half its score: a word has several.
     *
     * An entry is also indexed in the other language, by those of its variants that are in it.
     */
    static final float QUESTION = 2f;
    static final float KEYWORD = 1.5f;
    static final float ANSWER = 0.3f;
    static final double K1 = 1.2;
    static final double B = 0.5;
    static final double GRAM_WEIGHT = 0.5;

    private final Terms terms;
    private final Synonyms synonyms;
    private final Language language;
    private final int size;
    private final TermIndex stems;
    private final TermIndex grams;
    private final Shares shares;
    private final Spelling spelling = new Spelling();

    LexicalIndex(List<Entry> entries, Language language, Terms terms) {
        this.terms = terms;
        this.language = language;
        this.synonyms = new Synonyms(language, terms);
        this.size = entries.size();
        this.stems = new TermIndex(size);
        this.grams = new TermIndex(size);
        this.shares = new Shares(size);
        for (int i = 0; i < size; i++) {
            add(i, entries.get(i));
        }
        stems.trimmed();
        grams.trimmed();
        shares.finish();
    }

    private void add(int place, Entry entry) {
        boolean own = entry.language() == language;
        List<String> titles = new ArrayList<>();
        if (own) {
            titles.add(entry.question());
        }
        entry.variants().stream()
                .filter(variant -> LanguageDetector.detect(variant).orElse(entry.language()) == language)
                .forEach(titles::add);
        if (titles.isEmpty()) {
            return;
        }
        Field title = new Field();
        for (String text : titles) {
            Field one = new Field();
            one.read(text, 1);
            title.most(one);
            shares.addTitle(place, one.topics);
        }
        Field head = new Field();
        head.add(title, QUESTION);
        Field rest = new Field();
        if (own) {
            entry.keywords().forEach(keyword -> head.read(keyword, KEYWORD));
            rest.read(entry.answer(), ANSWER);
        }
        shares.addEntry(place, head.topics, rest.topics);
        rest.add(head, 1);
        stems.add(place, rest.stems);
        grams.add(place, rest.grams);
    }

    /** The weighted terms of a part of an entry. */
    private final class Field {
        private final Map<String, Float> stems = new TreeMap<>();
        private final Map<String, Float> grams = new TreeMap<>();
        private final Set<String> topics = new TreeSet<>();

        void read(String text, float weight) {
            for (String word : terms.words(text, language)) {
                spelling.add(Terms.folded(word));
                String stem = terms.stem(word, language);
                if (terms.isSearched(word, language)) {
                    stems.merge(stem, weight, Float::sum);
                    List<String> ofWord = new ArrayList<>();
                    Terms.addGrams(word, ofWord);
                    ofWord.forEach(gram -> grams.merge(gram, weight, Float::sum));
                }
                if (terms.isTopic(word, language)) {
                    topics.add(stem);
                }
            }
            Atoms.of(text).forEach(atom -> stems.merge(atom, weight, Float::sum));
        }

        void most(Field other) {
            other.stems.forEach((term, weight) -> stems.merge(term, weight, Math::max));
            other.grams.forEach((term, weight) -> grams.merge(term, weight, Math::max));
            topics.addAll(other.topics);
        }

        void add(Field other, float factor) {
            other.stems.forEach((term, weight) -> stems.merge(term, weight * factor, Float::sum));
            other.grams.forEach((term, weight) -> grams.merge(term, weight * factor, Float::sum));
            topics.addAll(other.topics);
        }
    }

    /** A question as it is searched here, mistyped words corrected. */
    QuestionTerms read(String question) {
        return QuestionTerms.read(question, language, terms, this::known);
    }

    private String known(String word) {
        String stem = terms.stem(word, language);
        return stems.contains(stem) || synonyms.knows(stem) ? word : spelling.corrected(Terms.folded(word));
    }

    /** How well the words of the question fit each entry, in the order of the entries; 0 for entries without this language. */
    LexicalScores scores(QuestionTerms question) {
        float[] words = new float[size];
        question.stems().forEach(stem -> stems.addBm25(stem, 1, K1, B, words));
        question.grams().forEach(gram -> grams.addBm25(gram, GRAM_WEIGHT, K1, B, words));
        float[] alike = new float[size];
        Set<String> others = new TreeSet<>();
        question.stems().forEach(stem -> others.addAll(synonyms.of(stem)));
        others.removeAll(question.stems());
        others.forEach(stem -> stems.addBm25(stem, 1, K1, B, alike));
        return shares.complete(question.topics(), synonyms, words, alike);
    }

    double idf(String stem) {
        return shares.idf(stem);
    }

    /** The topics of a text of this language, for passages and citations. */
    Set<String> topics(String text) {
        return new HashSet<>(terms.topics(text, language));
    }

    /** For tests: the weighted frequencies that one text gives. */
    Map<String, Float> stemsOf(String text, float weight) {
        Field field = new Field();
        field.read(text, weight);
        return new HashMap<>(field.stems);
    }
}
