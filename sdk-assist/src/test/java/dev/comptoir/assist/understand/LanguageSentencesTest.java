package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short sentences in French, English and neither; no sentence of the sheet is in the model's texts. */
class LanguageSentencesTest {
    @ParameterizedTest
    @CsvSource({"languages.txt, 120, 0.99", "languages-fresh.txt, 70, 0.97"})
    void shortSentencesAreTold(String sheet, int atLeast, double floor) {
        List<String> lines = Sheets.lines(sheet);
        List<String> wrong = new ArrayList<>();
        int silent = 0;
        int foreign = 0;
        int foreignClaimed = 0;
        for (String line : lines) {
            String expected = line.substring(0, 2);
            String text = line.substring(3);
            String told = LanguageDetector.detect(text).map(Language::code).orElse("--");
            foreign += expected.equals("--") ? 1 : 0;
            if (!told.equals(expected)) {
                wrong.add(told + " instead of " + line);
                silent += told.equals("--") ? 1 : 0;
                foreignClaimed += expected.equals("--") ? 1 : 0;
            }
        }
        wrong.forEach(System.out::println);
        double accuracy = 1 - (double) wrong.size() / lines.size();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f %% of %d sentences; %d left open that have one, %d of %d claimed that have neither%n",
                sheet,
                100 * accuracy,
                lines.size(),
                silent,
                foreignClaimed,
                foreign);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(accuracy).as(wrong.toString()).isGreaterThanOrEqualTo(floor);
        // French for English or back would be answered in the wrong language.
        assertThat(wrong).noneMatch(line -> line.startsWith("fr instead of en") || line.startsWith("en instead of fr"));
    }
}
