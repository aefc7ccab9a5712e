package dev.comptoir.benchmarks.student;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of regular French verbs, as far as they are written differently without accents. */
final class Conjugation {
    private static final List<String> FIRST = List.of(
            "e", "es", "ent", "ons", "ez", "é", "ée", "és", "ées", "ant", "ais", "ait", "aient", "era", "erai", "eront",
            "erait", "erez");
    private static final List<String> SECOND =
            List.of("is", "it", "issons", "issez", "issent", "i", "ie", "is", "ies", "issant", "issait", "ira", "irez");

    /** Verbs in -ir that go otherwise. */
    private static final Pattern THIRD = Pattern.compile(
            ".*(venir|tenir|courir|mourir|ouvrir|ffrir|sentir|partir|sortir|dormir|servir|mentir|fuir|oir|querir|cueillir)");

    private Conjugation() {}

    /** The forms of a verb given by its infinitive; none where it is not regular. */
    static List<String> forms(String infinitive) {
        if (infinitive.contains(" ") || infinitive.contains("'") || infinitive.equals("aller")) {
            return List.of();
        }
        if (infinitive.endsWith("er")) {
            String stem = infinitive.substring(0, infinitive.length() - 2);
            return FIRST.stream()
                    .flatMap(ending -> stem.endsWith("g") && "ao".indexOf(ending.charAt(0)) >= 0
                            ? Stream.of(stem + "e" + ending)
                            : stem.endsWith("y") && ending.startsWith("e") && !ending.equals("ez")
                                    ? Stream.of(stem + ending, stem.substring(0, stem.length() - 1) + "i" + ending)
                                    : Stream.of(stem + ending))
                    .toList();
        }
        if (infinitive.endsWith("ir") && !THIRD.matcher(infinitive).matches()) {
            String stem = infinitive.substring(0, infinitive.length() - 2);
            return SECOND.stream().map(stem::concat).toList();
        }
        return List.of();
    }
}
