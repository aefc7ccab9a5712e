package dev.comptoir.ingest;

import dev.comptoir.Business;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of receipt lines, as tills and ERPs export it, into a business: one {@code Purchase} or {@code Return} a receipt.
 * Good lines are kept when others are bad; the same file twice changes nothing. Streams: memory does not grow with the file, but
 * for 16 bytes for each different receipt, customer and product, and the titles of new products. Not thread-safe; used once.
 *
 * <pre>{@code
 * ImportReport report = CsvImport.of(Path.of("sales.csv"))
 *     .columns(CsvColumns.builder().receipt("InvoiceNo").time("InvoiceDate").customer("CustomerID")
 *         .product("StockCode").title("Description").quantity("Quantity").unitPrice("UnitPrice").build())
 *     .currency("GBP").cancelledPrefix("C")
 *     .into(business);
 * }</pre>
 */
public final class CsvImport {
    private static final String ISO = "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSS]]][XXX]";

    private final Path file;
    private @Nullable CsvColumns columns;
    private char delimiter = ',';
    private Charset charset = StandardCharsets.UTF_8;
    private String timePattern = ISO;
    private DateTimeFormatter timeFormat = formatter(ISO);
    private @Nullable ZoneId zone;
    private @Nullable Currency currency;
    private boolean decimalComma;
    private @Nullable String cancelledPrefix;
    private int maxLineLength = 1 << 20;
    private Consumer<? super ImportProgress> progress = step -> {};
    private Consumer<? super Rejection> onRejection = rejection -> {};

    private CsvImport(Path file) {
        this.file = file;
    }

    /** Begins the import of a file with a header line; one whose name ends in {@code .gz} is unpacked while reading. */
    public static CsvImport of(Path file) {
        return new CsvImport(file);
    }

    /** Which column holds what. Needed. */
    public CsvImport columns(CsvColumns columns) {
        this.columns = columns;
        return this;
    }

    /** What stands between fields; a comma by default. */
    public CsvImport delimiter(char delimiter) {
        this.delimiter = delimiter;
        return this;
    }

    /** How characters are written; UTF-8 by default. */
    public CsvImport charset(Charset charset) {
        this.charset = charset;
        return this;
    }

    /**
     * How times are written, as a pattern of {@link DateTimeFormatter}; ISO 8601 with or without time of day and offset by
     * default.
     *
     * @throws IllegalArgumentException if it is no such pattern
     */
    public CsvImport timePattern(String pattern) {
        this.timeFormat = formatter(pattern);
        this.timePattern = pattern;
        return this;
    }

    /** The zone of times without an offset; the business's by default. */
    public CsvImport zone(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    /** The currency of lines without one, as an ISO 4217 code; the business's by default. */
    public CsvImport currency(String code) {
        this.currency = Currency.getInstance(code);
        return this;
    }

    /** Numbers are written as in French, {@code 1 234,50}. */
    public CsvImport decimalComma() {
        this.decimalComma = true;
        return this;
    }

    /** Receipts whose number begins so are cancellations: all of their lines are returns. */
    public CsvImport cancelledPrefix(String prefix) {
        this.cancelledPrefix = prefix;
        return this;
    }

    /** Longer lines are rejected unread; 1,048,576 characters by default. */
    public CsvImport maxLineLength(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("maxLineLength is " + characters + ", but must be at least 1.");
        }
        this.maxLineLength = characters;
        return this;
    }

    /** Is told every 10,000 lines how far it is, and at the end. */
    public CsvImport onProgress(Consumer<? super ImportProgress> progress) {
        this.progress = progress;
        return this;
    }

    /** Is told of every rejected line at once, also of those beyond what the report lists. */
    public CsvImport onRejection(Consumer<? super Rejection> onRejection) {
        this.onRejection = onRejection;
        return this;
    }

    /**
     * Reads the whole file. What was read before a failure of the store stays; importing again goes on from there.
     *
     * @throws ConfigurationException if the file cannot be read, or lacks a mapped column
     * @throws dev.comptoir.error.StoreException if the events cannot be kept
     */
    public ImportReport into(Business business) {
        CsvColumns mapped = columns;
        if (mapped == null) {
            throw new IllegalStateException("No columns are set. Maybe call columns(CsvColumns.builder()...)?");
        }
        try (CountingStream counted = new CountingStream(Files.newInputStream(file));
                Reader reader = decode(counted)) {
            CsvLines lines = new CsvLines(reader, delimiter, maxLineLength);
            LineParser parser = parser(mapped, header(mapped, lines), business);
            ImportRun run = new ImportRun(business, mapped, parser, onRejection);
            return run.read(
                    lines,
                    count -> progress.accept(
                            new ImportProgress(count, counted.count(), counted.count() + remaining(counted))));
        } catch (IOException e) {
            throw new ConfigurationException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "The file " + file.getFileName() + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Maybe the path is wrong, or the file is not complete?",
                    e);
        }
    }

    private long remaining(CountingStream counted) {
        try {
            return Math.max(0, Files.size(file) - counted.count());
        } catch (IOException e) {
            return 0;
        }
    }

    private Reader decode(InputStream counted) throws IOException {
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        InputStream plain = packed ? new GZIPInputStream(counted, 1 << 16) : counted;
        // Bytes that are no text become U+FFFD, which the line they stand in is rejected for.
        return new InputStreamReader(
                plain,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private Header header(CsvColumns mapped, CsvLines lines) throws IOException {
        List<String> names = lines.next().map(CsvLines.Entry::fields).orElse(null);
        Map<String, Integer> index = new HashMap<>();
        List<String> found = new ArrayList<>();
        if (names != null) {
            for (int i = 0; i < names.size(); i++) {
                found.add(names.get(i).strip());
                index.putIfAbsent(names.get(i).strip(), i);
            }
        }
        List<String> missing =
                mapped.names().stream().filter(name -> !index.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            String hint = found.size() <= 1
                    ? " Maybe set delimiter(';') or charset(...)?"
                    : " Maybe a name is written differently?";
            throw new ConfigurationException(
                    ErrorCode.IMPORT_COLUMNS,
                    "The file " + file.getFileName() + " lacks the columns " + missing + "; its header has "
                            + excerpt(found) + "." + hint);
        }
        return new Header(index, found.size());
    }

    private static String excerpt(List<String> names) {
        String all = names.toString();
        return all.length() <= 300 ? all : all.substring(0, 300) + "...";
    }

    private LineParser parser(CsvColumns mapped, Header header, Business business) {
        ZoneId usedZone = zone;
        Currency usedCurrency = currency;
        return new LineParser(
                mapped,
                header.index(),
                header.fieldCount(),
                timeFormat,
                timePattern,
                usedZone == null ? business.settings().zone() : usedZone,
                usedCurrency == null ? business.settings().currency() : usedCurrency,
                decimalComma,
                cancelledPrefix);
    }

    /** Where each column stands, and how many there are. */
    private record Header(Map<String, Integer> index, int fieldCount) {}

    private static DateTimeFormatter formatter(String pattern) {
        // With "yyyy" strict resolving would ask for an era as well.
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
