package dev.comptoir.segment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.CustomerId;
import dev.comptoir.segment.MapFacts;
import dev.comptoir.segment.NaiveRules;
import dev.comptoir.segment.RandomRules;
import dev.comptoir.segment.Rule;
import dev.comptoir.segment.Segment;
import dev.comptoir.segment.SegmentSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MembershipTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void anyHistoryOfChangesGivesWhatEvaluatingEverythingGives() {
        for (long seed = 1; seed <= 60; seed++) {
            try {
                history(seed);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private static void history(long seed) {
        RandomRules random = new RandomRules(seed);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            segments.add(new Segment("s" + i, "S", "S", random.rule(3)));
        }
        SegmentSet set = SegmentSet.of(segments);
        LocalDate today = TODAY;
        MembershipTable table = new MembershipTable(set, today);
        Map<CustomerId, MapFacts> all = new TreeMap<>();
        Set<String> believed = new HashSet<>();
        for (int step = 0; step < 30; step++) {
            Set<CustomerId> due = new HashSet<>();
            // Now a crowd, now a single one: both ways of answering run, over full and partly filled words.
            int many = random.below(4) == 0 ? 1 + random.below(150) : random.below(4);
            for (int i = 0; i < many; i++) {
                CustomerId customer = CustomerId.of("c" + random.below(200));
                MapFacts before = all.get(customer);
                all.put(customer, before == null || random.below(3) == 0 ? random.facts() : random.changed(before));
                due.add(customer);
            }
            if (random.below(3) == 0) {
                today = today.plusDays(random.below(5) - 1);
                due.addAll(table.advance(today));
            }
            if (random.below(6) == 0) {
                Set<CustomerId> gone = new HashSet<>();
                all.keySet().forEach(customer -> {
                    if (random.below(4) == 0) {
                        gone.add(customer);
                    }
                });
                all.keySet().removeAll(gone);
                due.removeAll(gone);
                gone.forEach(customer -> believed.removeIf(each -> each.startsWith(customer + " ")));
                table.retain(all::containsKey);
            }
            List<CustomerId> brought = List.copyOf(due);
            table.apply(brought, brought.stream().map(all::get).toList(), (index, rule, belongs) -> {
                String membership = brought.get(index) + " " + rule;
                assertThat(belongs ? believed.add(membership) : believed.remove(membership))
                        .as("a change is told once")
                        .isTrue();
            });
            Set<String> naive = new HashSet<>();
            LocalDate now = today;
            all.forEach((customer, facts) -> {
                for (int rule = 0; rule < segments.size(); rule++) {
                    if (NaiveRules.holds(segments.get(rule).rule(), facts, now)) {
                        naive.add(customer + " " + rule);
                    }
                    if (table.belongs(customer, rule) != naive.contains(customer + " " + rule)) {
                        throw new AssertionError(customer + " and rule "
                                + segments.get(rule).rule().toJson());
                    }
                }
            });
            assertThat(believed).isEqualTo(naive);
            assertThat(table.size()).isEqualTo(all.size());
        }
    }

    @Test
    void theSlowButPlainMeaningAgreesWithTheNaiveOne() {
        for (long seed = 1; seed <= 5_000; seed++) {
            RandomRules random = new RandomRules(seed);
            Rule rule = random.rule(3);
            MapFacts facts = random.facts();
            assertThat(rule.holds(facts, TODAY)).as("seed %d", seed).isEqualTo(NaiveRules.holds(rule, facts, TODAY));
        }
    }

    @Test
    void onlyRulesWhoseComparisonsTurnAreLookedAt() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            segments.add(new Segment(
                    "s" + i, "S", "S", Rule.fact(i % 2 == 0 ? "a" : "b").atLeast(i)));
        }
        MembershipTable table = new MembershipTable(SegmentSet.of(segments), TODAY);
        List<CustomerId> one = List.of(CustomerId.of("ana"));
        MapFacts facts = MapFacts.none().with("a", 100).with("b", 100);
        table.apply(one, List.of(facts), (index, rule, belongs) -> {});
        long before = table.rulesLookedAt();
        table.apply(one, List.of(facts.with("c", 5)), (index, rule, belongs) -> {});
        assertThat(table.rulesLookedAt() - before).isZero();
        // From 100 to 110, the limits 102, 104, 106, 108 and 110 of "a" are passed, and none of "b".
        table.apply(one, List.of(facts.with("a", 110)), (index, rule, belongs) -> {});
        assertThat(table.rulesLookedAt() - before).isEqualTo(5);
    }

    @Test
    void tenThousandRules() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            segments.add(new Segment(
                    "s" + i,
                    "S",
                    "S",
                    Rule.fact("f" + i % 7).between(i, i + 100).or(Rule.fact("t").in("x" + i))));
        }
        MembershipTable table = new MembershipTable(SegmentSet.of(segments), TODAY);
        Map<CustomerId, MapFacts> all = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            all.put(
                    CustomerId.of("c" + i),
                    MapFacts.none().with("f" + i % 7, 90 * i).with("t", "x" + 50 * i));
        }
        List<CustomerId> customers = List.copyOf(all.keySet());
        table.apply(customers, customers.stream().map(all::get).toList(), (index, rule, belongs) -> {});
        all.forEach((customer, facts) -> {
            for (int rule = 0; rule < segments.size(); rule++) {
                if (table.belongs(customer, rule)
                        != NaiveRules.holds(segments.get(rule).rule(), facts, TODAY)) {
                    throw new AssertionError(customer + " and rule " + rule);
                }
            }
        });
    }

    @Test
    void noRulesAndNoCustomers() {
        MembershipTable table = new MembershipTable(SegmentSet.of(), TODAY);
        table.apply(List.of(), List.of(), (index, rule, belongs) -> {});
        assertThat(table.advance(TODAY.plusDays(1))).isEmpty();
        table.apply(List.of(CustomerId.of("a")), List.of(MapFacts.none()), (index, rule, belongs) -> {});
        assertThat(table.size()).isEqualTo(1);
    }
}
