package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a PDF's pages, in bounded time and memory. Not thread-safe. */
final class PdfText extends PDFTextStripper {
    /*
     * PDFBox's stripper decides what a line is. Its own fonts are not used: for any font that the file does not bring along they
     * look through the fonts of the machine and leave a cache in the user's home. The two operators that set a font make a
     * PdfFont instead, which knows widths and letters and no shapes.
     */
    static final int MAX_PAGE_GLYPHS = 200_000;
    static final int MAX_GLYPHS = 10_000_000;
    static final int MAX_OPERATORS = 20_000_000;
    private static final double GAP = 1.5;

    private final IdentityHashMap<COSDictionary, PdfFont> fonts = new IdentityHashMap<>();
    private final Problems problems;
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final List<TextPosition> glyphs = new ArrayList<>();
    private double lastY = Double.NaN;
    private int pageGlyphs;
    private int allGlyphs;
    private int operators;

    /** @param problems is told of pages that cannot be read */
    PdfText(Problems problems) throws IOException {
        this.problems = problems;
        addOperator(new SetFont());
        addOperator(new IgnoreGraphicsState());
    }

    /** The lines of the first pages, in the order in which the file draws them; those of pages that failed are not there. */
    List<PdfLine> read(PDDocument document, int maxPages) throws IOException {
        setEndPage(maxPages);
        writeText(document, Writer.nullWriter());
        return lines;
    }

    @Override
    public void processPage(PDPage page) {
        int first = lines.size();
        line.setLength(0);
        glyphs.clear();
        lastY = Double.NaN;
        pageGlyphs = 0;
        try {
            super.processPage(page);
            markEdges(first);
        } catch (TooMuchException e) {
            problems.found(getCurrentPageNo(), Rule.TOO_LONG, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The parser meets broken pages with all of these.
            problems.found(getCurrentPageNo(), Rule.DAMAGED, "The page cannot be read.");
        }
        if (operators > MAX_OPERATORS || allGlyphs > MAX_GLYPHS) {
            setEndPage(getCurrentPageNo());
        }
    }

    private void markEdges(int first) {
        for (int i : new int[] {first, lines.size() - 1}) {
            if (i >= first && i < lines.size()) {
                PdfLine at = lines.get(i);
                lines.set(i, new PdfLine(at.page(), at.text(), at.size(), at.bold(), at.gap(), true));
            }
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        line.append(text);
        glyphs.addAll(positions);
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        String text = line.toString().strip();
        if (!text.isEmpty() && !glyphs.isEmpty()) {
            TextPosition middle = glyphs.get(glyphs.size() / 2);
            double y = middle.getYDirAdj();
            int size = Math.round(10 * Math.abs(middle.getFontSizeInPt()));
            boolean gap = !(y - lastY <= GAP * size / 10.0);
            PDFont font = middle.getFont();
            boolean bold = font instanceof PdfFont own && own.isBold();
            lines.add(new PdfLine(getCurrentPageNo(), text, size, bold, gap, false));
            lastY = y;
        }
        line.setLength(0);
        glyphs.clear();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MAX_OPERATORS) {
            throw new TooMuchException("The PDF draws more than " + MAX_OPERATORS + " things.");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        // Without a font of its own, text would be set in one of the machine's.
        if (getGraphicsState().getTextState().getFont() != null) {
            super.showText(string);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (++allGlyphs > MAX_GLYPHS) {
            throw new TooMuchException("The PDF has more than " + MAX_GLYPHS + " letters.");
        }
        if (++pageGlyphs > MAX_PAGE_GLYPHS) {
            throw new TooMuchException("The page has more than " + MAX_PAGE_GLYPHS + " letters.");
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof TooMuchException) {
            throw e;
        }
        super.operatorException(operator, operands, e);
    }

    private @Nullable PDFont font(COSName name) throws IOException {
        PDResources resources = getResources();
        COSDictionary all = resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary one = all == null ? null : all.getCOSDictionary(name);
        if (one == null) {
            return null;
        }
        PdfFont known = fonts.get(one);
        if (known == null) {
            known = new PdfFont(one);
            fonts.put(one, known);
        }
        return known;
    }

    private final class SetFont extends OperatorProcessor {
        SetFont() {
            super(PdfText.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (operands.size() > 1
                    && operands.get(0) instanceof COSName name
                    && operands.get(1) instanceof COSNumber size) {
                getGraphicsState().getTextState().setFontSize(size.floatValue());
                getGraphicsState().getTextState().setFont(font(name));
            }
        }

        @Override
        public String getName() {
            return OperatorName.SET_FONT_AND_SIZE;
        }
    }

    /** These states set fonts, and nothing else that matters for text. */
    private final class IgnoreGraphicsState extends OperatorProcessor {
        IgnoreGraphicsState() {
            super(PdfText.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            // Nothing: see above.
        }

        @Override
        public String getName() {
            return OperatorName.SET_GRAPHICS_STATE_PARAMS;
        }
    }

    /** Is told what is wrong with a page. */
    interface Problems {
        void found(int page, Rule rule, String detail);
    }

    /** A page or a document holds more than is allowed. */
    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1;

        TooMuchException(String message) {
            super(message);
        }
    }
}
