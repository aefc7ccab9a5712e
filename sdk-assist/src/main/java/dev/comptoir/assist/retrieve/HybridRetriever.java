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
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries that speak about a question, by words (BM25F) and, with an embedding model, by meaning. Also usable alone
 * in any langchain4j application as its {@link ContentRetriever}.
 *
 * <p>Thread-safe. Building reads every entry once and embeds each of its questions and answer windows in a run of its own; a
 * search takes time proportional to the number of entries. Equal scores are ordered by entry id. Only entries in the language
 * asked for are found, and only those that hold today where {@link Builder#today} says which day it is.
 */
public final class HybridRetriever implements ContentRetriever, AutoCloseable {
    private static final Set<Language> ALL = Set.of(Language.values());

    private final SearchIndex index;
    private final Settings settings;
    private final @Nullable Reranking reranking;
    private volatile boolean closed;

    /** What does not depend on the entries. */
    private record Settings(
            Language fallback,
            int maxResults,
            double minScore,
            @Nullable Supplier<LocalDate> today,
            @Nullable FusionWeights weights,
            @Nullable ScoringModel reranker,
            int rerankDepth,
            Duration rerankDeadline) {
        Settings with(FusionWeights fitted) {
            return new Settings(fallback, maxResults, minScore, today, fitted, reranker, rerankDepth, rerankDeadline);
        }
    }

    private HybridRetriever(SearchIndex index, Settings settings) {
        this.index = index;
        this.settings = settings;
        this.reranking = settings.reranker == null
                ? null
                : new Reranking(settings.reranker, settings.rerankDepth, settings.rerankDeadline);
    }

    public static Builder builder(Knowledge knowledge) {
        return new Builder(knowledge);
    }

    /**
     * Over other knowledge with the same settings; texts that were known before are not embedded again. This one stays usable
     * until it is closed.
     *
     * @throws ModelException when an embedding model fails or changes its dimension
     */
    public HybridRetriever with(Knowledge knowledge) {
        return new HybridRetriever(index.over(knowledge.entries()), settings);
    }

    /** Over the same index with other weights for {@link Ranking#FUSED}. This one stays usable until it is closed. */
    public HybridRetriever withWeights(FusionWeights weights) {
        return new HybridRetriever(index, settings.with(weights));
    }

    /** Over the same index with the weights that {@link FusionFit} finds; those of before where it refuses. */
    public HybridRetriever withLabelledQueries(List<LabelledQuery> queries) {
        return withWeights(FusionFit.of(this, queries).weights());
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
        return find(question, language, Set.of(language), ranking, max).matches();
    }

    /** The best entries of all languages, those of the question's own before equals. */
    public List<Match> searchAll(String question, Language language, Ranking ranking, int max) {
        return find(question, language, ALL, ranking, max).matches();
    }

    /**
     * The best entries in another language than the question's: those with variants in the question's language; names and
     * words that both languages share; and, with an embedding model trusted in both, meaning.
     *
     * @param from the language of the question
     * @param to the language of the entries
     */
    public List<Match> searchAcross(String question, Language from, Language to, int max) {
        return find(question, from, Set.of(to), Ranking.FUSED, max).matches();
    }

    /**
     * As the other searches, and how it went.
     *
     * @param from the language of the question
     * @param to the languages of the entries
     */
    public Retrieved find(String question, Language from, Set<Language> to, Ranking ranking, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max is " + max + "; at least 1 is needed.");
        }
        if (ranking == Ranking.DENSE && !index.hasModels()) {
            throw new IllegalStateException("There is no embedding model. Maybe set embeddings(model) on the builder?");
        }
        if (closed) {
            throw new ClosedException("The retriever is closed.");
        }
        if (!TextNormalizer.hasWords(question)) {
            return Retrieved.NOTHING;
        }
        Fusion fusion = fuse(question, from, to, ranking);
        Reranking second = ranking == Ranking.FUSED ? reranking : null;
        int depth = second == null ? max : Math.max(max, second.depth());
        List<Match> found = fusion.best(depth).stream()
                .map(i -> new Match(
                        index.entries().get(i),
                        index.passage(question, from, index.entries().get(i)),
                        fusion.score(i)))
                .toList();
        Retrieved retrieved = second == null ? new Retrieved(found, Set.of()) : second.rerank(question, found);
        return retrieved.atMost(max);
    }

    /** The scores of all entries that may be found. */
    Fusion fuse(String question, Language from, Set<Language> to, Ranking ranking) {
        LocalDate today = settings.today == null ? null : settings.today.get();
        List<Entry> entries = index.entries();
        int[] candidates = IntStream.range(0, entries.size())
                .filter(i -> to.contains(entries.get(i).language()))
                .filter(i -> today == null || entries.get(i).validity().holdsOn(today))
                .toArray();
        List<DenseScores> meanings =
                ranking == Ranking.LEXICAL || candidates.length == 0 ? List.of() : index.meanings(question, from, to);
        boolean trusted = !meanings.isEmpty() && index.isTrusted(from, to);
        boolean across = !to.contains(from);
        FusionWeights fitted = settings.weights;
        FusionWeights weights = switch (ranking) {
            case LEXICAL -> DefaultWeights.WORDS;
            case DENSE -> DefaultWeights.MEANING;
            case FUSED -> fitted != null ? fitted : defaults(meanings.isEmpty(), trusted, across);
        };
        return new Fusion(entries, candidates, index.words(question, from, to), meanings, trusted, across, weights);
    }

    private static FusionWeights defaults(boolean wordsOnly, boolean trusted, boolean across) {
        if (wordsOnly) {
            return DefaultWeights.WORDS;
        }
        if (!trusted) {
            return DefaultWeights.UNTRUSTED;
        }
        return across ? DefaultWeights.ACROSS : DefaultWeights.TRUSTED;
    }

    /** The weights of {@link Ranking#FUSED} for questions in this language. */
    public FusionWeights weights(Language language) {
        FusionWeights fitted = settings.weights;
        return fitted != null
                ? fitted
                : defaults(!index.hasModels(), index.isTrusted(language, Set.of(language)), false);
    }

    /**
     * What each sentence of a reply rests on; what nothing supports is named.
     *
     * @param reply of any length; the first {@value Citations#MAX_SENTENCES} sentences are read
     * @param evidence the entries that the reply was made from, in its language
     */
    public Citations cite(String reply, List<Entry> evidence) {
        return Citations.of(reply, evidence, index);
    }

    /** For langchain4j: at most {@code maxResults} entries whose confidence reaches {@code minScore}. */
    @Override
    public List<Content> retrieve(Query query) {
        Language language = LanguageDetector.detect(query.text()).orElse(settings.fallback);
        return search(query.text(), language, settings.maxResults).stream()
                .filter(match -> match.score().confidence() >= settings.minScore)
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
        return index.hasModels();
    }

    /** Searches no more; models are the caller's and stay open. */
    @Override
    public void close() {
        closed = true;
        if (reranking != null) {
            reranking.close();
        }
    }

    /** Gathers the settings of a {@link HybridRetriever}. Not thread-safe. */
    public static final class Builder {
        private static final int MAX_RERANK_DEPTH = 200;

        private final Knowledge knowledge;
        private final Map<EmbeddingModel, Set<Language>> models = new LinkedHashMap<>();
        private Language fallback = Language.FRENCH;
        private int maxResults = 3;
        private double minScore = 0.35;
        private @Nullable Supplier<LocalDate> today;
        private @Nullable FusionWeights weights;
        private @Nullable ScoringModel reranker;
        private int rerankDepth = 20;
        private Duration rerankDeadline = Duration.ofSeconds(2);

        private Builder(Knowledge knowledge) {
            this.knowledge = knowledge;
        }

        /** Also compares meaning, with a model that is trusted in English only, as most small models must be. */
        public Builder embeddings(EmbeddingModel model) {
            return embeddings(model, Set.of(Language.ENGLISH));
        }

        /**
         * Also compares meaning. Not closed with the retriever. May be called for several models: for each question those that
         * know its language take part, in equal shares; where none does, all do, with less weight.
         *
         * @param languages the languages that the model was trained and measured in; in others it gets less weight, finds
         *     nothing by itself and never makes a reply certain
         */
        public Builder embeddings(EmbeddingModel model, Set<Language> languages) {
            models.put(Objects.requireNonNull(model, "model"), Set.copyOf(languages));
            return this;
        }

        /**
         * Which day it is in the business's time zone, asked at every search: only entries that hold on it are found. Unless
         * set, all are.
         */
        public Builder today(Supplier<LocalDate> today) {
            this.today = Objects.requireNonNull(today, "today");
            return this;
        }

        /** Other weights for {@link Ranking#FUSED} than the defaults. */
        public Builder weights(FusionWeights weights) {
            this.weights = Objects.requireNonNull(weights, "weights");
            return this;
        }

        /** Reads question and entry together and orders the best entries anew. Not closed with the retriever. */
        public Builder reranker(ScoringModel model) {
            this.reranker = Objects.requireNonNull(model, "model");
            return this;
        }

        /** How many entries are reranked at most, 2 to 200; 20 unless set. */
        public Builder rerankDepth(int depth) {
            if (depth < 2 || depth > MAX_RERANK_DEPTH) {
                throw new IllegalArgumentException(
                        "rerankDepth is " + depth + "; it lies between 2 and " + MAX_RERANK_DEPTH + ".");
            }
            this.rerankDepth = depth;
            return this;
        }

        /** How long a search waits for the reranker before it goes on without; 2 seconds unless set. */
        public Builder rerankDeadline(Duration deadline) {
            if (deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException("rerankDeadline is " + deadline + "; it is longer than nothing.");
            }
            this.rerankDeadline = deadline;
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
         * @throws ModelException when an embedding model fails or changes its dimension
         */
        public HybridRetriever build() {
            SearchIndex index = SearchIndex.of(knowledge.entries(), models);
            return new HybridRetriever(
                    index,
                    new Settings(
                            fallback, maxResults, minScore, today, weights, reranker, rerankDepth, rerankDeadline));
        }
    }
}
