package dev.comptoir.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleJsonTest {
    @Test
    void everyOperatorIsWrittenAsThePageSays() {
        Comparing x = Rule.fact("x");
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertThat(x.isEqualTo(5).toJson()).isEqualTo("{\"fact\":\"x\",\"operator\":\"equals\",\"value\":5}");
        assertThat(x.isTrue().toJson()).isEqualTo("{\"fact\":\"x\",\"operator\":\"equals\",\"value\":true}");
        assertThat(x.between(-0.5, 1e300).toJson())
                .isEqualTo("{\"fact\":\"x\",\"operator\":\"between\",\"from\":-0.5,\"to\":1E+300}");
        assertThat(x.notIn("é", "b").toJson())
                .isEqualTo("{\"fact\":\"x\",\"operator\":\"not-in\",\"values\":[\"é\",\"b\"]}");
        assertThat(x.before(day).toJson()).isEqualTo("{\"fact\":\"x\",\"operator\":\"before\",\"day\":\"2026-01-31\"}");
        assertThat(x.between(day, day).toJson())
                .isEqualTo(
                        "{\"fact\":\"x\",\"operator\":\"between-days\",\"from\":\"2026-01-31\",\"to\":\"2026-01-31\"}");
        assertThat(x.olderThanDays(30).toJson())
                .isEqualTo("{\"fact\":\"x\",\"operator\":\"older-than-days\",\"days\":30}");
        assertThat(Rule.all(x.isKnown(), Rule.not(x.isUnknown())).toJson())
                .isEqualTo("{\"all\":[{\"fact\":\"x\",\"operator\":\"known\"},"
                        + "{\"not\":{\"fact\":\"x\",\"operator\":\"unknown\"}}]}");
    }

    @Test
    void thereAndBackIsTheSameRuleAndTheSameText() {
        for (long seed = 1; seed <= 1_000; seed++) {
            RandomRules random = new RandomRules(seed);
            Rule rule = random.rule(5);
            String json = rule.toJson();
            Rule back = Rule.fromJson(json);
            assertThat(back).as("seed %d", seed).isEqualTo(rule);
            assertThat(back.toJson()).as("seed %d", seed).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "1e21,1E+21",
        "5e-324,4.9E-324",
        "1.7976931348623157E308,1.7976931348623157E+308",
        "9007199254740992,9007199254740992",
        "1e-7,0.0000001",
        "100,100",
        "123456.789,123456.789",
        "-0.0,0"
    })
    void numbersAreWrittenShortAndReadBackExactly(double number, String text) {
        Rule rule = Rule.fact("x").atLeast(number);
        assertThat(Rule.fromJson(rule.toJson())).isEqualTo(rule);
        assertThat(((Comparison) rule).toJson())
                .satisfiesAnyOf(
                        json -> assertThat(json).endsWith("\"value\":" + text + "}"),
                        json -> assertThat(json).endsWith("\"value\":9.007199254740992E+15}"),
                        json -> assertThat(json).endsWith("\"value\":5E-324}"));
    }

    @Test
    void aSetComesBack() {
        SegmentSet set = SegmentSet.of(
                new Segment(
                        "habitues",
                        "Habitués",
                        "Regulars",
                        Rule.fact("purchaseCount").atLeast(10)),
                new Segment(
                        "gone.long",
                        "Perdus de vue",
                        "Gone",
                        Rule.fact("lastPurchase").olderThanDays(180)));
        assertThat(SegmentSet.fromJson(set.toJson())).isEqualTo(set);
        assertThat(SegmentSet.fromJson(set.toJson()).toJson()).isEqualTo(set.toJson());
        assertThat(set.toJson())
                .startsWith("{\"version\":1,\"segments\":[{\"id\":\"habitues\",\"name\":{\"fr\":\"Habitués\"");
        assertThat(SegmentSet.fromJson(SegmentSet.of().toJson()).segments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'fact':'x','operator':'matches','value':1}|$.operator|matches|contains-any",
                "{'fact':'x','operator':'at-least','value':'5'}|$.value|\"5\"|a number",
                "{'fact':'x','operator':'at-least','limit':5}|$|limit|value",
                "{'fact':'x','operator':'at-least'}|$|operator|\"value\" is missing",
                "{'fact':'x','operator':'equals','value':null}|$.value|null|a number, a text, true or false",
                "{'fact':'x','operator':'in','values':[1,'a']}|$|one type|numbers and texts",
                "{'fact':'x','operator':'in','values':[]}|$.values|a list of 0|1 to 1000",
                "{'fact':'x','operator':'in','values':5}|$.values|5|a list",
                "{'fact':'x','operator':'on','day':'2026-02-30'}|$.day|2026-02-30|for example 2026-01-31",
                "{'fact':'x','operator':'older-than-days','days':1.5}|$|1.5|whole numbers",
                "{'fact':'x','operator':'known','value':1}|$|value|fact, operator",
                "{'fact':5,'operator':'known'}|$.fact|5|a text",
                "{'fact':'x','operator':'at-least','value':1e999}|$.value|Infinity|2^53",
                "{'fact':'x','operator':'at-least','value':9007199254740993}|$.value|9007199254740993|2^53",
                "{'all':[{'any':[{'not':{'fact':'x','operator':'like'}}]}]}|$.all[0].any[0].not.operator|like|between-days",
                "{'all':[]}|$.all|a list of 0|1 to 1000",
                "{'all':[{}]}|$.all[0]|an object|all, any, not",
                "{'all':[],'any':[]}|$|any|allowed are all",
                "[1]|$|a list of 1|all, any, not",
                "{'fact':'x','fact':'y','operator':'known'}|line 1|Duplicate|JSON",
                "{'fact':'x'|line 1|Unexpected end|JSON",
                "{'fact':'x','operator':'known'} {}|line 1|JSON|cannot be read",
                "x > 5 && system('rm')|line 1|x|cannot be read",
            })
    void refusalsNameThePlaceTheValueAndWhatIsAllowed(String json, String place, String value, String allowed) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Rule.fromJson(json.replace('\'', '"')))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SEGMENTS_INVALID))
                .withMessageContainingAll(place, value, allowed);
    }

    @Test
    void aSetIsCheckedToo() {
        String rule = "{\"fact\":\"purchasecount\",\"operator\":\"known\"}";
        String one = "{\"id\":\"a\",\"name\":{\"fr\":\"A\",\"en\":\"A\"},\"rule\":" + rule + "}";
        String set = "{\"version\":1,\"segments\":[" + one + "]}";
        assertThat(SegmentSet.fromJson(set).segments()).hasSize(1);
        refused(
                () -> SegmentSet.fromJson(set, Set.of("purchaseCount")),
                "$.segments[0].rule.fact",
                "purchasecount",
                "there are purchaseCount");
        refused(
                () -> SegmentSet.fromJson(set.replace("[" + one, "[" + one + "," + one)),
                "$.segments",
                "Two segments have the id a");
        refused(() -> SegmentSet.fromJson(set.replace(":1,", ":2,")), "$.version", "2", "allowed is 1");
        refused(() -> SegmentSet.fromJson(set.replace("\"a\"", "\"A b\"")), "$.segments[0]", "regular-customers");
        refused(() -> SegmentSet.fromJson(set.replace("\"fr\":\"A\",", "")), "$.segments[0].name", "\"fr\" is missing");
    }

    @Test
    void deepJsonIsRefusedWithoutOverflow() {
        String open = "{\"not\":".repeat(1_000_000);
        refused(() -> Rule.fromJson(open), "nesting depth");
        refused(() -> Rule.fromJson("[".repeat(1_000_000)), "nesting depth");
        String twentyOne = "{\"not\":".repeat(20) + "{\"fact\":\"x\",\"operator\":\"known\"}" + "}".repeat(20);
        refused(() -> Rule.fromJson(twentyOne), "$.not.not", "at most 20 deep");
        String twenty = "{\"all\":[".repeat(19) + "{\"fact\":\"x\",\"operator\":\"known\"}" + "]}".repeat(19);
        assertThat(Rule.fromJson(twenty).toJson()).isEqualTo(twenty);
    }

    @Test
    void hugeJsonIsRefused() {
        String megabyte = "x".repeat(1 << 20);
        refused(
                () -> Rule.fromJson("{\"fact\":\"x\",\"operator\":\"equals\",\"value\":\"" + megabyte + "\"}"),
                "JSON",
                "10000");
        refused(
                () -> Rule.fromJson("{\"fact\":\"" + "y".repeat(9_000) + "\",\"operator\":\"known\"}"),
                "9000 characters",
                "100");
        refused(() -> Rule.fromJson("{\"" + megabyte + "\":1}"), "JSON");
        refused(() -> Rule.fromJson(" ".repeat(JsonPlace.MAX_JSON + 1)), "at most " + JsonPlace.MAX_JSON);
        refused(
                () -> Rule.fromJson("{\"fact\":\"x\",\"operator\":\"at-least\",\"value\":" + "9".repeat(1_000) + "}"),
                "JSON");
        StringBuilder values = new StringBuilder("0");
        for (int i = 1; i <= Comparison.MAX_VALUES; i++) {
            values.append(',').append(i);
        }
        refused(
                () -> Rule.fromJson("{\"fact\":\"x\",\"operator\":\"in\",\"values\":[" + values + "]}"),
                "$.values",
                "a list of 1001",
                "1 to 1000");
    }

    @Test
    void refusalsAreShortWhateverTheInput() {
        String text = "\u0007\n".repeat(4_000);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Rule.fromJson("{\"fact\":\"x\",\"operator\":\""
                        + text.replace("\n", "\\n").replace("\u0007", "\\u0007") + "\"}"))
                .satisfies(refusal -> assertThat(refusal.getMessage().length()).isLessThan(600))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void tenThousandRulesAndNotOneMore() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < SegmentSet.MAX_SEGMENTS; i++) {
            segments.add(new Segment(
                    "s" + i, "S" + i, "S" + i, Rule.fact("f" + i % 50).atLeast(i)));
        }
        SegmentSet set = SegmentSet.of(segments);
        assertThat(SegmentSet.fromJson(set.toJson())).isEqualTo(set);
        segments.add(new Segment("more", "P", "M", Rule.fact("f").isKnown()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentSet.of(segments))
                .withMessageContaining("MAX_SEGMENTS");
    }

    private static void refused(Runnable reading, String... parts) {
        assertThatExceptionOfType(DataException.class).isThrownBy(reading::run).withMessageContainingAll(parts);
    }
}
