package dev.comptoir.assist.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeTest {
    @TempDir
    Path folder;

    @Test
    void jsonLinesBecomeEntries() throws IOException {
        write("faq.jsonl", """
                {"id": 7, "question": "Livrez-vous ?", "keywords": ["envoi", " "], "theme": "Achat", "answer": "Oui, partout."}

                {"id": "b", "question": "Opening hours?", "answer": "From 9 to 5.", "language": "en"}
                """);

        Knowledge knowledge = load();

        assertThat(knowledge.report().isClean()).isTrue();
        assertThat(knowledge.entries())
                .containsExactly(
                        new Entry("7", "Livrez-vous ?", List.of("envoi"), "Achat", "Oui, partout.", Language.FRENCH),
                        new Entry("b", "Opening hours?", List.of(), "", "From 9 to 5.", Language.ENGLISH));
        assertThat(knowledge.find("b")).isPresent();
        assertThat(knowledge.find("c")).isEmpty();
    }

    @Test
    void everyBadLineIsNamedAndTheGoodOnesAreKept() throws IOException {
        String deep = "{\"id\":\"d\",\"question\":\"q\",\"answer\":\"a\",\"x\":" + "[".repeat(100_000)
                + "]".repeat(100_000) + "}";
        write(
                "faq.jsonl",
                String.join(
                        "\n",
                        "{\"id\":\"ok\",\"question\":\"Où ?\",\"answer\":\"Ici.\"}",
                        "{not json",
                        "[1]",
                        "{\"question\":\"q\",\"answer\":\"a\"}",
                        "{\"id\":\"1\",\"answer\":\"a\"}",
                        "{\"id\":\"2\",\"question\":\"q\"}",
                        "{\"id\":\"3\",\"question\":\" \",\"answer\":\"a\"}",
                        "{\"id\":\"4\",\"question\":[],\"answer\":\"a\"}",
                        "{\"id\":\"5\",\"question\":\"q\",\"answer\":\"a\",\"keywords\":\"x\"}",
                        "{\"id\":\"ok\",\"question\":\"q\",\"answer\":\"a\"}",
                        "{\"id\":\"6\",\"question\":\"" + "q".repeat(1_001) + "\",\"answer\":\"a\"}",
                        "{\"id\":\"7\",\"question\":\"q\",\"answer\":\"" + "a".repeat(1 << 20) + "\"}",
                        deep,
                        "{\"id\":\"8\",\"question\":\"???\",\"answer\":\"a\"}",
                        "{\"id\":\"9\",\"question\":\"q\",\"answer\":\"a\"} {}",
                        "{\"id\":\"10\",\"question\":\"dernière ?\",\"answer\":\"a\"}"));

        Knowledge knowledge = load();

        assertThat(knowledge.entries()).extracting(Entry::id).containsExactly("ok", "10");
        assertThat(knowledge.report().rejected()).isEqualTo(14);
        assertThat(knowledge.report().rejections())
                .extracting(Rejection::line, Rejection::rule)
                .containsExactly(
                        tuple(2, Rule.BAD_JSON),
                        tuple(3, Rule.BAD_JSON),
                        tuple(4, Rule.MISSING_FIELD),
                        tuple(5, Rule.MISSING_FIELD),
                        tuple(6, Rule.MISSING_FIELD),
                        tuple(7, Rule.EMPTY),
                        tuple(8, Rule.WRONG_TYPE),
                        tuple(9, Rule.WRONG_TYPE),
                        tuple(10, Rule.DUPLICATE_ID),
                        tuple(11, Rule.TOO_LONG),
                        tuple(12, Rule.TOO_LONG),
                        tuple(13, Rule.BAD_JSON),
                        tuple(14, Rule.NO_QUESTION),
                        tuple(15, Rule.BAD_JSON));
        assertThat(knowledge.report().rejections()).allSatisfy(r -> {
            assertThat(r.file()).isEqualTo("faq.jsonl");
            assertThat(r.detail()).doesNotContain("qqqq").doesNotContain("not json");
        });
    }

    @Test
    void aLineThatIsNotUtf8CostsOnlyItself() throws IOException {
        byte[] latin =
                "{\"id\":\"a\",\"question\":\"Où ?\",\"answer\":\"Là.\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] good = "{\"id\":\"b\",\"question\":\"Où ?\",\"answer\":\"Là.\"}\n".getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[latin.length + good.length];
        System.arraycopy(latin, 0, both, 0, latin.length);
        System.arraycopy(good, 0, both, latin.length, good.length);
        Files.write(folder.resolve("faq.jsonl"), both);
        Files.write(folder.resolve("notes.md"), "# Où ?\nLà.".getBytes(StandardCharsets.ISO_8859_1));

        Knowledge knowledge = load();

        assertThat(knowledge.entries()).extracting(Entry::id).containsExactly("b");
        assertThat(knowledge.report().rejections())
                .extracting(Rejection::file, Rejection::line, Rejection::rule)
                .containsExactly(tuple("faq.jsonl", 1, Rule.NOT_UTF_8), tuple("notes.md", 0, Rule.NOT_UTF_8));
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        write("faq.jsonl", "\uFEFF{\"id\":\"a\",\"question\":\"Où ?\",\"answer\":\"Là.\"}");

        assertThat(load().entries()).hasSize(1);
    }

    @Test
    void halvesOfCharactersInJsonAreReplaced() throws IOException {
        write("faq.jsonl", "{\"id\":\"a\",\"question\":\"Où \\ud800 ?\",\"answer\":\"Là \\udc00.\"}");

        assertThat(load().entries().get(0).answer()).isEqualTo("Là ?.");
    }

    @Test
    void headingsAreQuestionsAndTheTextBelowTheirAnswer() throws IOException {
        write("guide.md", """
                # Boutique
                ## Où êtes-vous ? ##
                Au 3, rue du Port.

                ```
                # pas un titre
                ```
                ## Vide
                # Contact
                Par téléphone.
                ## Où êtes-vous ?
                Encore là.
                """);

        Knowledge knowledge = load();

        assertThat(knowledge.entries())
                .extracting(Entry::id, Entry::question, Entry::theme)
                .containsExactly(
                        tuple("guide.md#ou-etes-vous", "Où êtes-vous ?", "Boutique"),
                        tuple("guide.md#contact", "Contact", ""),
                        tuple("guide.md#ou-etes-vous-2", "Où êtes-vous ?", "Contact"));
        assertThat(knowledge.entries().get(0).answer()).isEqualTo("Au 3, rue du Port.\n\n```\n# pas un titre\n```");
        assertThat(knowledge.report().rejections())
                .extracting(Rejection::line, Rejection::rule)
                .containsExactly(tuple(8, Rule.EMPTY));
    }

    @Test
    void textIsReadAsPairsOrAsParagraphs() throws IOException {
        write("a.txt", """
                Q: Livrez-vous
                à Lyon ?
                R: Oui.
                Sous 3 jours.

                Q : Et à Paris ?
                Réponse : Non.
                Q: Sans réponse ?
                """);
        write("b.txt", "Nous fermons à 19 h. Le lundi aussi.\nMerci.\n\nParking gratuit.");

        Knowledge knowledge = load();

        assertThat(knowledge.entries())
                .extracting(Entry::id, Entry::question, Entry::answer)
                .containsExactly(
                        tuple("a.txt:1", "Livrez-vous à Lyon ?", "Oui.\nSous 3 jours."),
                        tuple("a.txt:6", "Et à Paris ?", "Non."),
                        tuple("b.txt:1", "Nous fermons à 19 h.", "Nous fermons à 19 h. Le lundi aussi.\nMerci."),
                        tuple("b.txt:4", "Parking gratuit.", "Parking gratuit."));
        assertThat(knowledge.report().rejections())
                .extracting(Rejection::file, Rejection::line, Rejection::rule)
                .containsExactly(tuple("a.txt", 8, Rule.EMPTY));
    }

    @Test
    void namesOfFilesAndFoldersGiveTheLanguage() throws IOException {
        write("faq.en.txt", "Q: Badoo\nA: Badoo 12");
        write("en/x.txt", "Q: Badoo\nA: Badoo 12");
        write("y.txt", "Q: Badoo\nA: Badoo 12");

        assertThat(load().entries())
                .extracting(Entry::id, Entry::language)
                .containsExactly(
                        tuple("en/x.txt:1", Language.ENGLISH),
                        tuple("faq.en.txt:1", Language.ENGLISH),
                        tuple("y.txt:1", Language.FRENCH));
    }

    @Test
    void hiddenFilesOtherFilesAndLinksArePassedOver() throws IOException {
        write(".faq.jsonl", "{broken");
        write(".git/faq.jsonl", "{broken");
        write("image.png", "png");
        write("queries.csv", "query,id");
        write("fr/queries.csv", "question,answer\nNo knowledge?,Labelled queries.");
        write("faq.jsonl~", "{broken");
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        KnowledgeReport report = load().report();

        assertThat(report.files()).isZero();
        assertThat(report.rejections()).extracting(Rejection::rule).containsExactly(Rule.NOTHING_TO_READ);
    }

    @Test
    void anEmptyFolderAndEmptyFilesAreReportedNotThrown() throws IOException {
        assertThat(load().entries()).isEmpty();
        assertThat(load().report().rejections()).singleElement().satisfies(r -> {
            assertThat(r.rule()).isEqualTo(Rule.NOTHING_TO_READ);
            assertThat(r.detail()).contains(".csv").contains(".pdf");
        });

        write("a.md", "");
        write("b.txt", " \n ");

        assertThat(load().report().rejections())
                .extracting(Rejection::file, Rejection::rule)
                .containsExactly(tuple("a.md", Rule.EMPTY), tuple("b.txt", Rule.EMPTY));
    }

    @Test
    void aMissingFolderAndAFileAreRefused() throws IOException {
        write("faq.jsonl", "{}");

        assertThatThrownBy(() -> Knowledge.load(folder.resolve("none"), Language.FRENCH))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.KNOWLEDGE_UNREADABLE))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Knowledge.load(folder.resolve("faq.jsonl"), Language.FRENCH))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void whatMayNotBeReadIsNamed() throws IOException {
        write("locked/faq.txt", "Q: a\nA: b");
        write("faq.txt", "Q: Où ?\nA: Ici.");
        Path locked = folder.resolve("locked");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(locked), "This user may read everything.");

            assertThat(load().report().rejections())
                    .extracting(Rejection::file, Rejection::rule)
                    .containsExactly(tuple("locked", Rule.UNREADABLE));
            assertThatThrownBy(() -> Knowledge.load(locked, Language.FRENCH))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("cannot be listed");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void theListOfRejectionsIsBoundedAndTheirNumberIsNot() throws IOException {
        write("faq.jsonl", "x\n".repeat(1_500));

        KnowledgeReport report = load().report();

        assertThat(report.rejected()).isEqualTo(1_500);
        assertThat(report.rejections()).hasSize(KnowledgeReport.MAX_REJECTIONS);
    }

    @Test
    void entriesAreImmutable() throws IOException {
        write("faq.jsonl", "{\"id\":\"a\",\"question\":\"Où ?\",\"keywords\":[\"ici\"],\"answer\":\"Là.\"}");
        Knowledge knowledge = load();

        assertThat(knowledge.entries()).isUnmodifiable();
        assertThat(knowledge.entries().get(0).keywords()).isUnmodifiable();
    }

    @Test
    void ofTwoFoldersTheFirstEntryOfAnIdIsKeptAndTheOtherReported() {
        Knowledge first = Knowledge.of(List.of(new Entry("a", "un ?", List.of(), "", "un", Language.FRENCH)));
        Knowledge second = Knowledge.of(List.of(
                new Entry("a", "deux ?", List.of(), "", "deux", Language.FRENCH),
                new Entry("b", "trois ?", List.of(), "", "trois", Language.FRENCH)));

        Knowledge both = first.and(second);

        assertThat(both.entries()).extracting(Entry::answer).containsExactly("un", "trois");
        assertThat(both.report().rejections()).extracting(Rejection::rule).containsExactly(Rule.DUPLICATE_ID);
    }

    private Knowledge load() {
        return Knowledge.load(folder, Language.FRENCH);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
