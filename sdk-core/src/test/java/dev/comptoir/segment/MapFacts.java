package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts out of a map. */
public record MapFacts(Map<String, Fact> facts) implements Facts {
    public static MapFacts none() {
        return new MapFacts(Map.of());
    }

    public MapFacts with(String name, Object value) {
        Map<String, Fact> more = new LinkedHashMap<>(facts);
        more.put(name, fact(value));
        return new MapFacts(more);
    }

    @Override
    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    @Override
    public Set<String> names() {
        return facts.keySet();
    }

    @SuppressWarnings("unchecked")
    private static Fact fact(Object value) {
        if (value instanceof Fact fact) {
            return fact;
        }
        if (value instanceof Number number) {
            return new NumberFact(number.doubleValue());
        }
        if (value instanceof String text) {
            return new TextFact(text);
        }
        if (value instanceof LocalDate day) {
            return new DayFact(day);
        }
        return value instanceof Boolean flag ? new FlagFact(flag) : new TextSetFact((Set<String>) value);
    }
}
