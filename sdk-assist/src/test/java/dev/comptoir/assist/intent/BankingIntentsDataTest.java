package dev.comptoir.assist.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.testkit.PublicData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten questions of each of 77 intents of a bank, and others of the training part to be told apart: words alone. */
@Tag("data")
class BankingIntentsDataTest {
    private static final int SHOTS = 10;
    private static final int INTENTS = 20;

    @Test
    void wordsAloneTellTwentyIntentsApartAndNoticeOthers() throws IOException {
        Path folder = PublicData.require("banking77");
        Map<String, List<String>> byIntent = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("train.csv"))) {
            int comma = line.lastIndexOf(',');
            // Some questions go over several lines; the rest is enough here.
            if (comma > 0
                    && !line.startsWith("text,")
                    && line.substring(comma + 1).matches("[A-Za-z_?]+")) {
                byIntent.computeIfAbsent(line.substring(comma + 1), key -> new ArrayList<>())
                        .add(line.substring(0, comma));
            }
        }
        List<IntentExample> examples = new ArrayList<>();
        List<String> names = List.copyOf(byIntent.keySet()).subList(0, INTENTS);
        names.forEach(name ->
                byIntent.get(name).subList(0, SHOTS).forEach(text -> examples.add(IntentExample.of(text, name))));
        IntentClassifier classifier =
                IntentClassifier.builder().examples(examples).build();
        double right = 0;
        double asked = 0;
        double covered = 0;
        double others = 0;
        double coveredOfOthers = 0;
        for (Map.Entry<String, List<String>> intent : byIntent.entrySet()) {
            boolean own = names.contains(intent.getKey());
            for (String text : intent.getValue().subList(SHOTS, SHOTS + 20)) {
                IntentGuess guess = classifier.classify(text, Language.ENGLISH);
                if (own) {
                    asked++;
                    right += guess.intent().name().equals(intent.getKey()) ? 1 : 0;
                    covered += guess.covered();
                } else {
                    others++;
                    coveredOfOthers += guess.covered();
                }
            }
        }
        assertThat(right / asked).as("accuracy").isGreaterThan(0.75);
        assertThat(covered / asked - coveredOfOthers / others)
                .as("the gates' margin")
                .isGreaterThan(0.1);
    }
}
