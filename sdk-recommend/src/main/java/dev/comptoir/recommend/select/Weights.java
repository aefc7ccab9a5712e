package dev.comptoir.recommend.select;

import java.util.ArrayList;
import java.util.List;

/** Which models of a pool count how much. Immutable. */
final class Weights {
    private final List<Part> parts;

    private record Part(int model, Scale scale, double weight) {}

    private Weights(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Weights none() {
        return new Weights(List.of());
    }

    Weights with(int model, Scale scale, double weight) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(model, scale, weight));
        return new Weights(more);
    }

    /** Without the {@code j}-th part. */
    Weights without(int j) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.remove(j);
        return new Weights(fewer);
    }

    /** With another scale and weight of the {@code j}-th part, which keeps its place. */
    Weights changed(int j, Scale scale, double weight) {
        List<Part> other = new ArrayList<>(parts);
        other.set(j, new Part(parts.get(j).model(), scale, weight));
        return new Weights(other);
    }

    /** The same blend with the largest weight 1 and three digits each. */
    Weights tidied() {
        double largest = parts.stream().mapToDouble(Part::weight).max().orElse(1);
        return new Weights(parts.stream()
                .map(part -> new Part(part.model(), part.scale(), rounded(part.weight() / largest)))
                .toList());
    }

    private static double rounded(double weight) {
        double unit = Math.pow(10, Math.floor(Math.log10(weight)) - 2);
        // By division where the unit is small: .3 and not .30000000000000004.
        return unit < 1 ? Math.rint(weight / unit) / Math.rint(1 / unit) : Math.rint(weight / unit) * unit;
    }

    int size() {
        return parts.size();
    }

    int model(int j) {
        return parts.get(j).model();
    }

    Scale scale(int j) {
        return parts.get(j).scale();
    }

    double weight(int j) {
        return parts.get(j).weight();
    }

    boolean uses(int model) {
        return parts.stream().anyMatch(part -> part.model() == model);
    }
}
