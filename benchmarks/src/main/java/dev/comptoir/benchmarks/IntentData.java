package dev.comptoir.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labelled questions: {@code train.csv} and {@code test.csv} with the columns text and intent, and files named
 * {@code oos_*.csv} with questions that none of the intents covers.
 *
 * @param outOfScope by the file's name without {@code oos_} and {@code .csv}
 * @param skipped lines without text or intent
 */
record IntentData(String name, List<Row> train, List<Row> test, Map<String, List<Row>> outOfScope, int skipped) {
    static final String OUT_OF_SCOPE = "oos";

    record Row(String text, String intent) {}

    static IntentData in(Path folder) {
        int[] skipped = new int[1];
        List<Row> train = rows(folder, "train.csv", skipped);
        List<Row> test = rows(folder, "test.csv", skipped);
        Map<String, List<Row>> outOfScope = new LinkedHashMap<>();
        for (Path file : DataFolder.files(folder, List.of("oos_*.csv"))) {
            String name = file.getFileName().toString();
            outOfScope.put(name.substring("oos_".length(), name.length() - ".csv".length()), rows(file, skipped));
        }
        // CLINC150 has its questions out of scope among those of the test.
        List<Row> own =
                test.stream().filter(row -> row.intent().equals(OUT_OF_SCOPE)).toList();
        if (!own.isEmpty()) {
            outOfScope.put("test", own);
        }
        return new IntentData(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                covered(train),
                covered(test),
                outOfScope,
                skipped[0]);
    }

    private static List<Row> covered(List<Row> rows) {
        return rows.stream().filter(row -> !row.intent().equals(OUT_OF_SCOPE)).toList();
    }

    private static List<Row> rows(Path folder, String file, int[] skipped) {
        Path path = folder.resolve(file);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The folder " + folder + " does not exist. Maybe a wrong --data?");
        }
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(
                    "The folder " + folder + " has no " + file + " (columns text,intent). Maybe a wrong --data?");
        }
        List<Row> rows = rows(path, skipped);
        if (covered(rows).isEmpty()) {
            throw new IllegalArgumentException("The file " + path + " holds no question with an intent.");
        }
        return rows;
    }

    private static List<Row> rows(Path path, int[] skipped) {
        List<Row> rows = new ArrayList<>();
        DataFolder.rows(path, row -> {
            String text = field(path, row, "text");
            String intent = field(path, row, "intent").strip();
            if (text.isBlank() || intent.isEmpty() || intent.length() > 200) {
                skipped[0]++;
            } else {
                rows.add(new Row(text, intent));
            }
        });
        return rows;
    }

    private static String field(Path path, NamedCsvRecord row, String column) {
        Optional<String> field = row.findField(column);
        if (field.isEmpty() && !row.getHeader().contains(column)) {
            throw new IllegalArgumentException("The file " + path + " has no column " + column + "; it has "
                    + String.join(", ", row.getHeader()) + ".");
        }
        return field.orElse("");
    }

    /** All intents of the training part, by name. */
    List<String> intents() {
        return List.copyOf(new TreeSet<>(train.stream().map(Row::intent).toList()));
    }

    /** So many training questions of each intent, drawn without repetition; all where there are fewer. */
    List<Row> draw(int shots, long seed) {
        Map<String, List<Row>> byIntent = new TreeMap<>();
        train.forEach(row ->
                byIntent.computeIfAbsent(row.intent(), key -> new ArrayList<>()).add(row));
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> drawn = new ArrayList<>();
        for (List<Row> rows : byIntent.values()) {
            drawn.addAll(shuffled(rows, random).subList(0, Math.min(shots, rows.size())));
        }
        return drawn;
    }

    /** The same data with some of the intents held out: their test questions become out of scope, their others are gone. */
    IntentData without(int intents, long seed) {
        List<String> held = shuffled(intents(), new SplittableRandom(seed)).subList(0, intents);
        Map<String, List<Row>> others = new LinkedHashMap<>();
        others.put(
                "near", test.stream().filter(row -> held.contains(row.intent())).toList());
        others.putAll(outOfScope);
        return new IntentData(
                name,
                train.stream().filter(row -> !held.contains(row.intent())).toList(),
                test.stream().filter(row -> !held.contains(row.intent())).toList(),
                others,
                skipped);
    }

    private static <T> List<T> shuffled(List<T> items, SplittableRandom random) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swapped);
        }
        return shuffled;
    }
}
