package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.understand.Urgency.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Urgency and sentiment on short sentences in French and English. */
class MoodSentencesTest {
    @ParameterizedTest
    @CsvSource({"moods.txt, 100, 0.99, 0.97", "moods-fresh.txt, 50, 0.99, 0.95"})
    void levelsAndMoodsAreTold(String sheet, int atLeast, double urgencyFloor, double sentimentFloor) {
        List<String> lines = Sheets.lines(sheet);
        List<String> wrongLevels = new ArrayList<>();
        List<String> wrongMoods = new ArrayList<>();
        for (String line : lines) {
            String[] labels = line.substring(0, line.indexOf('|')).split(" ", 2);
            String text = line.substring(line.indexOf('|') + 1);
            String level = Urgency.of(text).level().name().toLowerCase(Locale.ROOT);
            Sentiment sentiment = Sentiment.of(text);
            String mood = sentiment.polarity().name().toLowerCase(Locale.ROOT);
            if (!level.equals(labels[0])) {
                wrongLevels.add(
                        level + " instead of " + line + " " + Urgency.of(text).causes());
            }
            if (!mood.equals(labels[1])) {
                wrongMoods.add(mood + " instead of " + line + " " + sentiment.cues());
            }
        }
        double levels = 1 - (double) wrongLevels.size() / lines.size();
        double moods = 1 - (double) wrongMoods.size() / lines.size();
        wrongLevels.forEach(System.out::println);
        wrongMoods.forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%s: urgency %.1f %%, sentiment %.1f %% of %d sentences%n",
                sheet,
                100 * levels,
                100 * moods,
                lines.size());
        assertThat(lines).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(levels).isGreaterThanOrEqualTo(urgencyFloor);
        assertThat(moods).isGreaterThanOrEqualTo(sentimentFloor);
    }

    @Test
    void causesAreNamed() {
        assertThat(Urgency.of("Il me le faut pour ce soir, c'est urgent").causes())
                .containsExactly(Cause.SAID_URGENT, Cause.DEADLINE_TODAY);
        assertThat(Urgency.of("The driver did not show up this morning").causes())
                .contains(Cause.DELIVERY_MISSED);
    }

    @Test
    void theScoreFollowsFromTheCues() {
        Sentiment sentiment = Sentiment.of("Ce n'était pas très bon 😡");

        assertThat(sentiment.cues()).extracting(Sentiment.Cue::text).containsExactly("bon", "😡");
        double sum =
                sentiment.cues().stream().mapToDouble(Sentiment.Cue::weight).sum();
        assertThat(sum).isEqualTo(2 * -0.8 - 2);
        assertThat(sentiment.score()).isEqualTo(sum / Math.sqrt(sum * sum + 15));
    }
}
