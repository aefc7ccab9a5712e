package dev.comptoir.assist.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Sentences written by hand for tests, one a line; lines that begin with # are notes. */
final class Sheets {
    private Sheets() {}

    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Sheets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
