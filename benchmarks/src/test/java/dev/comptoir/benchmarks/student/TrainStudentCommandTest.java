package dev.comptoir.benchmarks.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.embed.BilingualEmbedder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainStudentCommandTest {
    private static final String PAIRS = """
            source\ten\tfr
            tatoeba\tThe cat sleeps.\tLe chat dort.
            tatoeba\tThe dog runs.\tLe chien court.
            tatoeba\tI eat bread.\tJe mange du pain.
            tatoeba\tI drink water.\tJe bois de l'eau.
            tatoeba\tWhere is my parcel?\tOù est mon colis ?
            tatoeba\tI want a refund.\tJe veux un remboursement.
            tatoeba\tThe shop is closed.\tLe magasin est fermé.
            tatoeba\tThe cat eats.\tLe chat mange.
            gimp-data\tsecret brush\tbrosse défendue
            tatoeba\tValue %s\tValeur %s
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void theSameTextsGiveTheSameBytes() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.tsv"), PAIRS);
        Path first = folder.resolve("first.bin");
        Path second = folder.resolve("second.bin");

        assertThat(train(pairs, first)).as(out.toString()).isZero();
        assertThat(train(pairs, second)).isZero();

        assertThat(first).hasSameBinaryContentAs(second);
        BilingualEmbedder student = BilingualEmbedder.of(first);
        assertThat(cosine(student, "le chat dort", "the cat sleeps"))
                .isGreaterThan(cosine(student, "le chat dort", "I want a refund") + 0.3);
        assertThat(student.provenance())
                .contains("\"seed\":5")
                .contains("CC BY 2.0 FR")
                .contains("\"pairs\":8");
    }

    @Test
    void sourcesWithoutALicenceForItAreNotRead() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.tsv"), PAIRS);
        assertThat(PairFile.read(pairs)).hasSize(8).extracting(Pair::source).containsOnly("tatoeba");
        for (Source source : Source.values()) {
            assertThat(source.licence()).doesNotContain("GPL").isNotBlank();
        }
    }

    private int train(Path pairs, Path to) {
        CommandLine command = new CommandLine(new TrainStudentCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(out, true));
        return command.execute(
                "--pairs",
                pairs.toString(),
                "--out",
                to.toString(),
                "--seed",
                "5",
                "--teachers",
                "MINILM",
                "--dimension",
                "16",
                "--rows",
                "200",
                "--epochs",
                "20",
                "--without",
                "lexicon,phrasebook");
    }

    private static double cosine(BilingualEmbedder student, String left, String right) {
        return Vectors.dot(
                student.embed(left).content().vector(),
                student.embed(right).content().vector());
    }
}
