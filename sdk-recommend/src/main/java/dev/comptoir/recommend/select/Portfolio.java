package dev.comptoir.recommend.select;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.model.Algorithm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The methods to choose from, and what each surface begins with before anything was measured. Immutable. */
public final class Portfolio {
    private final Map<String, Family> families;
    private final Map<Surface, List<String>> tried;
    private final Map<Surface, List<Choice.Part>> usual;

    private Portfolio(
            Map<String, Family> families, Map<Surface, List<String>> tried, Map<Surface, List<Choice.Part>> usual) {
        this.families = families;
        this.tried = tried;
        this.usual = usual;
    }

    /** All methods of this library. */
    public static Portfolio standard() {
        Portfolio portfolio = new Portfolio(Map.of(), Map.of(), Map.of());
        for (Family family : StandardFamilies.all()) {
            portfolio = portfolio.with(family);
        }
        for (Surface surface : Surface.values()) {
            portfolio = portfolio.trying(surface, StandardSurfaces.tried(surface));
        }
        return portfolio;
    }

    /** Nothing yet. */
    public static Portfolio empty() {
        return new Portfolio(Map.of(), Map.of(), Map.of());
    }

    /** The same with one more method, which some surfaces try; it takes the place of one of the same name. */
    public Portfolio with(Family family, Surface... surfaces) {
        Map<String, Family> more = new LinkedHashMap<>(families);
        more.put(family.name(), family);
        Portfolio portfolio = new Portfolio(Collections.unmodifiableMap(more), tried, usual);
        for (Surface surface : surfaces) {
            List<String> names = new ArrayList<>(portfolio.triedOn(surface));
            if (!names.contains(family.name())) {
                names.add(family.name());
            }
            portfolio = portfolio.trying(surface, names);
        }
        return portfolio;
    }

    private Portfolio trying(Surface surface, List<String> names) {
        Map<Surface, List<String>> more = new EnumMap<>(Surface.class);
        more.putAll(tried);
        more.put(surface, List.copyOf(names));
        return new Portfolio(families, more, usual);
    }

    /** The same, where a surface begins with this choice. */
    public Portfolio startingWith(Choice choice) {
        choice.parts().forEach(part -> family(part.name()).complete(part.parameters()));
        Map<Surface, List<Choice.Part>> more = new EnumMap<>(Surface.class);
        more.putAll(usual);
        more.put(choice.surface(), choice.parts());
        return new Portfolio(families, tried, more);
    }

    /** The names of all methods. */
    public List<String> names() {
        return List.copyOf(families.keySet());
    }

    /**
     * Every hyper-parameter of a method with its default.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    public SortedMap<String, Double> defaults(String name) {
        return family(name).defaults();
    }

    private List<String> triedOn(Surface surface) {
        return tried.getOrDefault(surface, List.of());
    }

    /**
     * A method with these settings, the defaults for the others.
     *
     * @throws IllegalArgumentException if there is no such method or hyper-parameter, or a value is out of range
     */
    public Algorithm named(String name, Map<String, Double> parameters) {
        Algorithm made = family(name).make(parameters);
        // Whoever asks for one model has no use for its halves, but for what it can do as a whole, as to be kept.
        return made instanceof TwoStage<?> stages ? stages.whole() : made;
    }

    /**
     * The blend of a choice.
     *
     * @throws IllegalArgumentException if it names a method or hyper-parameter that is not there
     */
    public Blend blend(Choice choice) {
        return Blend.of(choice.parts().stream()
                .map(part -> new Component(named(part.name(), part.parameters()), part.weight(), part.scale()))
                .toList());
    }

    /**
     * What a surface begins with: what did well on other businesses' data and this data can bear.
     *
     * @throws IllegalArgumentException if the portfolio has no method for the surface
     */
    public Choice usual(Surface surface, Dataset data, Limits limits) {
        List<Choice.Part> given = usual.get(surface);
        if (given != null) {
            return new Choice(surface, given);
        }
        List<Choice.Part> parts = new ArrayList<>();
        for (StandardSurfaces.Usual part : StandardSurfaces.usual(surface)) {
            for (String name : part.names()) {
                Family family = families.get(name);
                if (family != null && hindrance(family, data, limits) == null) {
                    parts.add(new Choice.Part(name, family.defaults(), part.weight(), part.scale()));
                    break;
                }
            }
        }
        if (!parts.isEmpty()) {
            return new Choice(surface, parts);
        }
        for (String name : triedOn(surface)) {
            if (hindrance(family(name), data, limits) == null) {
                return new Choice(
                        surface, List.of(new Choice.Part(name, family(name).defaults(), 1, Scale.MAXIMUM)));
            }
        }
        throw new IllegalArgumentException(
                "The portfolio has no method for " + surface + " that this data and its limits allow.");
    }

    /** The methods that a surface tries on data, and why others are left out. */
    List<Offer> offers(Surface surface, Dataset data, Limits limits) {
        return triedOn(surface).stream()
                .map(name -> new Offer(
                        family(name), StandardSurfaces.isBaseline(name), hindrance(family(name), data, limits)))
                .toList();
    }

    /**
     * A method on a surface.
     *
     * @param baseline whether it is there to be beaten
     * @param hindrance why it is not tried; null where it is
     */
    record Offer(Family family, boolean baseline, @Nullable LeftOut hindrance) {}

    private @Nullable LeftOut hindrance(Family family, Dataset data, Limits limits) {
        String name = family.name();
        if (StandardSurfaces.isDense(name) && data.items() > limits.denseItems()) {
            return new LeftOut(name, LeftOut.Reason.TOO_MANY_ITEMS, data.items(), limits.denseItems());
        }
        Family dense = families.get(StandardSurfaces.DENSE_FORM);
        if (StandardSurfaces.isSparseForm(name) && dense != null && hindrance(dense, data, limits) == null) {
            return new LeftOut(name, LeftOut.Reason.DENSE_FITS, 0, 0);
        }
        if (StandardSurfaces.needsTexts(name) && !hasTexts(data)) {
            return new LeftOut(name, LeftOut.Reason.NO_TEXTS, 0, 0);
        }
        long bytes = family.make(Map.of()).estimateBytes(data);
        return bytes > limits.bytes() ? new LeftOut(name, LeftOut.Reason.TOO_MUCH_MEMORY, bytes, limits.bytes()) : null;
    }

    private static boolean hasTexts(Dataset data) {
        for (int item = 0; item < data.items(); item++) {
            if (data.features().title(item) != null
                    || data.features().category(item) != null
                    || data.features().embedding(item) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * A method with its defaults.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    public Family family(String name) {
        Family family = families.get(name);
        if (family == null) {
            throw new IllegalArgumentException(
                    "There is no model " + name + "; there are " + String.join(", ", families.keySet()) + ".");
        }
        return family;
    }
}
