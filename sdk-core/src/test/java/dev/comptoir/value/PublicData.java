package dev.comptoir.value;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.comptoir.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the public data sets, or skips the running test with the reason; they are not part of the project. */
public final class PublicData {
    private PublicData() {}

    /** All purchases of a {@code transactions*.csv}. */
    public static PurchaseHistories transactions(String file, LocalDate through) {
        PurchaseHistories.Builder builder = PurchaseHistories.builder(through);
        for (String line : lines(file)) {
            String[] fields = line.split(",", -1);
            CustomerId customer = CustomerId.of(fields[0]);
            LocalDate day = LocalDate.parse(fields[1]);
            if (fields[3].isEmpty()) {
                builder.add(customer, day);
            } else {
                builder.add(customer, day, Double.parseDouble(fields[3]));
            }
        }
        return builder.build();
    }

    /** The rounded histories at the end of week 39 that come with CDNOW. */
    static List<PurchaseHistory> cdnowSummary() {
        return lines("cdnow/summary_week39.csv").stream()
                .map(line -> {
                    String[] fields = line.split(",", -1);
                    return PurchaseHistory.of(
                            Integer.parseInt(fields[1]),
                            Double.parseDouble(fields[2]),
                            Double.parseDouble(fields[3]),
                            Double.parseDouble(fields[4]));
                })
                .toList();
    }

    private static List<String> lines(String file) {
        String property = System.getProperty("comptoir.data");
        @Nullable String named = property != null ? property : System.getenv("COMPTOIR_DATA");
        Path found = (named != null
                        ? Stream.of(Path.of(named, file))
                        : Stream.of(Path.of("../shared/data", file), Path.of("../../shared/data", file)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(
                        () -> abort(
                                "The data " + file
                                        + " is not here. Maybe set -Dcomptoir.data=FOLDER or COMPTOIR_DATA to the folder that holds it?"));
        try {
            List<String> lines = Files.readAllLines(found);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
