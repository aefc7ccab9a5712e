package dev.comptoir.recommend.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which models, with which settings and weights, serve a surface: plain data that a snapshot can hold, made into a
 * {@link Blend} by a {@link Portfolio}. Immutable and thread-safe.
 *
 * @param surface where it serves
 * @param parts at least one
 */
public record Choice(Surface surface, List<Part> parts) {
    private static final int FORMAT = 1;

    public Choice {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The choice has 0 parts, but must have at least 1.");
        }
    }

    /**
     * One component of the blend. Immutable.
     *
     * @param name of the method in the portfolio
     * @param parameters a value for each of its hyper-parameters
     * @param weight how much it counts, above 0
     * @param scale what its scores are divided by
     */
    public record Part(String name, SortedMap<String, Double> parameters, double weight, Scale scale) {
        public Part {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "The weight of " + name + " is " + weight + ", but must be above 0 and finite.");
            }
        }
    }

    /** As JSON, to be read by {@link #fromJson}. */
    public String toJson() {
        return Json.write(toData());
    }

    Map<String, Object> toData() {
        List<Object> list = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("name", part.name());
            data.put("parameters", Data.numbers(part.parameters()));
            data.put("weight", part.weight());
            data.put("scale", part.scale().name());
            list.add(data);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("surface", surface.name());
        all.put("parts", list);
        return all;
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is something else, broken, or of a later format
     */
    public static Choice fromJson(String json) {
        try {
            Map<?, ?> all = (Map<?, ?>) required(Json.parse(json), "object");
            double format = (Double) required(all.get("format"), "format");
            if (format != FORMAT) {
                throw new IllegalArgumentException("The choice is of format " + format + ", but must be of " + FORMAT
                        + ". Maybe a later version wrote it?");
            }
            List<Part> parts = new ArrayList<>();
            for (Object element : (List<?>) required(all.get("parts"), "parts")) {
                Map<?, ?> part = (Map<?, ?>) required(element, "part");
                SortedMap<String, Double> parameters = new TreeMap<>();
                ((Map<?, ?>) required(part.get("parameters"), "parameters"))
                        .forEach((name, value) -> parameters.put((String) name, Data.number(required(value, "value"))));
                parts.add(new Part(
                        (String) required(part.get("name"), "name"),
                        parameters,
                        (Double) required(part.get("weight"), "weight"),
                        Scale.valueOf((String) required(part.get("scale"), "scale"))));
            }
            return new Choice(Surface.valueOf((String) required(all.get("surface"), "surface")), parts);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("The text is JSON, but not a choice.", e);
        }
    }

    private static Object required(@Nullable Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("The text is JSON, but not a choice: it has no " + what + ".");
        }
        return value;
    }
}
