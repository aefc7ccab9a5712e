package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Rules and facts of every kind out of a seed, over few enough values that they often meet. */
public final class RandomRules {
    private static final String[] FACTS = {"a", "b", "c", "été", "d"};
    private static final String[] TEXTS = {"pain", "crème", "cre\u0300me", "œuf", "", "thé"};
    private static final List<Operator> OPERATORS = List.of(Operator.values());
    private final Random random;

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    public Rule rule(int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(5);
        if (kind == 0) {
            return new Rule.Not(rule(depth - 1));
        }
        if (kind < 3) {
            List<Rule> branches = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                branches.add(rule(depth - 1));
            }
            return kind == 1 ? new Rule.All(branches) : new Rule.Any(branches);
        }
        return comparison(OPERATORS.get(random.nextInt(OPERATORS.size())));
    }

    public Comparison comparison(Operator operator) {
        List<Fact> operands = new ArrayList<>();
        switch (operator.shape()) {
            case NOTHING -> {}
            case VALUE ->
                operands.add(
                        random.nextInt(3) == 0
                                ? new FlagFact(random.nextBoolean())
                                : numberOrText(random.nextBoolean()));
            case NUMBER -> operands.add(number());
            case NUMBER_RANGE -> {
                double from = number().value();
                operands.add(new NumberFact(from));
                operands.add(new NumberFact(from + random.nextInt(3)));
            }
            case VALUES -> {
                boolean numbers = random.nextBoolean();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    operands.add(numberOrText(numbers));
                }
            }
            case TEXTS -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    operands.add(numberOrText(false));
                }
            }
            case DAY -> operands.add(new DayFact(day()));
            case DAY_RANGE -> {
                LocalDate from = day();
                operands.add(new DayFact(from));
                operands.add(new DayFact(from.plusDays(random.nextInt(3))));
            }
            case DAYS -> operands.add(new NumberFact(random.nextInt(6)));
        }
        return new Comparison(FACTS[random.nextInt(FACTS.length)], operator, operands);
    }

    public MapFacts facts() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (String name : FACTS) {
            switch (random.nextInt(8)) {
                case 0 ->
                    facts.put(
                            name,
                            new TextFact(TEXTS[random.nextInt(TEXTS.length)] + (random.nextInt(3) == 0 ? "!" : "")));
                case 1 -> facts.put(name, new FlagFact(random.nextBoolean()));
                case 2, 3 -> facts.put(name, new DayFact(day()));
                case 4 -> {
                    Set<String> texts = new HashSet<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        texts.add(TEXTS[random.nextInt(TEXTS.length)]);
                    }
                    facts.put(name, new TextSetFact(texts));
                }
                case 5, 6 -> facts.put(name, random.nextInt(10) == 0 ? new NumberFact(odd()) : number());
                default -> {}
            }
        }
        return new MapFacts(facts);
    }

    /** The same with one name anew. */
    public MapFacts changed(MapFacts before) {
        Map<String, Fact> facts = new LinkedHashMap<>(before.facts());
        String name = FACTS[random.nextInt(FACTS.length)];
        facts.remove(name);
        facts().find(name).ifPresent(fact -> facts.put(name, fact));
        return new MapFacts(facts);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private double odd() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MAX_VALUE, 0.1};
        return odd[random.nextInt(odd.length)];
    }

    private NumberFact number() {
        double[] some = {-1, -0.0, 0, 0.5, 1, 2, 3};
        return new NumberFact(some[random.nextInt(some.length)]);
    }

    private Fact numberOrText(boolean number) {
        return number ? number() : new TextFact(TEXTS[random.nextInt(TEXTS.length)]);
    }

    private LocalDate day() {
        return LocalDate.of(2026, 2, 26).plusDays(random.nextInt(8));
    }
}
