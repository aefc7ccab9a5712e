package dev.comptoir.assist.knowledge.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/** Looks at how far the streams of a PDF unpack before anything unpacks them. Linear in the bytes packed and unpacked. */
final class PdfStreams {
    /*
     * A stream unpacks to as much as a thousand times its size, and PDFBox unpacks into memory without a limit, some while it
     * still looks for the pages. So each stream is unpacked here first, and counted instead of kept, from the keyword "stream"
     * on, whatever the file's tables say about its place. Pictures are left out: they are large for good reasons and are never
     * unpacked for text.
     */
    static final long MAX_STREAM = 64L << 20;
    static final long MAX_TOTAL = 1L << 30;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 2_000;
    private static final Pattern FILTER = Pattern.compile(
            "/(FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL)\\b");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s{0,5}/Image\\b");
    private static final Pattern STRUCTURE = Pattern.compile("/(?:ObjStm|XRef)\\b");

    private PdfStreams() {}

    static boolean areBounded(byte[] bytes) {
        long total = 0;
        for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
            int from = at;
            if (from < bytes.length && bytes[from] == '\r') {
                from++;
            }
            if (from < bytes.length && bytes[from] == '\n') {
                from++;
            }
            String dictionary = dictionary(bytes, at - STREAM.length);
            boolean picture = PICTURE.matcher(dictionary).find()
                    && !STRUCTURE.matcher(dictionary).find();
            if (!picture) {
                long size = size(bytes, from, dictionary);
                total += size;
                if (size > MAX_STREAM || total > MAX_TOTAL) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Behind the next keyword; -1 where there is none. The keyword that ends a stream is no beginning. */
    private static int next(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - STREAM.length; i++) {
            if (bytes[i] == 's'
                    && matches(bytes, i)
                    && !(i >= 3 && bytes[i - 1] == 'd' && bytes[i - 2] == 'n' && bytes[i - 3] == 'e')) {
                return i + STREAM.length;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static String dictionary(byte[] bytes, int end) {
        int from = Math.max(0, end - DICTIONARY);
        String before = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    private static long size(byte[] bytes, int from, String dictionary) {
        List<String> filters = FILTER.matcher(dictionary)
                .results()
                .map(found -> found.group(1))
                .toList();
        boolean zlib = from + 1 < bytes.length
                && (bytes[from] & 0x0F) == 8
                && (((bytes[from] & 0xFF) << 8) | (bytes[from + 1] & 0xFF)) % 31 == 0;
        boolean chained = filters.stream().anyMatch(filter -> !filter.startsWith("Fl"));
        // Deflated data are counted even where the dictionary calls them something else.
        long inflated = zlib ? inflated(bytes, from) : 0;
        return chained ? Math.max(inflated, unpacked(bytes, from, filters)) : inflated;
    }

    private static long inflated(byte[] bytes, int from) {
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            while (!inflater.finished() && size <= MAX_STREAM) {
                int more = inflater.inflate(buffer);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                size += more;
            }
        } catch (DataFormatException e) {
            // What came before the damage is what PDFBox will unpack as well.
            return size;
        } finally {
            inflater.end();
        }
        return size;
    }

    /** Through all filters, each bounded; a filter that fails ends it. */
    private static long unpacked(byte[] bytes, int from, List<String> filters) {
        int end = Math.max(from, endOfStream(bytes, from));
        byte[] data = null;
        InputStream in = new ByteArrayInputStream(bytes, from, end - from);
        long largest = 0;
        for (String filter : filters) {
            BoundedOutput out = new BoundedOutput();
            try {
                FilterFactory.INSTANCE.getFilter(COSName.getPDFName(filter)).decode(in, out, new COSDictionary(), 0);
            } catch (IOException | RuntimeException e) {
                largest = Math.max(largest, out.size);
                break;
            }
            largest = Math.max(largest, out.size);
            data = out.kept.toByteArray();
            in = new ByteArrayInputStream(data);
        }
        return largest;
    }

    private static int endOfStream(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - STREAM.length; i++) {
            if (bytes[i] == 's' && i >= 3 && matches(bytes, i) && bytes[i - 1] == 'd' && bytes[i - 2] == 'n') {
                return i - 3;
            }
        }
        return bytes.length;
    }

    /** Fails where more is written than a stream may hold. */
    private static final class BoundedOutput extends OutputStream {
        final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size;

        @Override
        public void write(int b) throws IOException {
            grow(1);
            kept.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            grow(length);
            kept.write(bytes, from, length);
        }

        private void grow(int more) throws IOException {
            size += more;
            if (size > MAX_STREAM) {
                throw new IOException("Longer than " + MAX_STREAM + " bytes.");
            }
        }
    }
}
