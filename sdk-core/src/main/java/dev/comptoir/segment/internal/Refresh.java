package dev.comptoir.segment.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.segment.Comparison;
import dev.comptoir.segment.Rule;
import dev.comptoir.segment.Segment;
import dev.comptoir.segment.SegmentSet;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Memberships and how far into the log they are. Not thread-safe: {@link LiveSegments} locks. */
final class Refresh {
    private final SegmentSet set;
    private final EventLog events;
    private final Set<Dependence> dependences = EnumSet.noneOf(Dependence.class);
    private final Map<String, Integer> ruleOf = new HashMap<>();

    /** Only of those who ever left the segment; for others it is 1 for a member and otherwise 0. */
    private final Map<CustomerId, Map<Integer, Integer>> numbers = new HashMap<>();

    final MembershipTable table;

    /** Who is to be looked at again, in the order of the ids. */
    final TreeSet<CustomerId> pending = new TreeSet<>();

    private boolean begun;
    private long sequence;
    private long erasures;
    private long catalogVersion;

    Refresh(SegmentSet set, EventLog events, FactSource source, LocalDate today) {
        this.set = set;
        this.events = events;
        this.table = new MembershipTable(set, today);
        for (Segment segment : set.segments()) {
            ruleOf.put(segment.id(), ruleOf.size());
            collect(segment.rule(), source);
        }
    }

    private void collect(Rule rule, FactSource source) {
        if (rule instanceof Comparison comparison) {
            dependences.add(source.dependence(comparison.fact()));
        } else if (rule instanceof Rule.Not not) {
            collect(not.rule(), source);
        } else {
            List<Rule> branches = rule instanceof Rule.All all ? all.rules() : ((Rule.Any) rule).rules();
            branches.forEach(branch -> collect(branch, source));
        }
    }

    /** Reads what is new, and makes pending whom it may concern. */
    void plan(LocalDate today, long catalogNow) {
        long erasuresNow = events.erasures();
        boolean erased = begun && erasuresNow != erasures;
        long before = erased ? 0 : sequence;
        Set<CustomerId> met = new HashSet<>();
        Set<CustomerId> touched = new HashSet<>();
        long after = events.read(EventQuery.keptAfter(before), event -> read(event, met, touched));
        if (erased) {
            table.retain(met::contains);
            numbers.keySet().retainAll(met);
            pending.retainAll(met);
        }
        boolean newDay = !today.equals(table.today());
        boolean everyone = !begun
                || erased
                || dependences.contains(Dependence.ANYTHING)
                || (dependences.contains(Dependence.ALL_EVENTS) && !touched.isEmpty())
                || (dependences.contains(Dependence.DAY) && newDay)
                || (dependences.contains(Dependence.CATALOG) && catalogNow != catalogVersion);
        pending.addAll(table.advance(today));
        pending.addAll(touched);
        if (everyone) {
            pending.addAll(table.customers());
        }
        begun = true;
        sequence = after;
        erasures = erasuresNow;
        catalogVersion = catalogNow;
    }

    private void read(Event event, Set<CustomerId> met, Set<CustomerId> touched) {
        CustomerId customer = event.customer();
        if (customer == null) {
            return;
        }
        met.add(customer);
        if (!SegmentEvents.isOne(event)) {
            touched.add(customer);
            return;
        }
        SegmentEvents.read((CustomEvent) event).ifPresent(recorded -> {
            Integer rule = ruleOf.get(recorded.segment());
            if (rule != null && recorded.number() > number(customer, rule)) {
                // Somebody else saw it first. Look again whether it is so still.
                table.set(customer, rule, recorded.belongs());
                keep(customer, rule, recorded.number());
                touched.add(customer);
            }
        });
    }

    /** Counts one more change. */
    int next(CustomerId customer, int rule, boolean belongs) {
        Integer last = numbers.getOrDefault(customer, Map.of()).get(rule);
        // The table already has the new state: a member without a number enters for the first time.
        int next = last == null ? (belongs ? 1 : 2) : last + 1;
        keep(customer, rule, next);
        return next;
    }

    private int number(CustomerId customer, int rule) {
        Integer kept = numbers.getOrDefault(customer, Map.of()).get(rule);
        return kept != null ? kept : table.belongs(customer, rule) ? 1 : 0;
    }

    private void keep(CustomerId customer, int rule, int number) {
        if (number > 1) {
            numbers.computeIfAbsent(customer, key -> new HashMap<>()).put(rule, number);
        }
    }

    Segment segment(int rule) {
        return set.segments().get(rule);
    }
}
