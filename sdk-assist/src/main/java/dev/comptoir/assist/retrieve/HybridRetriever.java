package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.error.ClosedException;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries that speak about a question, by words (BM25F) and, with an embedding model, by meaning. Also usable alone
 * in any langchain4j application as its {@link ContentRetriever}.
 *
 * <p>Thread-safe. Building reads every entry once and embeds its question and answer windows one by one; a search takes time
 * proportional to the number of entries. Equal scores are ordered by entry id. Only entries in the language asked for are
 * found.
 */
public final class HybridRetriever implements ContentRetriever, AutoCloseable {
    /*
     * Fusion: z-scores over all entries of the language, mixed by a weight. Unlike reciprocal ranks (Cormack, Clarke &
     * Buettcher 2009) this keeps how far ahead the first is. Weight of the embeddings: .5 where the model knows the language;
     * .3 where it does not (an English encoder on French still catches names and cognates). An untrusted model only reorders
     * what the words have found.
     */
    static final double TRUSTED_WEIGHT = 0.5;
    static final double UNTRUSTED_WEIGHT = 0.3;

    private final Terms terms = new Terms();
    private final List<Entry> entries;
    private final LexicalIndex lexical;
    private final Coverage coverage;
    private final @Nullable DenseIndex dense;
    private final Set<Language> trusted;
    private final Language fallback;
    private final int maxResults;
    private final double minScore;
    private volatile boolean closed;

    private HybridRetriever(Builder builder) {
        EmbeddingModel model = builder.model;
        entries = builder.knowledge.entries();
        dense = model == null ? null : new DenseIndex(model, entries);
        lexical = new LexicalIndex(entries, terms);
        coverage = new Coverage(entries, terms);
        trusted = builder.trusted;
        fallback = builder.fallback;
        maxResults = builder.maxResults;
        minScore = builder.minScore;
    }

    public static Builder builder(Knowledge knowledge) {
        return new Builder(knowledge);
    }

    /** {@link #search(String, Language, Ranking, int)} by {@link Ranking#FUSED}. */
    public List<Match> search(String question, Language language, int max) {
        return search(question, language, Ranking.FUSED, max);
    }

    /**
     * The best entries of one language, best first. By words, only entries that share a word or a part of one with the
     * question; by meaning, all.
     *
     * @param max how many at most, 1 or more
     * @throws ModelException when the embedding model fails or answers in another dimension
     * @throws IllegalStateException for {@link Ranking#DENSE} without an embedding model
     * @throws ClosedException after {@link #close()}
     */
    public List<Match> search(String question, Language language, Ranking ranking, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max is " + max + "; at least 1 is needed.");
        }
        DenseIndex vectors = ranking == Ranking.LEXICAL ? null : dense;
        if (ranking == Ranking.DENSE && vectors == null) {
            throw new IllegalStateException("There is no embedding model. Maybe set embeddings(model) on the builder?");
        }
        if (!TextNormalizer.hasWords(question)) {
            return List.of();
        }
        int[] candidates = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).language() == language)
                .toArray();
        float[] words = lexicalScores(question, language);
        float[] meanings = vectors == null || candidates.length == 0 ? null : vectors.scores(question);
        double mixed = trusted.contains(language) ? TRUSTED_WEIGHT : UNTRUSTED_WEIGHT;
        double weight = meanings == null ? 0 : ranking == Ranking.DENSE ? 1 : mixed;
        boolean trustedHere = meanings != null && trusted.contains(language);
        Fusion fusion = new Fusion(entries, candidates, words, meanings, weight, trustedHere);
        Collection<String> stems = coverage.stems(question, language);
        List<Match> matches = new ArrayList<>();
        for (int i : fusion.best(ranking, max)) {
            String passage = coverage.passage(stems, i, language);
            matches.add(new Match(entries.get(i), passage, fusion.score(i, coverage.shares(stems, i, language))));
        }
        return matches;
    }

    /**
     * The best entries in another language than the question's: names and words that both languages share, and, with an
     * embedding model trusted in the entries' language, meaning.
     *
     * @param from the language of the question
     * @param to the language of the entries
     */
    public List<Match> searchAcross(String question, Language from, Language to, int max) {
        // The function words of one language would count as rare words in the other.
        return search(String.join(" ", terms.topicWords(question, from)), to, max);
    }

    /** For langchain4j: at most {@code maxResults} entries whose confidence reaches {@code minScore}. */
    @Override
    public List<Content> retrieve(Query query) {
        Language language = LanguageDetector.detect(query.text()).orElse(fallback);
        return search(query.text(), language, maxResults).stream()
                .filter(match -> match.score().confidence() >= minScore)
                .map(HybridRetriever::content)
                .toList();
    }

    private static Content content(Match match) {
        Entry entry = match.entry();
        Metadata metadata = new Metadata().put("id", entry.id()).put("question", entry.question());
        TextSegment segment = TextSegment.from(entry.question() + "\n" + entry.answer(), metadata);
        return Content.from(
                segment,
                Map.of(
                        ContentMetadata.SCORE, match.score().confidence(),
                        ContentMetadata.EMBEDDING_ID, entry.id()));
    }

    /** Whether meaning is compared as well as words. */
    public boolean hasEmbeddings() {
        return dense != null;
    }

    /** Gives the index's memory back; the embedding model is the caller's and stays open. */
    @Override
    public void close() {
        closed = true;
        lexical.close();
    }

    private float[] lexicalScores(String question, Language language) {
        if (closed) {
            throw new ClosedException("The retriever is closed.");
        }
        try {
            return lexical.scores(question, language);
        } catch (AlreadyClosedException e) {
            ClosedException closedNow = new ClosedException("The retriever was closed during a search.");
            closedNow.addSuppressed(e);
            throw closedNow;
        }
    }

    /** Gathers the settings of a {@link HybridRetriever}. Not thread-safe. */
    public static final class Builder {
        private final Knowledge knowledge;
        private @Nullable EmbeddingModel model;
        private Set<Language> trusted = Set.of(Language.ENGLISH);
        private Language fallback = Language.FRENCH;
        private int maxResults = 3;
        private double minScore = 0.35;

        private Builder(Knowledge knowledge) {
            this.knowledge = knowledge;
        }

        /** Also compares meaning, with a model that is trusted in English only, as most small models must be. */
        public Builder embeddings(EmbeddingModel model) {
            return embeddings(model, Set.of(Language.ENGLISH));
        }

        /**
         * Also compares meaning. Not closed with the retriever.
         *
         * @param languages the languages that the model was trained and measured in; in others it gets less weight, finds
         *     nothing by itself and never makes a reply certain
         */
        public Builder embeddings(EmbeddingModel model, Set<Language> languages) {
            this.model = model;
            this.trusted = Set.copyOf(languages);
            return this;
        }

        /** The language of questions whose words do not tell it; French unless set. */
        public Builder fallbackLanguage(Language language) {
            this.fallback = language;
            return this;
        }

        /** How many contents {@link #retrieve} gives at most; 3 unless set. */
        public Builder maxResults(int maxResults) {
            if (maxResults < 1) {
                throw new IllegalArgumentException("maxResults is " + maxResults + "; at least 1 is needed.");
            }
            this.maxResults = maxResults;
            return this;
        }

        /** The least confidence, 0..1, of what {@link #retrieve} gives; .35 unless set. */
        public Builder minScore(double minScore) {
            if (!(minScore >= 0 && minScore <= 1)) {
                throw new IllegalArgumentException("minScore is " + minScore + "; it lies between 0 and 1.");
            }
            this.minScore = minScore;
            return this;
        }

        /**
         * Indexes the knowledge.
         *
         * @throws ModelException when the embedding model fails or changes its dimension
         */
        public HybridRetriever build() {
            return new HybridRetriever(this);
        }
    }
}
