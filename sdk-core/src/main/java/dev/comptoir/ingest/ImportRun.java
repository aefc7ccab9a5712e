package dev.comptoir.ingest;

import dev.comptoir.Business;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Rejection;
import dev.comptoir.event.Rejection.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** One pass through a file. Not thread-safe; used once. */
final class ImportRun {
    private static final int PROGRESS_LINES = 10_000;
    private static final int MAX_TITLE = 1000;

    private final Business business;
    private final CsvColumns columns;
    private final LineParser parser;
    private final Consumer<? super Rejection> onRejection;
    private final Receipts receipts;
    private final List<Rejection> rejections = new ArrayList<>();
    private final DistinctCount receiptIds = new DistinctCount();
    private final DistinctCount customerIds = new DistinctCount();
    private final DistinctCount productIds = new DistinctCount();
    private final Map<ProductId, Product> newProducts = new LinkedHashMap<>();
    private long lines;
    private long rejectedLines;
    private long linesWithoutCustomer;
    private long cancelledLines;
    private long returnedLines;

    ImportRun(Business business, CsvColumns columns, LineParser parser, Consumer<? super Rejection> onRejection) {
        this.business = business;
        this.columns = columns;
        this.parser = parser;
        this.onRejection = onRejection;
        this.receipts = new Receipts(business.events(), this::note);
    }

    ImportReport read(CsvLines source, LongConsumer progress) throws IOException {
        for (Optional<CsvLines.Entry> next = source.next(); next.isPresent(); next = source.next()) {
            lines++;
            CsvLines.Entry entry = next.get();
            try {
                line(entry);
            } catch (LineParser.RejectedField e) {
                rejectedLines++;
                note(new Rejection(entry.line(), e.field, e.valueClass, e.rule, e.hint));
            }
            if (lines % PROGRESS_LINES == 0) {
                progress.accept(lines);
            }
        }
        receipts.finish();
        business.catalog().putAll(newProducts.values());
        progress.accept(lines);
        return new ImportReport(
                new AppendReport(
                        receipts.stored(), receipts.duplicates(), rejectedLines + receipts.rejectedLines(), rejections),
                lines,
                receipts.acceptedLines(),
                receiptIds.size(),
                customerIds.size(),
                productIds.size(),
                linesWithoutCustomer,
                cancelledLines,
                returnedLines,
                newProducts.size());
    }

    private void line(CsvLines.Entry entry) throws LineParser.RejectedField {
        List<String> fields = entry.fields();
        if (fields == null) {
            throw entry.problem() == CsvLines.Problem.TOO_LONG
                    ? new LineParser.RejectedField(
                            "line",
                            entry.length() + " characters",
                            Rule.TOO_LONG,
                            "a line is longer than maxLineLength(...) allows")
                    : new LineParser.RejectedField(
                            "line",
                            entry.length() + " characters",
                            Rule.QUOTES,
                            "a quote is not closed, or something follows it; a quote inside a field is written twice");
        }
        check(fields);
        count(fields);
        ReceiptLine line = parser.parse(entry.line(), fields);
        receipts.add(line, columns.receipt, columns.customer);
        if (line.returned()) {
            returnedLines++;
        } else {
            list(line.line().product(), fields);
        }
    }

    private void check(List<String> fields) throws LineParser.RejectedField {
        int expected = parser.fieldCount();
        if (fields.size() != expected) {
            throw new LineParser.RejectedField(
                    "line",
                    fields.size() + " fields",
                    Rule.FIELD_COUNT,
                    "the header has " + expected + " fields. Maybe a delimiter stands inside a field without quotes?");
        }
        for (String field : fields) {
            if (field.indexOf('\ufffd') >= 0) {
                throw new LineParser.RejectedField(
                        "line",
                        Shapes.of(field),
                        Rule.ENCODING,
                        "a field has bytes that are no text in this character set. Maybe set charset(ISO_8859_1)?");
            }
        }
    }

    /** What the file says, whether or not the line can be used. */
    private void count(List<String> fields) {
        String receipt = parser.field(columns.receipt, fields);
        if (!receipt.isEmpty()) {
            receiptIds.add(receipt);
        }
        String customer = parser.field(columns.customer, fields);
        if (customer.isEmpty()) {
            linesWithoutCustomer++;
        } else {
            customerIds.add(customer);
        }
        String product = parser.field(columns.product, fields);
        if (!product.isEmpty()) {
            productIds.add(product);
        }
        if (parser.isCancelled(fields)) {
            cancelledLines++;
        }
    }

    /** The first sale of a product that the catalogue lacks lists it; what the merchant listed is never changed. */
    private void list(ProductId product, List<String> fields) {
        String title = parser.field(columns.title, fields);
        if (title.isEmpty()
                || newProducts.containsKey(product)
                || business.catalog().find(product).isPresent()) {
            return;
        }
        Product listed = Product.of(product, title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE));
        String category = parser.field(columns.category, fields);
        newProducts.put(
                product, category.isEmpty() || category.length() > MAX_TITLE ? listed : listed.withCategory(category));
    }

    private void note(Rejection rejection) {
        onRejection.accept(rejection);
        if (rejections.size() < AppendReport.MAX_REJECTIONS) {
            rejections.add(rejection);
        }
    }
}
