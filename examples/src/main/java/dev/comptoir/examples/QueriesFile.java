package dev.comptoir.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Questions that come beside a folder of knowledge, in {@code queries.csv}. */
final class QueriesFile {
    private static final int MAX = 6;

    private QueriesFile() {}

    /** Some of them, spread over the file; none where there is no such file. */
    static List<String> some(Path knowledge) throws IOException {
        Path file = knowledge.resolve("queries.csv");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            records.forEach(line -> line.findField("query").ifPresent(all::add));
        }
        List<String> some = new ArrayList<>();
        int step = Math.max(1, all.size() / MAX);
        for (int i = 0; i < all.size() && some.size() < MAX; i += step) {
            some.add(all.get(i));
        }
        return some;
    }
}
