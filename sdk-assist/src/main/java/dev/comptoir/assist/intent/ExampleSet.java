package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Examples as they are used: cleaned, without repetitions, their intents numbered in the order of their names' first use. */
final class ExampleSet {
    private static final int MAX_CHARACTERS = 2_000;

    private final List<IntentExample> used = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    private final List<Integer> blank = new ArrayList<>();
    private final List<Integer> duplicates = new ArrayList<>();
    private final List<IntentReport.Contradiction> contradictions = new ArrayList<>();

    ExampleSet(List<IntentExample> examples) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, Map<Integer, List<Integer>>> places = new LinkedHashMap<>();
        for (int i = 0; i < examples.size(); i++) {
            IntentExample example = examples.get(i);
            String text = cut(example.text());
            if (!TextNormalizer.hasWords(text)) {
                blank.add(i);
                continue;
            }
            int label = number(numbers, example.intent());
            List<Integer> same = places.computeIfAbsent(TextNormalizer.fold(text), key -> new LinkedHashMap<>())
                    .computeIfAbsent(label, key -> new ArrayList<>());
            if (!same.isEmpty()) {
                duplicates.add(i);
                continue;
            }
            same.add(i);
            used.add(new IntentExample(text, example.intent(), language(text, example.language())));
            labels.add(label);
        }
        for (Map<Integer, List<Integer>> byIntent : places.values()) {
            if (byIntent.size() > 1) {
                List<Integer> all = new ArrayList<>();
                Set<String> names = new LinkedHashSet<>();
                byIntent.forEach((label, of) -> {
                    all.addAll(of);
                    names.add(intents.get(label).name());
                });
                all.sort(null);
                contradictions.add(new IntentReport.Contradiction(all, List.copyOf(names)));
            }
        }
    }

    /** Where examples differ about what an intent does, the weightier counts. */
    private int number(Map<String, Integer> numbers, Intent intent) {
        Integer known = numbers.get(intent.name());
        if (known == null) {
            numbers.put(intent.name(), intents.size());
            intents.add(intent);
            return intents.size() - 1;
        }
        ActionClass before = intents.get(known).action();
        if (intent.action().compareTo(before) > 0) {
            intents.set(known, intent);
        }
        return known;
    }

    private static @Nullable Language language(String text, @Nullable Language said) {
        return said != null ? said : LanguageDetector.detect(text).orElse(null);
    }

    static boolean usable(String text) {
        return TextNormalizer.hasWords(cut(text));
    }

    /** The beginning, cleaned: cut before and after, as cleaning may lengthen a text. */
    static String cut(String text) {
        return start(TextNormalizer.clean(start(text)));
    }

    private static String start(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, half ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }

    List<IntentExample> used() {
        return used;
    }

    int[] labels() {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Intent> intents() {
        return intents;
    }

    List<Integer> blank() {
        return blank;
    }

    List<Integer> duplicates() {
        return duplicates;
    }

    List<IntentReport.Contradiction> contradictions() {
        return contradictions;
    }
}
