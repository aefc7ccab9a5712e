package dev.comptoir.store.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.comptoir.CustomerId;
import dev.comptoir.crypto.internal.BrokenSealException;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.Sealer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of one business's customers: looked up, made for new ones, and held for a while. Thread-safe. */
final class CustomerKeys {
    /*
     * Bodies are sealed in the caller's thread, before anything is locked, with what is known of the customer then. Two things
     * can come in between: another session or process gives the same new customer a key first, or the customer is erased. Both
     * are seen under the write lock (settle), and the rows concerned are sealed anew there. What is held is good for as long
     * as the number of erasures it was looked up at has not changed.
     */
    private static final int HELD = 4_000;

    /** What is wrong where a hash leads to somebody else. */
    static final String MISPLACED = "the key of a customer lies in the place of another";

    private final JdbcStore store;
    private final Cache<CustomerId, CustomerKey> byCustomer = cache();
    private final Cache<Long, CustomerKey> byNumber = cache();
    private volatile long erasures;

    CustomerKeys(JdbcStore store) {
        this.store = store;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().maximumSize(HELD).executor(Runnable::run).build();
    }

    /** Seals all rows of an append; whoever is new has a key afterwards that is not kept yet. */
    void seal(Append append) {
        long seen = erasures;
        BusinessKeys keys = store.keys();
        Sealer sealer = keys.sealer();
        Map<CustomerId, CustomerKey> known = new HashMap<>();
        Map<CustomerId, Hash> unknown = new LinkedHashMap<>();
        BusinessKeys.Hashes lookUps = keys.lookUps();
        for (EventRow row : append.rows()) {
            CustomerId customer = row.customer;
            if (customer != null && !known.containsKey(customer) && !unknown.containsKey(customer)) {
                CustomerKey held = byCustomer.getIfPresent(customer);
                if (held != null && held.erasures() == seen) {
                    known.put(customer, held);
                } else {
                    unknown.put(customer, new Hash(lookUps.of(customer.value())));
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<Hash, JdbcStore.Found> found =
                    store.read(Map.of(), connection -> store.find(connection, List.copyOf(unknown.values())));
            unknown.forEach((customer, lookUp) -> {
                CustomerKey key = open(keys, sealer, customer, lookUp, found.get(lookUp), seen);
                known.put(customer, key);
                byCustomer.put(customer, key);
            });
        }
        for (EventRow row : append.rows()) {
            row.seal(keys, sealer, row.customer == null ? null : known.get(row.customer));
        }
        append.sealed(seen);
    }

    private CustomerKey open(
            BusinessKeys keys,
            Sealer sealer,
            CustomerId customer,
            Hash lookUp,
            JdbcStore.@Nullable Found found,
            long seen) {
        if (found == null) {
            return CustomerKey.create(keys, sealer, customer, lookUp, seen);
        }
        CustomerKey key = open(keys, sealer, found, lookUp, seen);
        if (!key.customer().equals(customer)) {
            throw store.damaged(MISPLACED, null);
        }
        return key;
    }

    private CustomerKey open(BusinessKeys keys, Sealer sealer, JdbcStore.Found found, Hash lookUp, long seen) {
        try {
            return CustomerKey.open(keys, sealer, found, lookUp, seen);
        } catch (BrokenSealException e) {
            throw store.damaged("the key of customer " + found.number() + " cannot be read", e);
        }
    }

    /**
     * Within the writing transaction: brings all rows of a group in line with the keys that are kept.
     *
     * @return the customers that are new and must be inserted, in the order of their first row
     */
    List<CustomerKey> settle(Connection connection, List<Append> group, long erasuresNow) throws SQLException {
        Map<CustomerId, CustomerKey> settled = new LinkedHashMap<>();
        List<CustomerId> doubtful = new ArrayList<>();
        for (Append append : group) {
            boolean outdated = append.erasuresSeen() != erasuresNow;
            for (EventRow row : append.rows()) {
                CustomerKey key = row.key();
                if (key != null
                        && (outdated || key.number() == 0)
                        && settled.putIfAbsent(key.customer(), key) == null) {
                    doubtful.add(key.customer());
                }
            }
        }
        seen(erasuresNow);
        return doubtful.isEmpty() ? List.of() : settle(connection, group, settled, erasuresNow);
    }

    private List<CustomerKey> settle(
            Connection connection, List<Append> group, Map<CustomerId, CustomerKey> settled, long erasuresNow)
            throws SQLException {
        BusinessKeys keys = store.keys();
        Sealer sealer = keys.sealer();
        Map<Hash, JdbcStore.Found> found = store.find(
                connection, settled.values().stream().map(CustomerKey::lookUp).toList());
        List<CustomerKey> fresh = new ArrayList<>();
        for (Map.Entry<CustomerId, CustomerKey> entry : settled.entrySet()) {
            CustomerKey key = entry.getValue();
            JdbcStore.Found kept = found.get(key.lookUp());
            if (kept == null) {
                // A key that was made before an erasure might be the erased one.
                if (key.number() != 0 || key.erasures() != erasuresNow) {
                    key = CustomerKey.create(keys, sealer, key.customer(), key.lookUp(), erasuresNow);
                }
                fresh.add(key);
            } else {
                key = open(keys, sealer, key.customer(), key.lookUp(), kept, erasuresNow);
            }
            entry.setValue(key);
        }
        for (Append append : group) {
            for (EventRow row : append.rows()) {
                CustomerKey key = row.customer == null ? null : settled.get(row.customer);
                if (key != null && key != row.key()) {
                    row.seal(keys, sealer, key);
                }
            }
        }
        return fresh;
    }

    /** After the commit: new customers have their numbers. */
    void committed(Map<CustomerKey, Long> numbers) {
        numbers.forEach((key, number) -> {
            key.committed(number);
            byCustomer.put(key.customer(), key);
        });
    }

    /** There have been so many erasures: what was looked up before is not used any more. */
    void seen(long erasuresNow) {
        if (erasuresNow != erasures) {
            erasures = erasuresNow;
            byCustomer.invalidateAll();
            byNumber.invalidateAll();
        }
    }

    /** The customer of a row that was read. */
    CustomerKey of(BusinessKeys keys, Sealer sealer, long number, Sealed sealed) throws SQLException {
        CustomerKey held = byNumber.getIfPresent(number);
        if (held != null) {
            return held;
        }
        byte[] bytes = sealed.read();
        if (bytes == null) {
            throw store.damaged("the key of customer " + number + " is missing", null);
        }
        CustomerKey key = open(keys, sealer, new JdbcStore.Found(number, bytes), NOBODY, erasures);
        byNumber.put(number, key);
        return key;
    }

    private static final Hash NOBODY = new Hash(new byte[0]);

    /** Reads the sealed key of a row, only where it is needed. */
    interface Sealed {
        byte @Nullable [] read() throws SQLException;
    }
}
