package dev.comptoir.assist.embed;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * French and English texts as vectors of one space, in plain Java: a French question lies near the English entry that
 * answers it, and the other way round. The weights lie in this jar; nothing is downloaded and nothing leaves.
 *
 * <p>Made for questions and titles. It knows words and pairs of words, not the order of a sentence: who gave what to
 * whom it cannot tell. Vectors have length 1; cosines are between -1 and 1, and those of unrelated texts about 0.
 *
 * <p><b>Bounds.</b> Of each text the first 16,384 characters and 1,024 words count. Texts without a known word have
 * a vector made from their words' letters by chance, so that only texts that are written alike are alike; all texts
 * without letters or digits share one.
 *
 * <p>Immutable and thread-safe; the same text has the same vector, bit for bit, on every machine, alone and among
 * others. Cost: some microseconds a short text, in the caller's thread. About 25 MB of heap, shared by all that come
 * from {@link #load()}.
 */
public final class BilingualEmbedder implements EmbeddingModel {
    /*
     * A static student (as fastText, Bojanowski et al. 2017, and model2vec) of English sentence encoders, taught
     * with translations (Reimers & Gurevych 2020). Vector of a text:
     *   sum over words w of v(w), plus sum over neighbours of v(w1 w2), scaled to length 1;
     * where the word was not seen in training, v(w) is the mean over its 3-5-grams plus a random vector of length
     * "unknown" that its letters seed. Differences to fastText: a known word's grams are folded into its row when the
     * weights are written; rows have names, not buckets, so that unseen words do not fall on others' rows; how much a
     * word counts is the length of its row, learned with it. docs/decisions/0032.
     */
    private static final String RESOURCE = "bilingual-student.bin";

    private final StudentWeights weights;
    private final String name;

    private BilingualEmbedder(StudentWeights weights) {
        this.weights = weights;
        this.name = "comptoir-bilingual-student-" + weights.contentHash();
    }

    /**
     * The weights of this jar, read once in a JVM.
     *
     * @throws ModelException {@code MODEL_CORRUPT} if the jar is damaged
     */
    public static BilingualEmbedder load() {
        return Shipped.EMBEDDER;
    }

    /**
     * Weights from a file, for instance one that was trained for a trade.
     *
     * @throws ModelException {@code MODEL_NOT_FOUND} if it cannot be read; see {@link StudentWeights#read}
     */
    public static BilingualEmbedder of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(StudentWeights.read(in, "The file " + file));
        } catch (IOException e) {
            throw new ModelException(
                    ErrorCode.MODEL_NOT_FOUND, "The file " + file + " cannot be read. Maybe the path is another?", e);
        }
    }

    /** An embedder over these weights. */
    public static BilingualEmbedder of(StudentWeights weights) {
        return new BilingualEmbedder(weights);
    }

    /** Initialised by the JVM when first used, once, whatever the number of threads. */
    private static final class Shipped {
        static final BilingualEmbedder EMBEDDER = shipped();

        private static BilingualEmbedder shipped() {
            try (InputStream in = BilingualEmbedder.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new ModelException(
                            ErrorCode.MODEL_NOT_FOUND,
                            "The resource " + RESOURCE
                                    + " is missing beside BilingualEmbedder. Maybe the jar was repacked without it?");
                }
                return of(StudentWeights.read(in, "The resource " + RESOURCE));
            } catch (IOException e) {
                throw new ModelException(ErrorCode.MODEL_CORRUPT, "The resource " + RESOURCE + " cannot be read.", e);
            }
        }
    }

    /** The vector of a text, blank or not. */
    @Override
    public Response<Embedding> embed(String text) {
        return Response.from(Embedding.from(vector(text)));
    }

    /** The vector of a segment's text. */
    @Override
    public Response<Embedding> embed(TextSegment segment) {
        return embed(segment.text());
    }

    /** The vectors of many texts, in their order, each as if it came alone. */
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        List<Embedding> embeddings = new ArrayList<>(segments.size());
        for (TextSegment segment : segments) {
            embeddings.add(Embedding.from(vector(segment.text())));
        }
        return Response.from(embeddings);
    }

    private float[] vector(String text) {
        List<String> words = Words.of(Objects.requireNonNull(text, "text"));
        float[] sum = new float[weights.dimension()];
        String previous = "";
        for (String word : words) {
            int row = weights.row(Features.word(word));
            if (row >= 0) {
                weights.add(row, 1, sum);
            } else {
                addUnknown(word, sum);
            }
            if (!previous.isEmpty()) {
                int pair = weights.row(Features.pair(previous, word));
                if (pair >= 0) {
                    weights.add(pair, 1, sum);
                }
            }
            previous = word;
        }
        return unit(sum, words);
    }

    private void addUnknown(String word, float[] sum) {
        int[] grams = Features.grams(word);
        int known = 0;
        for (int i = 0; i < grams.length; i++) {
            grams[i] = weights.row(grams[i]);
            known += grams[i] >= 0 ? 1 : 0;
        }
        for (int row : grams) {
            if (row >= 0) {
                weights.add(row, 1f / known, sum);
            }
        }
        addRandom(word, weights.unknown(), sum);
    }

    /** Adds a vector of signs that the word's letters seed (SplitMix64, Steele et al. 2014). */
    private static void addRandom(String word, float length, float[] sum) {
        float value = (float) (length / Math.sqrt(sum.length));
        long state = Features.word(word);
        long bits = 0;
        for (int i = 0; i < sum.length; i++) {
            if (i % Long.SIZE == 0) {
                state += 0x9E3779B97F4A7C15L;
                bits = state;
                bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
                bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
                bits ^= bits >>> 31;
            }
            sum[i] += (bits >>> i & 1) == 0 ? value : -value;
        }
    }

    private static float[] unit(float[] sum, List<String> words) {
        double squares = 0;
        for (float value : sum) {
            squares += (double) value * value;
        }
        if (squares < 1e-12) {
            // Nothing known, or rows that cancel: the words as one, by chance, rather than a vector without direction.
            addRandom(String.join(" ", words), 1, sum);
            return sum;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (sum[i] / length);
        }
        return sum;
    }

    /** Values of a vector. */
    @Override
    public int dimension() {
        return weights.dimension();
    }

    /** A name that holds a hash of the weights: other weights, other name. */
    @Override
    public String modelName() {
        return name;
    }

    /** Where the weights come from: seed, teacher, sources with their licences and counts, as JSON. */
    public String provenance() {
        return weights.provenance();
    }
}
