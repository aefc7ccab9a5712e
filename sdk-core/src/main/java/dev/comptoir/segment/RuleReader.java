package dev.comptoir.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.comptoir.error.DataException;
import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes rules of JSON. Every refusal names the place, the value and what is allowed there. */
final class RuleReader {
    private static final String KINDS = "all, any, not, or fact with operator";

    private final @Nullable Set<String> facts;

    private RuleReader(@Nullable Set<String> facts) {
        this.facts = facts;
    }

    static Rule rule(String json) {
        return new RuleReader(null).rule(JsonPlace.parse(json), 1);
    }

    static SegmentSet segments(String json, @Nullable Set<String> facts) {
        RuleReader reader = new RuleReader(facts);
        JsonPlace root = JsonPlace.parse(json);
        root.only(Set.of("version", "segments"));
        JsonPlace version = root.field("version");
        if (!version.node().isInt() || version.node().intValue() != 1) {
            throw version.refuse("allowed is 1");
        }
        List<Segment> segments = new ArrayList<>();
        JsonPlace list = root.field("segments");
        int size = list.size(0, SegmentSet.MAX_SEGMENTS);
        for (int i = 0; i < size; i++) {
            segments.add(reader.segment(list.item(i)));
        }
        return list.made(() -> SegmentSet.of(segments));
    }

    private Segment segment(JsonPlace place) {
        place.only(Set.of("id", "name", "rule"));
        String id = place.field("id").text();
        JsonPlace name = place.field("name");
        name.only(Set.of("fr", "en"));
        String french = name.field("fr").text();
        String english = name.field("en").text();
        Rule rule = rule(place.field("rule"), 1);
        return place.made(() -> new Segment(id, french, english, rule));
    }

    private Rule rule(JsonPlace place, int depth) {
        if (depth > Rule.MAX_DEPTH) {
            throw place.refuse("rules may lie at most " + Rule.MAX_DEPTH + " deep");
        }
        for (String kind : List.of("all", "any", "not")) {
            if (place.has(kind)) {
                place.only(Set.of(kind));
                return branch(kind, place.field(kind), depth);
            }
        }
        if (!place.has("fact")) {
            throw place.refuse("a rule is one of " + KINDS);
        }
        return comparison(place);
    }

    private Rule branch(String kind, JsonPlace place, int depth) {
        if (kind.equals("not")) {
            return new Rule.Not(rule(place, depth + 1));
        }
        List<Rule> rules = new ArrayList<>();
        int size = place.size(1, Rule.MAX_COMPARISONS);
        for (int i = 0; i < size; i++) {
            rules.add(rule(place.item(i), depth + 1));
        }
        return place.made(() -> kind.equals("all") ? new Rule.All(rules) : new Rule.Any(rules));
    }

    private Comparison comparison(JsonPlace place) {
        JsonPlace named = place.field("fact");
        String fact = named.text();
        if (facts != null && !facts.contains(fact)) {
            throw named.refuse("there is no such fact; there are " + String.join(", ", facts));
        }
        Operator operator = operator(place.field("operator"));
        List<Fact> operands = operands(operator, place);
        return place.made(() -> new Comparison(fact, operator, operands));
    }

    private static Operator operator(JsonPlace place) {
        String id = place.text();
        for (Operator operator : Operator.values()) {
            if (operator.id().equals(id)) {
                return operator;
            }
        }
        throw place.refuse("there is no such operator; there are "
                + Arrays.stream(Operator.values()).map(Operator::id).collect(Collectors.joining(", ")));
    }

    private static List<Fact> operands(Operator operator, JsonPlace place) {
        List<String> fields = fields(operator);
        List<String> all = new ArrayList<>(List.of("fact", "operator"));
        all.addAll(fields);
        place.only(Set.copyOf(all));
        List<Fact> operands = new ArrayList<>();
        for (String field : fields) {
            JsonPlace value = place.field(field);
            if (field.equals("values")) {
                int size = value.size(1, Comparison.MAX_VALUES);
                for (int i = 0; i < size; i++) {
                    operands.add(operand(operator, value.item(i)));
                }
            } else {
                operands.add(operand(operator, value));
            }
        }
        return operands;
    }

    /** Where the operands of an operator stand, in their order. */
    static List<String> fields(Operator operator) {
        return switch (operator.shape()) {
            case VALUE, NUMBER -> List.of("value");
            case VALUES, TEXTS -> List.of("values");
            case NUMBER_RANGE, DAY_RANGE -> List.of("from", "to");
            case DAY -> List.of("day");
            case DAYS -> List.of("days");
            case NOTHING -> List.of();
        };
    }

    private static Fact operand(Operator operator, JsonPlace place) {
        JsonNode node = place.node();
        return switch (operator.shape()) {
            case VALUE -> {
                if (node.isBoolean()) {
                    yield new FlagFact(node.booleanValue());
                }
                yield numberOrText(place, "a number, a text, true or false is allowed");
            }
            case VALUES -> numberOrText(place, "a number or a text is allowed");
            case NUMBER, NUMBER_RANGE, DAYS -> {
                if (!node.isNumber()) {
                    throw place.refuse("a number is allowed");
                }
                yield number(place);
            }
            case TEXTS -> new TextFact(place.text());
            case DAY, DAY_RANGE -> day(place);
            case NOTHING -> throw place.refuse("nothing is allowed");
        };
    }

    private static Fact numberOrText(JsonPlace place, String allowed) {
        if (place.node().isNumber()) {
            return number(place);
        }
        if (!place.node().isTextual()) {
            throw place.refuse(allowed);
        }
        return new TextFact(place.text());
    }

    private static NumberFact number(JsonPlace place) {
        JsonNode node = place.node();
        double value = node.doubleValue();
        if (!Double.isFinite(value)
                || (node.isIntegralNumber() && new BigDecimal(value).compareTo(node.decimalValue()) != 0)) {
            throw place.refuse("a number is allowed that a double holds: whole ones exactly, as all are up to 2^53");
        }
        return new NumberFact(value);
    }

    private static DayFact day(JsonPlace place) {
        String text = place.text();
        DataException refusal = place.refuse("a day is allowed, for example 2026-01-31");
        if (text.length() != 10) {
            throw refusal;
        }
        try {
            return new DayFact(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw refusal;
        }
    }

    /** Names in the order of the object, for messages. */
    static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }
}
