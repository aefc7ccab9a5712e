package dev.comptoir.store.jdbc;

import java.util.Arrays;

/** Bytes that may be looked up by. Immutable, as long as nobody changes the array. */
final class Hash {
    private final byte[] bytes;

    Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a hash of " + bytes.length + " bytes";
    }
}
