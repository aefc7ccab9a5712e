package dev.comptoir.ingest;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Line;
import dev.comptoir.event.Rejection.Rule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a record into a receipt line, or says which field broke which rule. */
final class LineParser {
    private static final int MAX_NUMBER = 40;

    private final CsvColumns columns;
    private final Map<String, Integer> index;
    private final DateTimeFormatter timeFormat;
    private final String timePattern;
    private final ZoneId zone;
    private final Currency currency;
    private final boolean decimalComma;
    private final @Nullable String cancelledPrefix;
    private final int fieldCount;
    // The lines of one receipt mostly share their time, and reading one costs more than all the rest of the line.
    private String lastTimeText = "";
    private Instant lastTime = Instant.EPOCH;

    LineParser(
            CsvColumns columns,
            Map<String, Integer> index,
            int fieldCount,
            DateTimeFormatter timeFormat,
            String timePattern,
            ZoneId zone,
            Currency currency,
            boolean decimalComma,
            @Nullable String cancelledPrefix) {
        this.columns = columns;
        this.index = index;
        this.fieldCount = fieldCount;
        this.timeFormat = timeFormat;
        this.timePattern = timePattern;
        this.zone = zone;
        this.currency = currency;
        this.decimalComma = decimalComma;
        this.cancelledPrefix = cancelledPrefix;
    }

    ReceiptLine parse(long number, List<String> fields) throws RejectedField {
        Instant at = time(fields);
        CustomerId customer = customer(fields);
        ProductId product = id(columns.product, fields, ProductId::of);
        BigDecimal quantity = columns.quantity == null ? BigDecimal.ONE : number(columns.quantity, fields);
        if (quantity.signum() == 0) {
            throw reject(columns.quantity, fields, Rule.RANGE, "a quantity must not be 0");
        }
        boolean cancelled = isCancelled(fields);
        Money amount = amount(fields, quantity.abs());
        return new ReceiptLine(
                number,
                receipt(fields, at, customer),
                at,
                customer,
                line(fields, product, quantity.abs(), amount),
                cancelled || quantity.signum() < 0);
    }

    /** How many fields every record must have. */
    int fieldCount() {
        return fieldCount;
    }

    boolean isCancelled(List<String> fields) {
        return cancelledPrefix != null
                && columns.receipt != null
                && field(columns.receipt, fields).startsWith(cancelledPrefix);
    }

    /** The field of a mapped column, stripped; empty where no column is mapped. */
    String field(@Nullable String column, List<String> fields) {
        return column == null ? "" : fields.get(index.getOrDefault(column, 0)).strip();
    }

    private Line line(List<String> fields, ProductId product, BigDecimal quantity, Money amount) throws RejectedField {
        try {
            return new Line(product, quantity, amount);
        } catch (IllegalArgumentException e) {
            throw reject(columns.quantity == null ? columns.product : columns.quantity, fields, Rule.RANGE, message(e));
        }
    }

    private String receipt(List<String> fields, Instant at, @Nullable CustomerId customer) throws RejectedField {
        if (columns.receipt != null) {
            // A return is kept under the receipt's number and a suffix, which must fit too.
            id(columns.receipt, fields, text -> EventId.of(text + "/return"));
            return field(columns.receipt, fields);
        }
        if (customer == null) {
            throw reject(
                    columns.customer == null ? columns.product : columns.customer,
                    fields,
                    Rule.REQUIRED,
                    "a line needs a receipt or a customer, else two equal lines cannot be told apart");
        }
        return customer.value() + "@" + at;
    }

    private Instant time(List<String> fields) throws RejectedField {
        String text = columns.time.stream()
                .map(column -> field(column, fields))
                .collect(Collectors.joining(" "))
                .strip();
        if (text.isEmpty()) {
            throw reject(columns.time.get(0), fields, Rule.REQUIRED, "a line needs a time");
        }
        if (text.equals(lastTimeText)) {
            return lastTime;
        }
        try {
            Instant at = instant(timeFormat.parse(text));
            int year = LocalDate.ofInstant(at, zone).getYear();
            if (year < 2 || year > 9998) {
                throw reject(columns.time.get(0), fields, Rule.RANGE, "a time must lie in the years 2 to 9998");
            }
            lastTimeText = text;
            lastTime = at;
            return at;
        } catch (DateTimeException e) {
            throw new RejectedField(
                    columns.time.get(0),
                    Shapes.of(text),
                    Rule.TIME,
                    "a time must look like " + timePattern + ". Maybe set timePattern(...)?");
        }
    }

    private Instant instant(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed);
        }
        LocalDate day = LocalDate.from(parsed);
        return parsed.isSupported(ChronoField.HOUR_OF_DAY)
                ? day.atTime(LocalTime.from(parsed)).atZone(zone).toInstant()
                : day.atStartOfDay(zone).toInstant();
    }

    private @Nullable CustomerId customer(List<String> fields) throws RejectedField {
        return columns.customer == null || field(columns.customer, fields).isEmpty()
                ? null
                : id(columns.customer, fields, CustomerId::of);
    }

    private Money amount(List<String> fields, BigDecimal quantity) throws RejectedField {
        Currency used = columns.currency == null ? currency : currency(columns.currency, fields);
        String column = columns.unitPrice != null ? columns.unitPrice : columns.amount;
        if (column == null) {
            return Money.zero(used);
        }
        BigDecimal value = number(column, fields);
        boolean perUnit = columns.unitPrice != null;
        if (perUnit && value.signum() < 0) {
            throw reject(column, fields, Rule.RANGE, "a price must not be negative; a return has a negative quantity");
        }
        try {
            return Money.rounded(perUnit ? value.multiply(quantity) : value.abs(), used);
        } catch (IllegalArgumentException e) {
            throw reject(column, fields, Rule.RANGE, message(e));
        }
    }

    private Currency currency(String column, List<String> fields) throws RejectedField {
        try {
            Currency found = Currency.getInstance(field(column, fields));
            Money.zero(found);
            return found;
        } catch (IllegalArgumentException e) {
            throw reject(column, fields, Rule.CURRENCY, "a currency must be an ISO 4217 code such as EUR");
        }
    }

    private BigDecimal number(String column, List<String> fields) throws RejectedField {
        String text = field(column, fields);
        if (text.isEmpty()) {
            throw reject(column, fields, Rule.REQUIRED, "a number is needed");
        }
        String plain = decimalComma ? text.replaceAll("[\\s\u00a0\u202f.]", "").replace(',', '.') : text;
        try {
            BigDecimal number = plain.length() > MAX_NUMBER ? null : new BigDecimal(plain);
            if (number == null || Math.abs((long) number.scale()) > MAX_NUMBER) {
                throw reject(column, fields, Rule.RANGE, "a number must have at most " + MAX_NUMBER + " digits");
            }
            return number;
        } catch (NumberFormatException e) {
            throw reject(
                    column,
                    fields,
                    Rule.NUMBER,
                    decimalComma
                            ? "a number must look like 1 234,50"
                            : "a number must look like 1234.50. Maybe set decimalComma()?");
        }
    }

    private <T> T id(String column, List<String> fields, Function<String, T> of) throws RejectedField {
        String text = field(column, fields);
        if (text.isEmpty()) {
            throw reject(column, fields, Rule.REQUIRED, "an id is needed");
        }
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            throw reject(column, fields, Rule.ID, message(e));
        }
    }

    private RejectedField reject(@Nullable String column, List<String> fields, Rule rule, String hint) {
        return new RejectedField(column == null ? "line" : column, Shapes.of(field(column, fields)), rule, hint);
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }

    /** One field that cannot be used; cheap, for a file may hold millions of them. */
    static final class RejectedField extends Exception {
        private static final long serialVersionUID = 1L;

        final String field;
        final String valueClass;
        final Rule rule;
        final String hint;

        RejectedField(String field, String valueClass, Rule rule, String hint) {
            super(hint, null, false, false);
            this.field = field;
            this.valueClass = valueClass;
            this.rule = rule;
            this.hint = hint;
        }
    }
}
