package dev.comptoir.segment.internal;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which facts the rules compare, and as what: each fact and type is a column of numbers or of sets. Of texts only those count that
 * some rule names, so a text is a small number, and all others are alike.
 */
final class RowLayout {
    /** How a fact is read. */
    enum ColumnType {
        NUMBER,
        DAY,
        FLAG,
        TEXT,
        TEXTS,
        /** Whether something is known at all. */
        KNOWN
    }

    /** A text that no rule names. */
    static final int OTHER = -1;

    private record Column(String fact, ColumnType type) {}

    /** What one customer has in each column: NaN or null where it is unknown or of another type; sets in ascending order. */
    static final class Row {
        private final double[] numbers;
        private final int[] @Nullable [] sets;

        private Row(int numbers, int sets) {
            this.numbers = new double[numbers];
            this.sets = new int[sets][];
        }

        double[] numbers() {
            return numbers;
        }

        int[] @Nullable [] sets() {
            return sets;
        }
    }

    private final List<Column> numbers = new ArrayList<>();
    private final List<Column> sets = new ArrayList<>();
    private final Map<Column, Integer> places = new HashMap<>();
    private final Map<Column, Map<String, Integer>> codes = new HashMap<>();

    int column(String fact, ColumnType type) {
        List<Column> columns = type == ColumnType.TEXTS ? sets : numbers;
        return places.computeIfAbsent(new Column(fact, type), key -> {
            columns.add(key);
            return columns.size() - 1;
        });
    }

    int code(String fact, ColumnType type, String text) {
        Map<String, Integer> known = codes.computeIfAbsent(new Column(fact, type), key -> new HashMap<>());
        int next = known.size();
        return known.computeIfAbsent(text, key -> next);
    }

    int numbers() {
        return numbers.size();
    }

    int sets() {
        return sets.size();
    }

    Row row(Facts facts) {
        Row row = new Row(numbers.size(), sets.size());
        for (int i = 0; i < numbers.size(); i++) {
            Column column = numbers.get(i);
            row.numbers[i] = number(column, facts.find(column.fact).orElse(null));
        }
        for (int i = 0; i < sets.size(); i++) {
            Column column = sets.get(i);
            row.sets[i] = set(column, facts.find(column.fact).orElse(null));
        }
        return row;
    }

    private double number(Column column, @Nullable Fact fact) {
        boolean finite = !(fact instanceof NumberFact number) || Double.isFinite(number.value());
        if (fact == null || !finite) {
            return Double.NaN;
        }
        return switch (column.type) {
            // The sum makes 0 of -0, which a binary search would tell apart.
            case NUMBER -> fact instanceof NumberFact number ? number.value() + 0.0 : Double.NaN;
            case DAY -> fact instanceof DayFact day ? day.value().toEpochDay() : Double.NaN;
            case FLAG -> fact instanceof FlagFact flag ? (flag.value() ? 1 : 0) : Double.NaN;
            case TEXT -> fact instanceof TextFact text ? find(column, text.value()) : Double.NaN;
            case KNOWN -> 1;
            case TEXTS -> throw new IllegalStateException("A set is not a number.");
        };
    }

    private int @Nullable [] set(Column column, @Nullable Fact fact) {
        if (!(fact instanceof TextSetFact texts)) {
            return null;
        }
        return texts.values().stream()
                .mapToInt(text -> find(column, text))
                .filter(code -> code != OTHER)
                .sorted()
                .distinct()
                .toArray();
    }

    private int find(Column column, String text) {
        return codes.getOrDefault(column, Map.of())
                .getOrDefault(Normalizer.normalize(text, Normalizer.Form.NFC), OTHER);
    }

    static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    static boolean same(int @Nullable [] a, int @Nullable [] b) {
        return Arrays.equals(a, b);
    }
}
