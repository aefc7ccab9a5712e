package dev.comptoir.assist.knowledge.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.encoding.DictionaryEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What of a font is needed to read: which letters its codes are, and how wide. Font files are never opened, the file's own
 * included: a broken or hostile one cannot do harm. Not thread-safe.
 */
final class PdfFont extends PDFont {
    /*
     * Letters: the font's ToUnicode map; else, for a simple font, the names of its encoding (StandardEncoding where there is
     * none) in Adobe's glyph list. Not read: composite fonts without ToUnicode, and built-in encodings of embedded fonts that
     * differ from the standard one; producers write ToUnicode for both, or the text cannot be copied from any viewer.
     */
    private static final float USUAL_WIDTH = 500;
    private static final int MAX_WIDTHS = 100_000;

    private final boolean composite;
    private final @Nullable Encoding encoding;
    private final Map<Integer, Float> compositeWidths = new HashMap<>();
    private float compositeDefault = 1_000;

    PdfFont(COSDictionary dictionary) throws IOException {
        super(dictionary);
        composite = COSName.TYPE0.equals(dictionary.getCOSName(COSName.SUBTYPE));
        encoding = composite ? null : encoding(dictionary);
        if (composite) {
            readCompositeWidths(dictionary);
        }
    }

    boolean isBold() {
        String name = getName();
        return name != null && name.toLowerCase(Locale.ROOT).contains("bold");
    }

    private static Encoding encoding(COSDictionary font) {
        COSBase given = font.getDictionaryObject(COSName.ENCODING);
        if (given instanceof COSName name) {
            Encoding known = Encoding.getInstance(name);
            return known == null ? StandardEncoding.INSTANCE : known;
        }
        return given instanceof COSDictionary differences
                ? new DictionaryEncoding(differences, true, StandardEncoding.INSTANCE)
                : StandardEncoding.INSTANCE;
    }

    /** The array W of the descendant: first code and an array of widths, or first and last code and one width. */
    private void readCompositeWidths(COSDictionary dictionary) {
        COSArray descendants = dictionary.getCOSArray(COSName.DESCENDANT_FONTS);
        COSBase descendant = descendants == null || descendants.size() == 0 ? null : descendants.getObject(0);
        if (!(descendant instanceof COSDictionary font)) {
            return;
        }
        compositeDefault = font.getFloat(COSName.DW, compositeDefault);
        COSArray widths = font.getCOSArray(COSName.W);
        for (int i = 0; widths != null && i + 1 < widths.size() && compositeWidths.size() < MAX_WIDTHS; ) {
            int first = widths.getObject(i) instanceof COSNumber number ? number.intValue() : 0;
            COSBase next = widths.getObject(i + 1);
            if (next instanceof COSArray each) {
                for (int k = 0; k < Math.min(each.size(), MAX_WIDTHS); k++) {
                    compositeWidths.put(first + k, number(each.getObject(k)));
                }
                i += 2;
            } else {
                float width = i + 2 < widths.size() ? number(widths.getObject(i + 2)) : compositeDefault;
                int last = Math.min((int) number(next), Math.min(first, 0xFFFF) + MAX_WIDTHS);
                for (int code = first; code <= last; code++) {
                    compositeWidths.put(code, width);
                }
                i += 3;
            }
        }
    }

    private static float number(@Nullable COSBase value) {
        return value instanceof COSNumber number ? number.floatValue() : 0;
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        int first = in.read();
        if (!composite) {
            return first;
        }
        int second = in.read();
        return second < 0 ? first : (first << 8) | second;
    }

    @Override
    public String toUnicode(int code, GlyphList custom) {
        String mapped = toUnicode(code);
        if (mapped != null) {
            return mapped;
        }
        String name = encoding == null ? null : encoding.getName(code);
        String letters = name == null ? null : custom.toUnicode(name);
        return letters == null ? "" : letters;
    }

    @Override
    public float getWidth(int code) throws IOException {
        return composite ? compositeWidths.getOrDefault(code, compositeDefault) : super.getWidth(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        String name = encoding == null ? null : encoding.getName(code);
        return name == null ? USUAL_WIDTH : getStandard14AFM().getCharacterWidth(name);
    }

    @Override
    public float getWidthFromFont(int code) {
        return USUAL_WIDTH;
    }

    @Override
    public float getAverageFontWidth() {
        return USUAL_WIDTH;
    }

    @Override
    public BoundingBox getBoundingBox() {
        return new BoundingBox(0, -200, 1_000, 800);
    }

    @Override
    public Matrix getFontMatrix() {
        return DEFAULT_FONT_MATRIX;
    }

    @Override
    public String getName() {
        return dict.getNameAsString(COSName.BASE_FONT);
    }

    // Abstract in PDFBox as long as it is there.
    @SuppressWarnings("deprecation")
    @Override
    public float getHeight(int code) {
        return 0;
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    protected byte[] encode(int unicode) {
        throw new UnsupportedOperationException("This font is for reading.");
    }

    @Override
    public void addToSubset(int codePoint) {
        throw new UnsupportedOperationException("This font is for reading.");
    }

    @Override
    public void subset() {
        throw new UnsupportedOperationException("This font is for reading.");
    }

    @Override
    public boolean willBeSubset() {
        return false;
    }
}
