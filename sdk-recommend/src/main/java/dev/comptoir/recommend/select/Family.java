package dev.comptoir.recommend.select;

import dev.comptoir.recommend.model.Algorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A method with all settings that it may be tried with. Immutable; as thread-safe as its maker. */
public final class Family {
    private final String name;
    private final SortedMap<String, Double> defaults;
    private final List<Axis> axes;
    private final Function<SortedMap<String, Double>, Algorithm> maker;

    @SuppressWarnings("ArrayRecordComponent")
    record Axis(String parameter, double[] values) {}

    private Family(
            String name,
            SortedMap<String, Double> defaults,
            List<Axis> axes,
            Function<SortedMap<String, Double>, Algorithm> maker) {
        this.name = name;
        this.defaults = defaults;
        this.axes = List.copyOf(axes);
        this.maker = maker;
    }

    /**
     * A method that is tried with its defaults alone.
     *
     * @param name one word, as on the command line: {@code ease}
     * @param defaults every hyper-parameter there is, finite
     * @param maker makes it of a value for each of them; may throw IllegalArgumentException where one is out of range
     */
    public static Family of(
            String name, Map<String, Double> defaults, Function<SortedMap<String, Double>, Algorithm> maker) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "The name of a method must be lower-case letters, digits and hyphens, but is \"" + name + "\".");
        }
        return new Family(name, Collections.unmodifiableSortedMap(new TreeMap<>(defaults)), List.of(), maker);
    }

    /**
     * The same, tried with these values of a hyper-parameter too.
     *
     * @param values in ascending order, the default among them
     */
    public Family trying(String parameter, double... values) {
        Double usual = defaults.get(parameter);
        double[] sorted = Arrays.stream(values).distinct().sorted().toArray();
        if (usual == null || Arrays.binarySearch(sorted, usual) < 0 || !Arrays.equals(sorted, values)) {
            throw new IllegalArgumentException("The values " + Arrays.toString(values) + " of " + parameter
                    + " must ascend and hold the default, " + usual + ".");
        }
        List<Axis> more = new ArrayList<>(axes);
        more.add(new Axis(parameter, sorted));
        return new Family(name, defaults, more, maker);
    }

    /** One word, as on the command line. */
    public String name() {
        return name;
    }

    /** Every hyper-parameter with its default. */
    public SortedMap<String, Double> defaults() {
        return defaults;
    }

    /** What is searched, in the order of importance. */
    List<Axis> axes() {
        return axes;
    }

    /**
     * The method with these settings, the defaults for the others.
     *
     * @throws IllegalArgumentException if there is no such hyper-parameter, or a value is out of range
     */
    public Algorithm make(Map<String, Double> parameters) {
        return maker.apply(complete(parameters));
    }

    /** A value for every hyper-parameter. */
    SortedMap<String, Double> complete(Map<String, Double> parameters) {
        SortedMap<String, Double> all = new TreeMap<>(defaults);
        parameters.forEach((parameter, value) -> {
            if (!defaults.containsKey(parameter)) {
                throw new IllegalArgumentException("The model " + name + " has no parameter " + parameter + "; it has "
                        + (defaults.isEmpty() ? "none" : String.join(", ", defaults.keySet())) + ".");
            }
            if (value.isNaN()) {
                throw new IllegalArgumentException(
                        "The " + parameter + " of " + name + " is NaN, but must be a number.");
            }
            all.put(parameter, value);
        });
        return Collections.unmodifiableSortedMap(all);
    }
}
