package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each signal against sentences written by hand: what must be heard, and what only sounds like it. */
class SignalSentencesTest {
    @ParameterizedTest
    @EnumSource(Signal.class)
    void eachSignalIsHeardWhereItIsAndOnlyThere(Signal signal) {
        List<String> missed = new ArrayList<>();
        List<String> falseAlarms = new ArrayList<>();
        int positive = 0;
        int negative = 0;
        // Marked ~: a false alarm that is known and accepted, since the doubt must count.
        int known = 0;
        for (String line : Sheets.lines("signals/" + signal + ".txt")) {
            String text = line.substring(2);
            boolean heard = HandoffSignals.in(text).contains(signal);
            if (line.startsWith("+")) {
                positive++;
                // In capitals and without accents it is the same message.
                boolean always = heard
                        && HandoffSignals.in(text.toUpperCase(Locale.FRENCH)).contains(signal)
                        && (signal == Signal.ACCOUNT_DETAILS
                                || HandoffSignals.in(TextNormalizer.fold(text)).contains(signal));
                if (!always) {
                    missed.add(text);
                }
            } else {
                negative++;
                if (heard && line.startsWith("-")) {
                    falseAlarms.add(text);
                }
                known += heard && line.startsWith("~") ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: recall %d/%d, false alarms %d/%d%n",
                signal,
                positive - missed.size(),
                positive,
                falseAlarms.size() + known,
                negative);
        assertThat(positive).isGreaterThanOrEqualTo(30);
        assertThat(negative).isGreaterThanOrEqualTo(30);
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(missed).as("not heard").isEmpty();
            softly.assertThat(falseAlarms).as("false alarms").isEmpty();
        });
    }
}
