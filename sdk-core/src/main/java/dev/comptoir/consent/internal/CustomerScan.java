package dev.comptoir.consent.internal;

import dev.comptoir.CustomerId;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of each customer in bounded memory, in the order of the customers' ids. A customer's state rests on one
 * reading of the log.
 *
 * @param <S> what is known of one customer while the log is read
 */
final class CustomerScan<S> {
    /*
     * The log is not ordered by customer. Each reading keeps the states of the first customers after the last one handed
     * over. Whoever falls out while reading can never come back in, because the last id inside only ever gets smaller: so
     * everyone who is inside at the end was inside from their first event on.
     */
    static final int CUSTOMERS_AT_ONCE = 20_000;

    private final EventLog log;
    private final Supplier<S> empty;
    private final BiConsumer<S, Event> fold;
    private final int atOnce;

    CustomerScan(EventLog log, Supplier<S> empty, BiConsumer<S, Event> fold, int atOnce) {
        this.log = log;
        this.empty = empty;
        this.fold = fold;
        this.atOnce = atOnce;
    }

    void forEach(BiConsumer<CustomerId, S> consumer) {
        CustomerId last = null;
        boolean more = true;
        while (more) {
            Window window = new Window(last);
            log.read(EventQuery.keptAfter(0), window::add);
            window.states.forEach(consumer);
            more = window.overflowed;
            last = window.states.isEmpty() ? last : window.states.lastKey();
        }
    }

    private final class Window {
        private final TreeMap<CustomerId, S> states = new TreeMap<>();
        private final @Nullable CustomerId after;
        private boolean overflowed;

        Window(@Nullable CustomerId after) {
            this.after = after;
        }

        void add(Event event) {
            CustomerId customer = event.customer();
            if (customer == null || (after != null && customer.compareTo(after) <= 0)) {
                return;
            }
            S state = states.get(customer);
            if (state == null) {
                if (overflowed && customer.compareTo(states.lastKey()) > 0) {
                    return;
                }
                state = empty.get();
                states.put(customer, state);
                if (states.size() > atOnce) {
                    states.pollLastEntry();
                    overflowed = true;
                    if (!states.containsKey(customer)) {
                        return;
                    }
                }
            }
            fold.accept(state, event);
        }
    }
}
