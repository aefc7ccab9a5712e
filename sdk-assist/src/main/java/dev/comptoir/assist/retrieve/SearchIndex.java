package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Language;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was read from the entries, by words and by meaning. Immutable; as thread-safe as the models. */
final class SearchIndex {
    private record Model(DenseIndex index, Set<Language> languages) {}

    private final Terms terms;
    private final List<Entry> entries;
    private final Map<Language, LexicalIndex> lexical = new EnumMap<>(Language.class);
    private final List<Model> models = new ArrayList<>();

    /** @param models with the languages that each is trusted in */
    static SearchIndex of(List<Entry> entries, Map<EmbeddingModel, Set<Language>> models) {
        SearchIndex index = new SearchIndex(entries, new Terms());
        models.forEach((model, languages) -> index.models.add(new Model(new DenseIndex(model, entries), languages)));
        return index;
    }

    private SearchIndex(List<Entry> entries, Terms terms) {
        this.terms = terms;
        this.entries = entries;
        for (Language language : Language.values()) {
            lexical.put(language, new LexicalIndex(entries, language, terms));
        }
    }

    /** The same models over other entries; texts that were there before are not embedded again. */
    SearchIndex over(List<Entry> changed) {
        SearchIndex index = new SearchIndex(changed, terms);
        models.forEach(model -> index.models.add(new Model(model.index.over(changed), model.languages)));
        return index;
    }

    List<Entry> entries() {
        return entries;
    }

    boolean hasModels() {
        return !models.isEmpty();
    }

    boolean isTrusted(Language from, Set<Language> to) {
        return models.stream().anyMatch(model -> knows(model, from, to));
    }

    private static boolean knows(Model model, Language from, Set<Language> to) {
        return model.languages.contains(from) && model.languages.containsAll(to);
    }

    LexicalIndex words(Language language) {
        LexicalIndex index = lexical.get(language);
        if (index == null) {
            throw new IllegalArgumentException("There is no index for " + language + ".");
        }
        return index;
    }

    /** The words of a text in lower case, function words among them. */
    List<String> plainWords(String text, Language language) {
        return terms.words(text, language);
    }

    /** The scores by words of all entries, for a question in their language or in another. */
    LexicalScores words(String question, Language from, Set<Language> to) {
        LexicalIndex own = words(from);
        LexicalScores scores = own.scores(own.read(question));
        for (Language language : Language.values()) {
            if (language != from && to.contains(language)) {
                // The function words of one language would count as rare words in the other.
                String topics = String.join(" ", terms.topicWords(question, from));
                LexicalIndex other = words(language);
                scores = scores.or(other.scores(other.read(topics)));
            }
        }
        return scores;
    }

    /** Those of the models that know all these languages; of all models where none does. */
    List<DenseScores> meanings(String question, Language from, Set<Language> to) {
        boolean trusted = isTrusted(from, to);
        List<DenseScores> scores = new ArrayList<>();
        for (Model model : models) {
            if (!trusted || knows(model, from, to)) {
                scores.add(model.index.scores(question, from));
            }
        }
        return scores;
    }

    /** The sentences of an entry's answer that share most with the question; the first ones where none does. */
    String passage(String question, Language from, Entry entry) {
        LexicalIndex index = words(entry.language());
        Set<String> topics = words(from).read(question).topics();
        String best = "";
        double most = -1;
        for (String window : DenseIndex.windows(entry.answer())) {
            Set<String> held = index.topics(window);
            double shared = topics.stream()
                    .filter(held::contains)
                    .mapToDouble(index::idf)
                    .sum();
            if (shared > most) {
                most = shared;
                best = window;
            }
        }
        return best;
    }
}
