package dev.comptoir.onnx;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The labels of a text, the likeliest first; of equal ones, the one that the model names first. Immutable.
 *
 * @param labels all labels of the model
 */
public record Classification(List<Label> labels) {
    /**
     * A label and how likely it is.
     *
     * @param name as the model's settings name it
     * @param probability 0 to 1
     */
    public record Label(String name, double probability) {}

    /** Keeps the order given. */
    public Classification {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("A text has at least one label.");
        }
    }

    static Classification of(List<String> names, double[] probabilities) {
        return new Classification(IntStream.range(0, probabilities.length)
                .mapToObj(i -> new Label(names.get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Label::probability).reversed())
                .toList());
    }

    /** The likeliest label. */
    public Label best() {
        return labels.get(0);
    }

    /**
     * How likely one label is.
     *
     * @throws IllegalArgumentException if the model has no such label
     */
    public double probabilityOf(String name) {
        return labels.stream()
                .filter(label -> label.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no label " + name + "; there are "
                        + labels.stream().map(Label::name).sorted().toList() + "."))
                .probability();
    }
}
