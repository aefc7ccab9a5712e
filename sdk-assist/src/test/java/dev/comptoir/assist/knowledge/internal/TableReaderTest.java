package dev.comptoir.assist.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    @Test
    void frenchColumnsInAnyOrderAreRead() {
        FileContent content = read("""
                Réponse;Mots-clés;Question;Identifiant;Thème;Langue;Variantes;Action;Valable du;Valable jusqu'au
                "Oui ; sous 3 jours.
                Gratuit.";envoi, colis;Livrez-vous ?;liv-1;Achat;français;Faites-vous des livraisons ?|Do you deliver?;réversible;01/12/2026;2026-12-31
                """);

        assertThat(content.rejections()).isEmpty();
        assertThat(content.entries())
                .extracting(FileContent.Located::entry)
                .containsExactly(new Entry(
                        "liv-1",
                        "Livrez-vous ?",
                        List.of("Faites-vous des livraisons ?", "Do you deliver?"),
                        List.of("envoi", "colis"),
                        "Achat",
                        "Oui ; sous 3 jours.\nGratuit.",
                        Language.FRENCH,
                        ActionClass.REVERSIBLE,
                        new Validity(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31))));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsTheOneThatFindsTheColumns(String delimiter) {
        String table = "question,answer,keywords\nOpening hours?,From 9 to 5.,\n".replace(",", delimiter);

        assertThat(read(table).entries())
                .extracting(found -> found.entry().id(), found -> found.entry().answer())
                .containsExactly(tuple("faq.csv#opening-hours", "From 9 to 5."));
        assertThat(read("sep=" + delimiter + "\r\n" + table).entries())
                .extracting(FileContent.Located::line)
                .containsExactly(3);
    }

    @Test
    void whatSpreadsheetsWriteIsRead() {
        String table = "question;réponse\r\nOù êtes-vous ?;Au café de l'Œuvre, 3 €.\r\n\r\n;;\r\n";
        for (byte[] bytes : List.of(
                table.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16BE),
                table.getBytes(Charset.forName("windows-1252")))) {
            FileContent content = read(bytes);

            assertThat(content.rejections()).isEmpty();
            assertThat(content.entries())
                    .extracting(found -> found.entry().answer())
                    .containsExactly("Au café de l'Œuvre, 3 €.");
        }
    }

    @Test
    void everyBadRowIsNamedAndTheGoodOnesAreKept() {
        FileContent content = read(String.join(
                "\n",
                "id,question,answer,action,valid_from,valid_until",
                "a,Où ?,Ici.",
                "b,,Ici.",
                "c,Où ?,",
                "a,Quand ?,Demain.",
                "d,Où ?,Ici.,delete everything",
                "e,Où ?,Ici.,,31/02/2026",
                "f,Où ?,Ici.,,demain",
                "g,Où ?,Ici.,,2026-02-01,2026-01-01",
                "h,Où ?,Ici, ou là., , , ,trop",
                "i,\"Où,Ici.",
                "j,???,Ici.",
                "k,Comment ?," + "x".repeat(Entry.MAX_ANSWER + 1),
                "l,Pourquoi ?,Parce que."));

        assertThat(content.entries()).extracting(found -> found.entry().id()).containsExactly("a", "l");
        assertThat(content.rejections())
                .extracting(Rejection::line, Rejection::rule)
                .containsExactly(
                        tuple(3, Rule.EMPTY),
                        tuple(4, Rule.EMPTY),
                        tuple(5, Rule.DUPLICATE_ID),
                        tuple(6, Rule.WRONG_VALUE),
                        tuple(7, Rule.WRONG_VALUE),
                        tuple(8, Rule.WRONG_VALUE),
                        tuple(9, Rule.WRONG_VALUE),
                        tuple(10, Rule.BAD_ROW),
                        tuple(11, Rule.BAD_ROW),
                        tuple(12, Rule.NO_QUESTION),
                        tuple(13, Rule.TOO_LONG));
        assertThat(content.rejections()).allSatisfy(r -> assertThat(r.detail()).doesNotContain("Ici"));
    }

    @Test
    void aTableWithoutTheColumnsIsReportedOnce() {
        assertThat(read("Où ?;Ici.\nQuand ?;Demain.\n").rejections())
                .extracting(Rejection::line, Rejection::rule)
                .containsExactly(tuple(1, Rule.MISSING_FIELD));
        assertThat(read("question\nOù ?\n").rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.detail()).contains("answer"));
        assertThat(read(new byte[] {0, 1, 2, (byte) 0x81, 0}).rejections())
                .extracting(Rejection::rule)
                .containsExactly(Rule.NOT_UTF_8);
    }

    @Test
    void hostileTablesTakeLinearTime() {
        // Quotes without an end, one row of a megabyte, a hundred thousand columns: none may take minutes.
        String openQuotes = "question,answer\n" + "\"a,b\n".repeat(100_001);
        String longRow = "question,answer\nOù ?,\"" + "a".repeat(2 << 20) + "\"\nQuand ?,Demain.";
        String manyColumns = "question,answer" + ",x".repeat(100_000) + "\nOù ?,Ici.";
        String oneOpen = "question,answer\n\"Où,Ici.\n" + "Quand ?,Demain.\n".repeat(200_000);

        assertThat(read(openQuotes).entries()).isEmpty();
        assertThat(read(openQuotes).rejected()).isPositive();
        assertThat(read(longRow).entries()).hasSize(1);
        assertThat(read(longRow).rejections()).extracting(Rejection::rule).containsExactly(Rule.BAD_ROW);
        assertThat(read(manyColumns).rejections()).isNotEmpty();
        assertThat(read(oneOpen).entries()).hasSize(Collector.MAX_ENTRIES);
        assertThat(read(oneOpen).rejected()).isEqualTo(200_000 - Collector.MAX_ENTRIES + 1);
    }

    private static FileContent read(String table) {
        return read(table.getBytes(StandardCharsets.UTF_8));
    }

    private static FileContent read(byte[] bytes) {
        Collector collector = new Collector("faq.csv", Language.FRENCH);
        FileFormat.TABLE.read(bytes, collector);
        return collector.finish();
    }
}
