package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * A PDF: its text under the lines that are set larger than the rest or end in a question mark. Everything stays in memory; no
 * font is loaded, no picture decoded, nothing written.
 */
final class PdfReader {
    static final int MAX_PAGES = 5_000;

    private final @Nullable Language language;
    private final Collector collector;

    PdfReader(@Nullable Language language, Collector collector) {
        this.language = language;
        this.collector = collector;
    }

    void read(byte[] bytes) {
        if (!PdfStreams.areBounded(bytes)) {
            collector.reject(
                    0,
                    Rule.TOO_LONG,
                    "A stream of the PDF unpacks to more than " + PdfStreams.MAX_STREAM
                            + " bytes, or all together to more than " + PdfStreams.MAX_TOTAL + ".");
            return;
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                encrypted();
            } else {
                read(document);
            }
        } catch (InvalidPasswordException e) {
            encrypted();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The parser meets broken files with all of these.
            damaged();
        }
    }

    private void read(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        AtomicInteger problems = new AtomicInteger();
        PdfText text = new PdfText((page, rule, detail) -> {
            problems.incrementAndGet();
            collector.reject(page, rule, detail);
        });
        List<PdfLine> lines = text.read(document, MAX_PAGES);
        if (pages > MAX_PAGES) {
            collector.reject(0, Rule.TOO_MANY, "At most " + MAX_PAGES + " pages of a PDF are read.");
        }
        if (pages == 0) {
            damaged();
        } else if (!lines.isEmpty()) {
            new PdfSections(language, collector).read(PdfLine.withoutRunningTitles(lines));
        } else if (problems.get() == 0) {
            collector.reject(
                    0, Rule.NO_TEXT, "The PDF has no text, only pictures. Maybe let a scanner recognise its text?");
        }
    }

    private void encrypted() {
        collector.reject(0, Rule.ENCRYPTED, "The PDF is encrypted. Maybe save it again without a password?");
    }

    private void damaged() {
        collector.reject(0, Rule.DAMAGED, "The PDF cannot be read. Maybe save it again?");
    }
}
