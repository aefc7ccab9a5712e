package dev.comptoir.onnx.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b|a",
                "a*b?c",
                "(a|ab)(c|bcd)",
                "[^ab]{2,3}",
                "a{2}",
                "(?:ab){1,3}c?",
                "(?i:'s|ab)c",
                "a(?!b)",
                "a+(?=b)",
                "\\s+(?!\\S)|\\s+",
                "a++b|a",
                "(a(b)?)?c",
                "[\\]\\-a]+",
                "\\x61|\\u0062+",
            })
    void matchesAsTheJdkDoes(String pattern) {
        Regex ours = Regex.of(pattern);
        Pattern jdk = Pattern.compile(pattern);
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(25); length > 0; length--) {
                text.append("abcdA'sS ] -".charAt(random.nextInt(12)));
            }
            assertThat(ours(ours, text.toString()))
                    .as("%s in <%s>", pattern, text)
                    .isEqualTo(jdk(jdk, text.toString()));
        }
    }

    @Test
    void takesTheLongSForAnSWhereCaseIsIgnored() {
        assertThat(ours(Regex.of("(?i:'s)"), "'s 'S 'ſ 'ß")).containsExactly("0-2", "3-5", "6-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a*",
                "a?",
                "(a",
                "a)",
                "[a",
                "a{",
                "a{2",
                "a{3,2}",
                "a{99999}",
                "(ab)*",
                "(ab)+",
                "a+?",
                "a{2}+",
                "^a",
                "a$",
                "\\ba",
                "\\1",
                "(?<n>a)",
                "(?<=a)b",
                "(?i)a",
                "\\p{Nonsense}",
                "\\p{L",
                "\\pL",
                "[[:alpha:]]",
                "[a&&b]",
                "[b-a]",
                "\\x{zz}",
                "\\",
                "+a",
                "(?!a)",
                "(?i:[a])"
            })
    void saysWhatItDoesNotSupport(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regex.of(pattern))
                .withMessageContaining("the pattern " + pattern + " needs ");
    }

    @Test
    void refusesDeepNestingWithoutOverflowingTheStack() {
        assertThatIllegalArgumentException().isThrownBy(() -> Regex.of("(".repeat(100_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Regex.of("[".repeat(100_000)));
    }

    private static List<String> ours(Regex regex, String text) {
        List<String> found = new ArrayList<>();
        for (Delimiter.Match match = regex.find(text, 0); match != null; match = regex.find(text, match.end())) {
            found.add(match.start() + "-" + match.end());
        }
        return found;
    }

    private static List<String> jdk(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.start() + "-" + matcher.end());
        }
        return found;
    }
}
