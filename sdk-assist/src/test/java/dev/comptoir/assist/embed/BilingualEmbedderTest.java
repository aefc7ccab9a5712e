package dev.comptoir.assist.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BilingualEmbedderTest {
    private static final List<String> ENTRIES = List.of(
            "What are your opening hours?",
            "How do I return an item?",
            "Can I pay by bank card?",
            "Is my personal data safe?",
            "Do you have gluten-free bread?",
            "How do I cancel my subscription?",
            "Where can I park my car?",
            "My phone does not work any more");
    private static final List<String> QUESTIONS = List.of(
            "vous ouvrez à quelle heure le matin ?",
            "je voudrais renvoyer un article",
            "acceptez-vous la carte bleue ?",
            "mes données personnelles sont-elles protégées ?",
            "avez-vous du pain sans gluten ?",
            "comment résilier mon abonnement ?",
            "où est-ce que je peux garer ma voiture ?",
            "mon portable ne marche plus");

    private final BilingualEmbedder embedder = BilingualEmbedder.load();

    @Test
    void frenchQuestionsFindEnglishEntriesAndBack() {
        for (int i = 0; i < QUESTIONS.size(); i++) {
            assertThat(nearest(QUESTIONS.get(i), ENTRIES)).as(QUESTIONS.get(i)).isEqualTo(ENTRIES.get(i));
            assertThat(nearest(ENTRIES.get(i), QUESTIONS)).as(ENTRIES.get(i)).isEqualTo(QUESTIONS.get(i));
        }
    }

    @Test
    void caseAccentsAndApostrophesChangeNothing() {
        float[] plain = vector("L'été, où êtes-vous situés ?");
        assertThat(vector("L\u2019ETE : OU ETES VOUS SITUES")).isEqualTo(plain);
    }

    @Test
    void aTypingErrorStaysNear() {
        assertThat(cosine("remboursement de ma commande", "rembourssement de ma comande"))
                .isGreaterThan(0.5);
        assertThat(cosine("remboursement de ma commande", "le chat dort au soleil"))
                .isLessThan(0.3);
    }

    @Test
    void unknownWordsAreLikeThemselvesOnly() {
        assertThat(cosine("ضمان", "ضمان")).isCloseTo(1, within(1e-6));
        assertThat(cosine("ضمان", "保証")).isBetween(-0.4, 0.4);
        assertThat(cosine("QZXJ-90817", "VKWP-33541")).isLessThan(0.8);
    }

    @Test
    void blankAndHostileTextHasAVectorOfLengthOne() {
        for (String text : List.of(
                "",
                "  \n",
                "?!",
                "\uD800",
                "🙂🙂",
                "x".repeat(1_000_000),
                "mot ".repeat(300_000),
                "\u0301".repeat(500_000))) {
            float[] vector = vector(text);
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
            assertThat(vector).hasSize(embedder.dimension());
        }
        assertThat(vector("")).isEqualTo(vector("?!"));
    }

    @Test
    void vectorsAreTheRecordedOnes() {
        // A golden: other weights or other arithmetic is another model and needs its name changed in stores.
        assertThat(embedder.modelName()).isEqualTo("comptoir-bilingual-student-455ba89cdf30");
        assertThat(Arrays.hashCode(vector("Où est mon colis ?"))).isEqualTo(-314581268);
        assertThat(Arrays.hashCode(vector("Where is my parcel zzyzx?"))).isEqualTo(1201551918);
    }

    @Test
    void aTextHasOneVectorAloneAmongOthersAndOnManyThreads() throws Exception {
        List<TextSegment> segments = QUESTIONS.stream().map(TextSegment::from).toList();
        List<float[]> expected = QUESTIONS.stream().map(this::vector).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<float[]>>> answers = threads.invokeAll(java.util.Collections.nCopies(
                    16,
                    () -> BilingualEmbedder.load().embedAll(segments).content().stream()
                            .map(embedding -> embedding.vector())
                            .toList()));
            for (Future<List<float[]>> answer : answers) {
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(answer.get().get(i)).isEqualTo(expected.get(i));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void weightsComeFromAFileToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weights.bin");
        float[][] rows = {{1, 0}, {0, 1}};
        int[] names = {Features.word("pain"), Features.word("bread")};
        if (Integer.compareUnsigned(names[0], names[1]) > 0) {
            names = new int[] {names[1], names[0]};
            rows = new float[][] {{0, 1}, {1, 0}};
        }
        try (var out = Files.newOutputStream(file)) {
            StudentWeights.quantized(names, rows, 0.3f, "{}").write(out);
        }
        BilingualEmbedder small = BilingualEmbedder.of(file);
        assertThat(small.dimension()).isEqualTo(2);
        assertThat(small.embed("Pain !").content().vector()).containsExactly(1, 0);
        // Both rows have the same length, so their sum lies half-way.
        assertThat((double) small.embed("bread, pain").content().vector()[0]).isCloseTo(Math.sqrt(0.5), within(1e-6));

        assertThatThrownBy(() -> BilingualEmbedder.of(folder.resolve("none.bin")))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_NOT_FOUND));
    }

    @Test
    void provenanceNamesSourcesAndLicences() {
        assertThat(embedder.provenance()).contains("tatoeba", "CC BY 2.0 FR", "phrasebook", "all-minilm-l6-v2-q");
        assertThat(embedder.provenance()).doesNotContain("GPL");
    }

    private String nearest(String text, List<String> among) {
        float[] own = vector(text);
        return among.stream()
                .max((a, b) -> Double.compare(dot(own, vector(a)), dot(own, vector(b))))
                .orElseThrow();
    }

    private double cosine(String left, String right) {
        return dot(vector(left), vector(right));
    }

    private float[] vector(String text) {
        return embedder.embed(text).content().vector();
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }
}
