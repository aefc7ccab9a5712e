package dev.comptoir.crypto;

import dev.comptoir.crypto.internal.LocalMasterKey;

/**
 * The key that every business's own secret is wrapped with: who has it and the data can read them, who has the data alone
 * cannot. Implementations are thread-safe; one over a key management service calls it once for each opening of a business.
 *
 * <p>Losing the key is losing the data: keep a copy apart from them, and apart from their backups.
 */
public interface MasterKey {
    /**
     * Encrypts a secret so that only {@link #unwrap} with the same key gives it back, and nobody can change it unnoticed.
     *
     * @param secret 32 bytes
     * @return at most 1,024 bytes
     */
    byte[] wrap(byte[] secret);

    /**
     * Gives back what {@link #wrap} was given.
     *
     * @throws IllegalArgumentException if it was wrapped with another key, or has been changed
     */
    byte[] unwrap(byte[] wrapped);

    /**
     * A key held in this process: AES-256-GCM.
     *
     * @param key 32 random bytes; copied
     * @throws IllegalArgumentException if they are not 32 bytes
     */
    static MasterKey of(byte[] key) {
        return new LocalMasterKey(key);
    }
}
