package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of a selection's table. Immutable.
 *
 * @param name of the method; {@code blend} for one that was fitted, {@code incumbent} for what serves so far
 * @param role what it is there for
 * @param parameters the settings found, or the weights of the incumbent's components and their settings
 * @param value what the objective is worth, with its interval
 * @param gain what the chosen has over it, with its interval; 0 for the chosen itself
 * @param byWindow the value in each window, NaN where nothing was asked
 * @param seconds that training and asking took
 */
public record Measured(
        String name,
        Role role,
        SortedMap<String, Double> parameters,
        Interval value,
        Interval gain,
        List<Double> byWindow,
        double seconds) {
    /** What a line is there for. */
    public enum Role {
        /** To be beaten. */
        BASELINE,
        /** A single model that may serve, alone or in a blend. */
        SINGLE,
        /** What serves so far, or what a surface begins with. */
        INCUMBENT,
        /** The blend fitted here. */
        BLEND
    }

    public Measured {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        byWindow = List.copyOf(byWindow);
    }

    /** Whether the data tell the chosen from it. */
    public boolean isBeaten() {
        return gain.lower() > 0;
    }

    Map<String, Object> toData() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", name);
        data.put("role", role.name());
        data.put("parameters", Data.numbers(parameters));
        data.put("value", Data.interval(value));
        data.put("gainOfChosen", Data.interval(gain));
        data.put("byWindow", new ArrayList<>(byWindow));
        data.put("seconds", seconds);
        return data;
    }
}
