package dev.comptoir.segment.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.profile.fact.Facts;
import dev.comptoir.segment.SegmentSet;
import dev.comptoir.segment.internal.RowLayout.Row;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to which segment, as of the facts last brought and one day. Not thread-safe.
 *
 * <p>Held for each customer: one double for every fact that the rules compare, one bit for every rule, and an entry of a map.
 */
public final class MembershipTable {
    private static final int LANES = PredicateGroup.LANES;

    /** From so many new customers in one word on, answering all 64 costs less than answering them singly. */
    private static final int WORTH_A_WORD = 3;

    private final Network network;
    private final ColumnStore store;
    private final RuleMachine machine;
    private final int rules;
    private final Map<CustomerId, Integer> places = new HashMap<>();
    private final List<@Nullable CustomerId> customers = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    /** Customers of whom all rules must be answered: those never answered, and those whom a new day changes. */
    private final BitSet stale = new BitSet();

    private final BitSet touchedRules = new BitSet();

    /** For each 64 customers one word for each rule. */
    private long[][] members = {};

    private long looked;

    /** Where changes of membership go. */
    public interface Flips {
        /**
         * Somebody entered or left.
         *
         * @param index which of the customers brought
         * @param rule which segment of the set
         * @param belongs whether the customer belongs to it now
         */
        void flip(int index, int rule, boolean belongs);
    }

    public MembershipTable(SegmentSet set, LocalDate today) {
        network = new Network(set);
        store = new ColumnStore(network.layout);
        store.today = today.toEpochDay();
        machine = new RuleMachine(network, store);
        rules = network.code.length;
    }

    public int size() {
        return places.size();
    }

    /** How many rules were answered for single customers so far; whole words are not counted. */
    public long rulesLookedAt() {
        return looked;
    }

    /** The day that ages are counted to. */
    public LocalDate today() {
        return LocalDate.ofEpochDay(store.today);
    }

    public List<CustomerId> customers() {
        return new ArrayList<>(places.keySet());
    }

    /** Brings the facts of some customers, each once, and tells what changed, in the order of the customers and rules. */
    public void apply(List<CustomerId> brought, List<? extends Facts> facts, Flips flips) {
        Changes changes = new Changes();
        long[] fresh = new long[brought.size()];
        int freshCount = 0;
        for (int i = 0; i < fresh.length; i++) {
            int place = place(brought.get(i));
            Row row = network.layout.row(facts.get(i));
            if (stale.get(place)) {
                store.write(place, row);
                fresh[freshCount++] = (long) place << 32 | i;
            } else {
                touchedRules.clear();
                touch(place, row);
                store.write(place, row);
                answerTouched(place, i, changes);
            }
        }
        Arrays.sort(fresh, 0, freshCount);
        for (int start = 0; start < freshCount; ) {
            int end = start + 1;
            while (end < freshCount && fresh[end] >>> 38 == fresh[start] >>> 38) {
                end++;
            }
            answerFresh(Arrays.copyOfRange(fresh, start, end), changes);
            start = end;
        }
        changes.deliver(flips);
    }

    /**
     * Makes it another day. Whoever it changes keeps the old memberships until brought again.
     *
     * @return whom it changes
     */
    public List<CustomerId> advance(LocalDate today) {
        if (today.toEpochDay() == store.today) {
            return List.of();
        }
        store.today = today.toEpochDay();
        List<CustomerId> changed = new ArrayList<>();
        for (int block = 0; block < members.length && network.dated.length > 0; block++) {
            machine.load(block * LANES);
            long differing = 0;
            for (int rule : network.dated) {
                differing |= machine.word(rule) ^ members[block][rule];
            }
            for (; differing != 0; differing &= differing - 1) {
                int place = block * LANES + Long.numberOfTrailingZeros(differing);
                CustomerId customer = place < customers.size() ? customers.get(place) : null;
                if (customer != null && !stale.get(place)) {
                    stale.set(place);
                    changed.add(customer);
                }
            }
        }
        return changed;
    }

    /** Sets what somebody else says, until facts are brought. */
    void set(CustomerId customer, int rule, boolean belongs) {
        int place = place(customer);
        stale.set(place);
        if (belongs) {
            members[place / LANES][rule] |= 1L << place;
        } else {
            members[place / LANES][rule] &= ~(1L << place);
        }
    }

    public boolean belongs(CustomerId customer, int rule) {
        Integer place = places.get(customer);
        return place != null && (members[place / LANES][rule] & 1L << place) != 0;
    }

    /** In no order. */
    List<CustomerId> members(int rule) {
        List<CustomerId> found = new ArrayList<>();
        for (int block = 0; block < members.length; block++) {
            for (long word = members[block][rule]; word != 0; word &= word - 1) {
                CustomerId customer = customers.get(block * LANES + Long.numberOfTrailingZeros(word));
                if (customer != null) {
                    found.add(customer);
                }
            }
        }
        return found;
    }

    /** Forgets everyone else. */
    void retain(Predicate<CustomerId> kept) {
        List<Map.Entry<CustomerId, Integer>> gone = places.entrySet().stream()
                .filter(entry -> !kept.test(entry.getKey()))
                .toList();
        gone.forEach(entry -> remove(entry.getKey(), entry.getValue()));
    }

    private void remove(CustomerId customer, int place) {
        places.remove(customer);
        customers.set(place, null);
        store.clear(place);
        for (int rule = 0; rule < rules; rule++) {
            members[place / LANES][rule] &= ~(1L << place);
        }
        free.push(place);
    }

    private int place(CustomerId customer) {
        Integer known = places.get(customer);
        if (known != null) {
            return known;
        }
        int place = free.isEmpty() ? customers.size() : free.pop();
        if (place == customers.size()) {
            customers.add(customer);
        } else {
            customers.set(place, customer);
        }
        places.put(customer, place);
        stale.set(place);
        if (place / LANES >= members.length) {
            int blocks = Math.max(place / LANES + 1, members.length + (members.length >> 1));
            int before = members.length;
            members = Arrays.copyOf(members, blocks);
            Arrays.setAll(members, i -> i < before ? members[i] : new long[rules]);
            store.grow(blocks * LANES);
        }
        return place;
    }

    /** Notes the rules of every comparison that the new row turns. */
    private void touch(int place, Row row) {
        for (int column = 0; column < store.numbers.length; column++) {
            if (!RowLayout.same(store.numbers[column][place], row.numbers()[column])) {
                touch(network.ofNumbers[column], place, row);
            }
        }
        for (int column = 0; column < store.sets.length; column++) {
            if (!RowLayout.same(store.sets[column][place], row.sets()[column])) {
                touch(network.ofSets[column], place, row);
            }
        }
    }

    private void touch(PredicateGroup[] groups, int place, Row row) {
        for (PredicateGroup group : groups) {
            group.differences(store, place, row, predicate -> {
                for (int rule : network.rulesOf[predicate]) {
                    touchedRules.set(rule);
                }
            });
        }
    }

    private void answerTouched(int place, int index, Changes changes) {
        for (int rule = touchedRules.nextSetBit(0); rule >= 0; rule = touchedRules.nextSetBit(rule + 1)) {
            answer(place, index, rule, changes);
        }
    }

    private void answer(int place, int index, int rule, Changes changes) {
        looked++;
        boolean belongs = machine.holds(rule, place);
        long lane = 1L << place;
        if (belongs != ((members[place / LANES][rule] & lane) != 0)) {
            members[place / LANES][rule] ^= lane;
            changes.add(index, rule, belongs);
        }
    }

    /** All rules for customers whose places lie in one word. */
    private void answerFresh(long[] fresh, Changes changes) {
        int block = (int) (fresh[0] >>> 38);
        int[] indexes = new int[LANES];
        long lanes = 0;
        for (long each : fresh) {
            int place = (int) (each >>> 32);
            stale.clear(place);
            lanes |= 1L << place;
            indexes[place % LANES] = (int) each;
        }
        if (fresh.length < WORTH_A_WORD) {
            for (long each : fresh) {
                for (int rule = 0; rule < rules; rule++) {
                    answer((int) (each >>> 32), (int) each, rule, changes);
                }
            }
            return;
        }
        machine.load(block * LANES);
        for (int rule = 0; rule < rules; rule++) {
            long word = machine.word(rule);
            long differing = (word ^ members[block][rule]) & lanes;
            members[block][rule] ^= differing;
            for (; differing != 0; differing &= differing - 1) {
                int lane = Long.numberOfTrailingZeros(differing);
                changes.add(indexes[lane], rule, (word >>> lane & 1) == 1);
            }
        }
    }
}
