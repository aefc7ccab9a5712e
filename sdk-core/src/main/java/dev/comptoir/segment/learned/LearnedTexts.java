package dev.comptoir.segment.learned;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts groups into words, from {@code learned.properties} and {@code learned_fr.properties}. */
final class LearnedTexts {
    private final Locale spoken;
    private final ResourceBundle bundle;

    private LearnedTexts(Locale spoken, ResourceBundle bundle) {
        this.spoken = spoken;
        this.bundle = bundle;
    }

    static LearnedTexts of(Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = "dev.comptoir.segment.learned.learned" + (french ? "_fr" : "");
        return new LearnedTexts(
                french ? Locale.FRENCH : Locale.ENGLISH,
                ResourceBundle.getBundle(name, Locale.ROOT, LearnedTexts.class.getModule()));
    }

    /** What differs most comes first. */
    String description(LearnedSegment segment) {
        String words = segment.features().stream()
                .filter(FeatureSummary::distinguishes)
                .sorted(Comparator.comparingDouble((FeatureSummary feature) -> -Math.abs(feature.difference())))
                .map(this::words)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? text("ordinary") : words;
    }

    private String words(FeatureSummary feature) {
        String direction = feature.difference() > 0 ? "high" : "low";
        String key = feature.feature() + "." + direction;
        return bundle.containsKey(key) ? text(key) : text("other." + direction, feature.feature());
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), spoken).format(arguments);
    }
}
