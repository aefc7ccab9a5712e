package dev.comptoir.store.jdbc;

import dev.comptoir.crypto.MasterKey;

/** A key that everyone knows. */
final class TestKeys {
    static final MasterKey MASTER = MasterKey.of(new byte[32]);

    private TestKeys() {}
}
