package dev.comptoir.assist.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    @TempDir
    Path folder;

    @Test
    void largerLinesAreHeadingsOverTheTextBelow() {
        byte[] pdf = new TinyPdf()
                .line(24, "Conditions générales")
                .line(16, "Retours et échanges")
                .line(11, "Sous 30 jours, avec le ticket de caisse.")
                .line(11, "Les articles soldés ne sont pas repris.")
                .gap(20)
                .line(16, "Livraison à")
                .line(16, "domicile")
                .line(11, "Gratuite dès 50 €.")
                .endPage()
                .line(11, "Sinon, elle coûte 4,90 €.")
                .endPage()
                .bytes();

        FileContent content = read(pdf);

        assertThat(content.entries())
                .extracting(
                        found -> found.entry().id(),
                        found -> found.entry().question(),
                        found -> found.entry().theme(),
                        found -> found.entry().answer(),
                        FileContent.Located::line)
                .containsExactly(
                        tuple(
                                "faq.pdf#retours-et-echanges",
                                "Retours et échanges",
                                "Conditions générales",
                                "Sous 30 jours, avec le ticket de caisse.\nLes articles soldés ne sont pas repris.",
                                1),
                        tuple(
                                "faq.pdf#livraison-a-domicile",
                                "Livraison à domicile",
                                "Conditions générales",
                                "Gratuite dès 50 €.\n\nSinon, elle coûte 4,90 €.",
                                1));
        assertThat(content.rejections()).isEmpty();
    }

    @Test
    void linesThatAskAreHeadingsWhereTheyStandApart() {
        byte[] pdf = new TinyPdf()
                .line("F2", 11, "Êtes-vous ouverts le lundi ?")
                .line(11, "Non, nous fermons le lundi. Pourquoi ?")
                .line(11, "Parce que le marché est le dimanche.")
                .gap(15)
                .line(11, "Peut-on payer par chèque ?")
                .line(11, "Oui, sur présentation d'une pièce d'identité.")
                .endPage()
                .bytes();

        assertThat(read(pdf).entries())
                .extracting(
                        found -> found.entry().question(),
                        found -> found.entry().answer())
                .containsExactly(
                        tuple(
                                "Êtes-vous ouverts le lundi ?",
                                "Non, nous fermons le lundi. Pourquoi ?\nParce que le marché est le dimanche."),
                        tuple("Peut-on payer par chèque ?", "Oui, sur présentation d'une pièce d'identité."));
    }

    @Test
    void titlesAndNumbersThatRunOverThePagesAreLeftOut() {
        TinyPdf pdf = new TinyPdf();
        for (int page = 1; page <= 3; page++) {
            pdf.line(9, "Boulangerie Martin, guide " + page)
                    .gap(10)
                    .line(16, "Question " + "abc".charAt(page - 1))
                    .line(11, "Réponse numéro " + page + ", assez longue pour donner sa taille au texte.")
                    .gap(30)
                    .line(9, "page " + page)
                    .endPage();
        }

        assertThat(read(pdf.bytes()).entries())
                .extracting(found -> found.entry().answer())
                .containsExactly(
                        "Réponse numéro 1, assez longue pour donner sa taille au texte.",
                        "Réponse numéro 2, assez longue pour donner sa taille au texte.",
                        "Réponse numéro 3, assez longue pour donner sa taille au texte.");
    }

    @Test
    void compositeFontsAreReadThroughTheirMapToUnicode() {
        String map =
                "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange"
                        + " 2 beginbfchar <0001> <004F> <0002> <0153> endbfchar 1 beginbfrange <0010> <0029> <0061> endbfrange"
                        + " endcmap end";
        TinyPdf pdf = new TinyPdf();
        int toUnicode = pdf.addStream("", map.getBytes(StandardCharsets.US_ASCII));
        int descendant = pdf.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[1[700 800] 16 41 500]/DW 600>>");
        int font = pdf.add("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[" + descendant
                + " 0 R]/ToUnicode " + toUnicode + " 0 R>>");
        // "c œ u r" by codes: a is 0x10.
        pdf.page(
                "BT /F 12 Tf 50 700 Td <00120002002400210003> Tj ET".getBytes(StandardCharsets.US_ASCII),
                "",
                "/Font<</F " + font + " 0 R>>");

        assertThat(read(pdf.bytes()).entries())
                .extracting(found -> found.entry().answer())
                .containsExactly("cœur");
    }

    @Test
    void aScannedPdfIsReportedAsOneWithoutText() {
        TinyPdf pdf = new TinyPdf();
        int image = pdf.addStream(
                "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8", new byte[4]);
        pdf.page(
                "q 500 0 0 700 0 0 cm /I Do Q".getBytes(StandardCharsets.US_ASCII),
                "",
                "/XObject<</I " + image + " 0 R>>");

        assertThat(read(pdf.bytes()).rejections())
                .extracting(Rejection::rule, Rejection::line)
                .containsExactly(tuple(Rule.NO_TEXT, 0));
    }

    @Test
    void anEncryptedPdfIsReported() {
        String secret = "<" + "41".repeat(32) + ">";
        TinyPdf pdf = new TinyPdf().line(11, "Rien à voir.").endPage();
        int encrypt = pdf.add("<</Filter/Standard/V 1/R 2/P -44/O " + secret + "/U " + secret + ">>");
        pdf.trailer("/Encrypt " + encrypt + " 0 R/ID[<00><00>]");

        assertThat(read(pdf.bytes()).rejections()).extracting(Rejection::rule).containsExactly(Rule.ENCRYPTED);
    }

    @Test
    void whatIsNoPdfAndWhatIsCutIsReportedAsDamaged() {
        byte[] whole = new TinyPdf().line(11, "Bonjour.").endPage().bytes();
        byte[] noise = new byte[1 << 16];
        new SplittableRandom(7).nextBytes(noise);
        for (byte[] broken : List.of(
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                "not a PDF".getBytes(StandardCharsets.US_ASCII),
                noise,
                Arrays.copyOf(whole, 60))) {
            assertThat(read(broken).rejections()).extracting(Rejection::rule).containsExactly(Rule.DAMAGED);
        }
    }

    @Test
    void everyCutAndEveryFlippedByteEndsInEntriesOrInTheReport() {
        byte[] whole = new TinyPdf()
                .line(16, "Titre")
                .line(11, "Du texte assez long.")
                .endPage()
                .bytes();
        long seed = 20261124;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 400; round++) {
            byte[] broken = whole.clone();
            for (int flip = 0; flip < 3; flip++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(3) == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
            if (cut.length > 0) {
                FileContent content = read(cut);
                assertThat(content.entries().size() + content.rejected())
                        .as("seed " + seed + ", round " + round)
                        .isPositive();
            }
        }
    }

    @Test
    void streamsThatUnpackWithoutMeasureAreRefusedBeforeTheyAreUnpacked() {
        byte[] zeros = TinyPdf.deflated(new byte[(int) PdfStreams.MAX_STREAM + 1]);
        byte[] hexadecimal = java.util.HexFormat.of().formatHex(zeros).getBytes(StandardCharsets.US_ASCII);
        // In LZW, each code may stand for a run one longer than the last: a thousand times the size.
        byte[] lzw = lzwOfZeros(500_000);
        assertThat(lzw.length).isLessThan(1 << 20);

        for (byte[] bomb : List.of(
                new TinyPdf().page(zeros, "/Filter/FlateDecode", "").bytes(),
                new TinyPdf().page(zeros, "/Filter 9 0 R", "").bytes(),
                new TinyPdf()
                        .page(hexadecimal, "/Filter[/ASCIIHexDecode/FlateDecode]", "")
                        .bytes(),
                new TinyPdf().page(lzw, "/Filter/LZWDecode", "").bytes())) {
            assertThat(read(bomb).rejections()).extracting(Rejection::rule).containsExactly(Rule.TOO_LONG);
        }
        byte[] packed = TinyPdf.deflated("BT /F1 11 Tf 50 700 Td (Bonjour.) Tj ET".getBytes(StandardCharsets.US_ASCII));
        assertThat(read(new TinyPdf()
                                .page(packed, "/Filter/FlateDecode", "/Font<</F1 3 0 R>>")
                                .bytes())
                        .entries())
                .hasSize(1);
    }

    @Test
    void aPageOfEndlessTextCostsOnlyItself() {
        String show = "BT /F1 11 Tf 50 700 Td (" + "a".repeat(1_000) + ") Tj ET\n";
        byte[] pdf = new TinyPdf()
                .page(
                        show.repeat(PdfText.MAX_PAGE_GLYPHS / 1_000 + 1).getBytes(StandardCharsets.US_ASCII),
                        "",
                        "/Font<</F1 3 0 R>>")
                .line(11, "La page suivante.")
                .endPage()
                .bytes();

        FileContent content = read(pdf);

        assertThat(content.rejections())
                .extracting(Rejection::rule, Rejection::line)
                .containsExactly(tuple(Rule.TOO_LONG, 1));
        assertThat(content.entries())
                .extracting(found -> found.entry().answer())
                .containsExactly("La page suivante.");
    }

    @Test
    void formsThatCallEachOtherTenfoldEndAtTheLimitOfLetters() {
        TinyPdf pdf = new TinyPdf();
        int last = pdf.addStream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>",
                "BT /F1 11 Tf (aaaaaaaaaa) Tj ET".getBytes(StandardCharsets.US_ASCII));
        for (int level = 0; level < 12; level++) {
            last = pdf.addStream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + last + " 0 R>>>>",
                    "/X Do ".repeat(10).getBytes(StandardCharsets.US_ASCII));
        }
        pdf.page("/X Do".getBytes(StandardCharsets.US_ASCII), "", "/XObject<</X " + last + " 0 R>>");

        assertThat(read(pdf.bytes()).rejections()).extracting(Rejection::rule).containsExactly(Rule.TOO_LONG);
    }

    @Test
    void fiftyMegabytesAreReadInASmallHeapAndLeaveNothingBehind() throws Exception {
        Path faq = Files.createDirectory(folder.resolve("faq"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temp = Files.createDirectory(folder.resolve("temp"));
        TinyPdf pdf = new TinyPdf();
        byte[] picture = new byte[50 << 20];
        new SplittableRandom(3).nextBytes(picture);
        int image = pdf.addStream("/Type/XObject/Subtype/Image/Width 5120/Height 10240/BitsPerComponent 8", picture);
        for (int page = 0; page < 200; page++) {
            pdf.page(
                    ("/I Do BT /F1 18 Tf 50 700 Td (Question " + word(page) + " ?) Tj /F1 11 Tf 0 -20 Td (C'est "
                                    + word(page) + ".) Tj ET")
                            .getBytes(StandardCharsets.US_ASCII),
                    "",
                    "/Font<</F1 3 0 R>>/XObject<</I " + image + " 0 R>>");
        }
        Files.write(faq.resolve("catalogue.pdf"), pdf.bytes());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temp,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        faq.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("200 entries, [] rejected");
        for (Path left : List.of(home, temp)) {
            try (Stream<Path> files = Files.list(left)) {
                assertThat(files).isEmpty();
            }
        }
    }

    /** Reads a folder in a JVM of its own. */
    static final class Reading {
        public static void main(String[] arguments) {
            Knowledge knowledge = Knowledge.load(Path.of(arguments[0]), Language.FRENCH);
            System.out.println(knowledge.entries().size() + " entries, "
                    + knowledge.report().rejections() + " rejected");
        }
    }

    private static FileContent read(byte[] pdf) {
        Collector collector = new Collector("faq.pdf", Language.FRENCH);
        FileFormat.PDF.read(pdf, collector);
        FileContent content = collector.finish();
        return content;
    }

    /** Another word for each number. */
    private static String word(int number) {
        return Integer.toString(number + 1_000, 26)
                .chars()
                .mapToObj(c -> Character.toString(Character.isDigit(c) ? 'A' + c - '0' : c))
                .collect(java.util.stream.Collectors.joining());
    }

    /** Codes of 12 bits after a clear code: 0, then each the run that was just learned. */
    private static byte[] lzwOfZeros(int codes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long bits = 0;
        int held = 0;
        int sinceClear = -1;
        for (int i = 0; i < codes; i++) {
            boolean clear = sinceClear < 0 || sinceClear > 3_800;
            int table = 257 + Math.max(1, sinceClear) + 1;
            int width = sinceClear < 0 || table < 512 ? 9 : table < 1_024 ? 10 : table < 2_048 ? 11 : 12;
            int code = clear ? 256 : sinceClear == 0 ? 0 : 257 + sinceClear;
            sinceClear = clear ? 0 : sinceClear + 1;
            bits = (bits << width) | code;
            held += width;
            while (held >= 8) {
                out.write((int) (bits >> (held - 8)) & 0xFF);
                held -= 8;
            }
        }
        return out.toByteArray();
    }
}
