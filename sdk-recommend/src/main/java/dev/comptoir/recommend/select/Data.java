package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values as JSON can hold them. Stateless. */
final class Data {
    private Data() {}

    static Map<String, Object> interval(Interval interval) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("mean", interval.mean());
        data.put("lower95", interval.lower());
        data.put("upper95", interval.upper());
        data.put("standardError", interval.standardError());
        data.put("units", interval.units());
        data.put("questions", interval.questions());
        return data;
    }

    /** Infinity, which JSON does not have, as a text. */
    static SortedMap<String, Object> numbers(SortedMap<String, Double> values) {
        SortedMap<String, Object> data = new TreeMap<>();
        values.forEach((name, value) -> data.put(name, Double.isInfinite(value) ? value.toString() : value));
        return data;
    }

    static double number(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if ("Infinity".equals(value)) {
            return Double.POSITIVE_INFINITY;
        }
        if ("-Infinity".equals(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        throw new IllegalArgumentException("The text is JSON, but not a choice: a parameter is no number.");
    }
}
