package dev.comptoir.ingest;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Rejection;
import dev.comptoir.event.Rejection.Rule;
import dev.comptoir.event.Return;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers lines into receipts, in bounded memory: the receipts met last stay open for further lines; the eldest are appended to the
 * log in large transactions. Not thread-safe.
 */
final class Receipts {
    private static final int OPEN_RECEIPTS = 2000;
    private static final int OPEN_LINES = 100_000;
    private static final int BATCH = 1000;

    private final EventLog log;
    private final Consumer<Rejection> rejections;
    private final Map<String, Receipt> open = new LinkedHashMap<>();
    private final List<Event> batch = new ArrayList<>();
    private final List<Receipt> batchOrigins = new ArrayList<>();
    private final List<Integer> batchLines = new ArrayList<>();
    private int openLines;
    private long stored;
    private long duplicates;
    private long acceptedLines;
    private long rejectedLines;

    Receipts(EventLog log, Consumer<Rejection> rejections) {
        this.log = log;
        this.rejections = rejections;
    }

    void add(ReceiptLine line, @Nullable String receiptColumn, @Nullable String customerColumn)
            throws LineParser.RejectedField {
        Receipt receipt = open.get(line.receipt());
        if (receipt == null) {
            receipt = new Receipt(line);
            open.put(line.receipt(), receipt);
        } else {
            receipt.check(line, receiptColumn, customerColumn);
        }
        receipt.add(line);
        openLines++;
        while (open.size() > OPEN_RECEIPTS || (openLines > OPEN_LINES && open.size() > 1)) {
            closeEldest();
        }
    }

    void finish() {
        while (!open.isEmpty()) {
            closeEldest();
        }
        append();
    }

    long acceptedLines() {
        return acceptedLines;
    }

    long rejectedLines() {
        return rejectedLines;
    }

    long stored() {
        return stored;
    }

    long duplicates() {
        return duplicates;
    }

    private void closeEldest() {
        Iterator<Receipt> eldest = open.values().iterator();
        Receipt receipt = eldest.next();
        eldest.remove();
        openLines -= receipt.bought.size() + receipt.returned.size();
        if (!receipt.bought.isEmpty()) {
            put(
                    receipt,
                    new Purchase(EventId.of(receipt.id), receipt.at, receipt.customer, receipt.bought),
                    receipt.bought.size());
        }
        if (!receipt.returned.isEmpty()) {
            // A receipt can hold both; each is an event of its own.
            put(
                    receipt,
                    new Return(
                            EventId.of(receipt.id + "/return"), receipt.at, receipt.customer, receipt.returned, null),
                    receipt.returned.size());
        }
        if (batch.size() >= BATCH) {
            append();
        }
    }

    private void put(Receipt receipt, Event event, int lines) {
        batch.add(event);
        batchOrigins.add(receipt);
        batchLines.add(lines);
    }

    private void append() {
        AppendReport report = log.appendAll(batch);
        stored += report.stored();
        duplicates += report.duplicates();
        int lines = batchLines.stream().mapToInt(Integer::intValue).sum();
        for (Rejection rejection : report.rejections()) {
            int place = (int) rejection.position() - 1;
            int lost = batchLines.get(place);
            lines -= lost;
            rejectedLines += lost;
            String hint = rejection.rule() == Rule.CONFLICT
                    ? lost + " lines: this receipt is kept already with other lines; the first one stays."
                            + " Maybe sort the file by receipt?"
                    : lost + " lines: " + rejection.hint();
            rejections.accept(new Rejection(
                    batchOrigins.get(place).firstLine, "receipt", rejection.valueClass(), rejection.rule(), hint));
        }
        acceptedLines += lines;
        batch.clear();
        batchOrigins.clear();
        batchLines.clear();
    }

    private static final class Receipt {
        private final String id;
        private final long firstLine;
        private final List<Line> bought = new ArrayList<>();
        private final List<Line> returned = new ArrayList<>();
        private final ReceiptLine first;
        private Instant at;
        private @Nullable CustomerId customer;

        Receipt(ReceiptLine line) {
            this.id = line.receipt();
            this.firstLine = line.number();
            this.first = line;
            this.at = line.at();
            this.customer = line.customer();
        }

        void check(ReceiptLine line, @Nullable String receiptColumn, @Nullable String customerColumn)
                throws LineParser.RejectedField {
            CustomerId other = line.customer();
            if (customer != null && other != null && !customer.equals(other)) {
                throw new LineParser.RejectedField(
                        customerColumn == null ? "line" : customerColumn,
                        Shapes.of(other.value()),
                        Rule.CONFLICT,
                        "the receipt that began in line " + firstLine + " belongs to another customer");
            }
            if (!line.line().amount().currency().equals(first.line().amount().currency())) {
                throw new LineParser.RejectedField(
                        receiptColumn == null ? "line" : receiptColumn,
                        line.line().amount().currency().getCurrencyCode(),
                        Rule.CONFLICT,
                        "the receipt that began in line " + firstLine + " is in another currency");
            }
        }

        void add(ReceiptLine line) {
            (line.returned() ? returned : bought).add(line.line());
            if (line.at().isBefore(at)) {
                at = line.at();
            }
            if (customer == null) {
                customer = line.customer();
            }
        }
    }
}
