package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    static Stream<String> sheet() {
        return Sheets.lines("questions.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("sheet")
    void eachQuestionIsAUnit(String line) {
        String[] sides = line.split(" => ", 2);
        String message = TextNormalizer.clean(sides[0].replace("\\n", "\n"));

        assertThat(Questions.of(message)).containsExactly(sides[1].split(" \\| ", -1));
    }

    @Test
    void theSheetIsLongEnough() {
        assertThat(sheet().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void withoutWordsThereIsNoUnit() {
        assertThat(Questions.of("?! ...")).isEmpty();
        assertThat(Questions.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "et ",
                "et si vous ",
                "a? ",
                "1) a ",
                "- a\n",
                "je voudrais savoir ",
                "livrez-vous et ",
                ",",
                "merci "
            })
    void longBodiesAreCutInLinearTime(String part) {
        List<String> units = Questions.of(part.repeat(Understanding.LONG / part.length()));

        assertThat(units).allMatch(TextNormalizer::hasWords);
    }
}
