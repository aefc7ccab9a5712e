package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** BM25F over question, keywords and answer, held in memory. Safe for use by several threads until closed. */
final class LexicalIndex implements AutoCloseable {
    /*
     * Robertson, Zaragoza & Taylor 2004 ("Simple BM25 extension to multiple weighted fields"): fields are joined before
     * saturation,
     *
     *   tf' = sum over fields f of w_f tf_f,   dl' = sum of w_f dl_f,
     *   score = sum over terms of ln(1 + (N - df + .5) / (df + .5)) tf' / (tf' + k1 (1 - b + b dl' / avgdl'))
     *
     * with w = 2 question, 1.5 keywords, .3 answer. Lucene's frequencies are whole numbers, so all weights and k1 are kept
     * tenfold, which leaves the score the same. Answers are long and speak of many things: counted like questions they
     * bury the entry that was asked for. b = .5 lies between the values usual for titles and for texts. The view of 4-grams
     * adds half its score: a word has several. N and df count the entries of one language.
     */
    static final int QUESTION = 20;
    static final int KEYWORD = 15;
    static final int ANSWER = 3;
    private static final float K1 = 12f;
    private static final float B = 0.5f;
    private static final float GRAM_WEIGHT = 0.5f;
    private static final int MAX_STEMS = 128;
    private static final int MAX_GRAMS = 640;

    private final Terms terms;
    private final int size;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LexicalIndex(List<Entry> entries, Terms terms) {
        this.terms = terms;
        this.size = entries.size();
        BM25Similarity similarity = new BM25Similarity(K1, B, false);
        IndexWriterConfig config = new IndexWriterConfig()
                .setSimilarity(similarity)
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setUseCompoundFile(false);
        try {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (Entry entry : entries) {
                    writer.addDocument(document(entry));
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        // The caches are shared by the whole JVM otherwise.
        searcher.setQueryCache(null);
    }

    private Document document(Entry entry) {
        Language language = entry.language();
        String keywords = String.join("\n", entry.keywords());
        Map<String, Integer> stems = new TreeMap<>();
        add(stems, terms.stems(entry.question(), language), QUESTION);
        add(stems, terms.stems(keywords, language), KEYWORD);
        add(stems, terms.stems(entry.answer(), language), ANSWER);
        Map<String, Integer> grams = new TreeMap<>();
        add(grams, terms.grams(entry.question(), language), QUESTION);
        add(grams, terms.grams(keywords, language), KEYWORD);
        add(grams, terms.grams(entry.answer(), language), ANSWER);
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        Document document = new Document();
        document.add(new Field(stemField(language), new WeightedTerms(stems), type));
        document.add(new Field(gramField(language), new WeightedTerms(grams), type));
        return document;
    }

    private static void add(Map<String, Integer> frequencies, List<String> terms, int weight) {
        terms.forEach(term -> frequencies.merge(term, weight, Integer::sum));
    }

    /**
     * The score of every entry of one language for the question, in the order of the entries; 0 where no term is shared and
     * for other languages. The question is cut into terms only, never read as a query language.
     */
    float[] scores(String question, Language language) {
        float[] scores = new float[size];
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        new TreeSet<>(terms.stems(question, language))
                .stream()
                        .limit(MAX_STEMS)
                        .forEach(stem -> query.add(term(stemField(language), stem), BooleanClause.Occur.SHOULD));
        new TreeSet<>(terms.grams(question, language))
                .stream()
                        .limit(MAX_GRAMS)
                        .forEach(gram -> query.add(
                                new BoostQuery(term(gramField(language), gram), GRAM_WEIGHT),
                                BooleanClause.Occur.SHOULD));
        try {
            searcher.search(query.build(), new IntoArray(scores));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scores;
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static String stemField(Language language) {
        return "stem_" + language.code();
    }

    private static String gramField(Language language) {
        return "gram_" + language.code();
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class IntoArray implements CollectorManager<AllScores, float[]> {
        private final float[] scores;

        IntoArray(float[] scores) {
            this.scores = scores;
        }

        @Override
        public AllScores newCollector() {
            return new AllScores(scores);
        }

        @Override
        public float[] reduce(Collection<AllScores> collectors) {
            return scores;
        }
    }

    private static final class AllScores extends SimpleCollector {
        private final float[] scores;
        private int base;
        private Scorable scorer = new Scorable() {
            @Override
            public float score() {
                return 0;
            }

            @Override
            public int docID() {
                return -1;
            }
        };

        AllScores(float[] scores) {
            this.scores = scores;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int doc) throws IOException {
            scores[base + doc] = scorer.score();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
