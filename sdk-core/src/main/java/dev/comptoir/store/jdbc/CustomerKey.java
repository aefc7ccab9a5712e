package dev.comptoir.store.jdbc;

import dev.comptoir.CustomerId;
import dev.comptoir.crypto.internal.BrokenSealException;
import dev.comptoir.crypto.internal.BusinessKeys;
import dev.comptoir.crypto.internal.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A customer as the store knows them. Thread-safe. */
final class CustomerKey {
    private static final byte[] PLACE = "customer key".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;

    private final CustomerId customer;
    private final Hash lookUp;
    private final SecretKey key;
    private final byte[] sealed;
    private final long erasures;
    /** 0 until the row of a new customer is committed. */
    private volatile long number;

    private CustomerKey(CustomerId customer, Hash lookUp, SecretKey key, byte[] sealed, long erasures, long number) {
        this.customer = customer;
        this.lookUp = lookUp;
        this.key = key;
        this.sealed = sealed;
        this.erasures = erasures;
        this.number = number;
    }

    /** A new key, for somebody who has none. */
    static CustomerKey create(BusinessKeys keys, Sealer sealer, CustomerId customer, Hash lookUp, long erasures) {
        byte[] id = customer.value().getBytes(StandardCharsets.UTF_8);
        byte[] key = keys.newKey();
        byte[] content = Arrays.copyOf(key, KEY_BYTES + id.length);
        System.arraycopy(id, 0, content, KEY_BYTES, id.length);
        byte[] sealed = sealer.seal(keys.customers(), PLACE, content);
        return new CustomerKey(customer, lookUp, new SecretKeySpec(key, "AES"), sealed, erasures, 0);
    }

    /** @throws BrokenSealException if the row was changed */
    static CustomerKey open(BusinessKeys keys, Sealer sealer, JdbcStore.Found found, Hash lookUp, long erasures) {
        byte[] content = sealer.open(keys.customers(), PLACE, found.sealed());
        if (content.length <= KEY_BYTES) {
            throw new BrokenSealException("The key of a customer is too short.");
        }
        String id = new String(content, KEY_BYTES, content.length - KEY_BYTES, StandardCharsets.UTF_8);
        SecretKey key = new SecretKeySpec(content, 0, KEY_BYTES, "AES");
        return new CustomerKey(CustomerId.of(id), lookUp, key, found.sealed(), erasures, found.number());
    }

    CustomerId customer() {
        return customer;
    }

    Hash lookUp() {
        return lookUp;
    }

    SecretKey key() {
        return key;
    }

    byte[] sealed() {
        return sealed;
    }

    /** How many erasures there had been when it was looked up: it may be used as long as there are no more. */
    long erasures() {
        return erasures;
    }

    long number() {
        return number;
    }

    void committed(long number) {
        this.number = number;
    }
}
