package dev.comptoir.recommend.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void writesWhatTheStandardAsksFor() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a\"b\\c", "line\nend\t\u0001\u007f\u2028</script>é€");
        map.put("list", Arrays.asList(1, 2.5, 1e-9, true, null, List.of()));
        map.put("none", Double.NaN);
        map.put("endless", Double.NEGATIVE_INFINITY);
        map.put("lone", "\ud83d");
        map.put("pair", "\ud83d\ude00");
        assertThat(Json.write(map))
                .isEqualTo("{\"a\\\"b\\\\c\":\"line\\nend\\t\\u0001\\u007f\\u2028</script>é€\","
                        + "\"list\":[1,2.5,1.0E-9,true,null,[]],\"none\":null,\"endless\":null,"
                        + "\"lone\":\"\\ud83d\",\"pair\":\"\ud83d\ude00\"}");
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            }
            Map<String, Object> map = new LinkedHashMap<>();
            map.put(text.toString(), Arrays.asList(text.toString(), random.nextGaussian(), null, false));
            assertThat(Json.parse(Json.write(map))).as("seed 5, round " + round).isEqualTo(map);
        }
    }

    @Test
    void readsWhatOthersWrite() {
        assertThat(Json.parse(" { \"a\" : [ 1 , -0.5e+3 , \"\\u00e9\\/\\b\" ] , \"b\" : { } } "))
                .isEqualTo(Map.of("a", List.of(1.0, -500.0, "é/\b"), "b", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "01",
                "1.",
                "+1",
                "NaN",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a",
                "\"\n\"",
                "[1] 2",
                "nul",
                "{1:2}"
            })
    void refusesWhatIsBroken(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken at character");
    }

    @Test
    void refusesToBeNestedWithoutEnd() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).hasMessageContaining("less nesting");
    }
}
