package dev.comptoir.benchmarks.student;

import dev.comptoir.assist.embed.Features;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The texts to learn from, and those held back to measure by. */
final class TrainingSet {
    /** One translated text in so many is held back, chosen by its letters. */
    private static final int HELD_BACK = 50;

    private final List<Pair> training = new ArrayList<>();
    private final List<Pair> heldBack = new ArrayList<>();

    TrainingSet(List<Pair> pairs) {
        for (Pair pair : pairs) {
            boolean back = pair.group().isEmpty()
                    && !pair.french().isEmpty()
                    && Integer.remainderUnsigned(Features.word(pair.english()), HELD_BACK) == 0;
            (back ? heldBack : training).add(pair);
        }
    }

    List<Pair> heldBack() {
        return heldBack;
    }

    /** All English texts, each once, in order. */
    List<String> english() {
        Set<String> texts = new LinkedHashSet<>();
        training.forEach(pair -> texts.add(pair.english()));
        heldBack.forEach(pair -> texts.add(pair.english()));
        return new ArrayList<>(texts);
    }

    /** All texts to learn, in both languages, with repetitions. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Pair pair : training) {
            texts.add(pair.english());
            if (!pair.french().isEmpty()) {
                texts.add(pair.french());
            }
        }
        return texts;
    }

    /** How many training pairs each source gave. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        training.forEach(pair -> counts.merge(pair.source(), 1, Integer::sum));
        return counts;
    }

    /**
     * One example for each text. Texts of one group are drawn half-way to what the teacher says of the whole group, since
     * the group knows better that they ask the same.
     */
    List<Example> examples(Vocabulary vocabulary, Function<String, float[]> target) {
        Map<String, float[]> groups = new HashMap<>();
        for (Pair pair : training) {
            if (!pair.group().isEmpty()) {
                float[] own = target.apply(pair.english());
                Vectors.add(groups.computeIfAbsent(pair.group(), group -> new float[own.length]), 1, own);
            }
        }
        groups.values().forEach(Vectors::unit);
        Set<String> seen = new HashSet<>();
        List<Example> examples = new ArrayList<>();
        for (Pair pair : training) {
            Source source = Source.of(pair.source()).orElseThrow();
            float[] wanted = target.apply(pair.english());
            float[] group = groups.get(pair.group());
            if (group != null) {
                wanted = wanted.clone();
                Vectors.add(wanted, 1, group);
                Vectors.unit(wanted);
            }
            for (String text : List.of(pair.english(), pair.french())) {
                if (!text.isEmpty() && seen.add(pair.source() + '\t' + pair.group() + '\t' + text)) {
                    int[] words = vocabulary.wordsOf(text);
                    if (words.length > 0) {
                        examples.add(new Example(words, vocabulary.pairsOf(text), wanted, source.weight(), source));
                    }
                }
            }
        }
        return examples;
    }
}
