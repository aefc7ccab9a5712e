package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads times as data sets write them. Stateless. */
final class RecommendTimes {
    /** Seconds of the epoch reach this in the year 5138; milliseconds did in 1973. */
    private static final double SECONDS_BELOW = 1e11;

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ ]['T']H:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private RecommendTimes() {}

    /**
     * Milliseconds of the epoch: of seconds or milliseconds as a number, or of a date or date and time, which are taken as UTC;
     * 0 where there is none.
     */
    static long millis(@Nullable String text, NamedCsvRecord row, Path file) {
        if (text == null) {
            return 0;
        }
        String value = text.strip();
        try {
            if (value.indexOf('-', 1) < 0 && value.indexOf(':') < 0) {
                double number = Double.parseDouble(value);
                if (Double.isNaN(number) || Math.abs(number) > 1e15) {
                    throw new NumberFormatException(value);
                }
                return Math.round(Math.abs(number) < SECONDS_BELOW ? number * 1000 : number);
            }
            if (value.endsWith("Z")) {
                return Instant.parse(value.replace(' ', 'T')).toEpochMilli();
            }
            return value.indexOf(':') < 0
                    ? LocalDate.parse(value)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli()
                    : LocalDateTime.parse(value, LOCAL)
                            .toInstant(ZoneOffset.UTC)
                            .toEpochMilli();
        } catch (NumberFormatException | DateTimeException e) {
            throw RecommendTables.notA("number or date", "timestamp", row, file, e);
        }
    }
}
