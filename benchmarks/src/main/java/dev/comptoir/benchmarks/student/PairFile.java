package dev.comptoir.benchmarks.student;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads tab-separated pairs (source, en, fr) and leaves out what teaches nothing. */
final class PairFile {
    private static final int MAX_WORDS = 30;

    private PairFile() {}

    /** The pairs of the sources that may be used, each once, in the file's order. */
    static List<Pair> read(Path file) {
        Set<Pair> pairs = new LinkedHashSet<>();
        try (BufferedReader lines = open(file)) {
            String header = lines.readLine();
            if (header == null || !header.equals("source\ten\tfr")) {
                throw new IllegalArgumentException(
                        "The file " + file + " does not begin with the columns source, en, fr, parted by tabs.");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 3 && Source.of(fields[0]).isPresent() && usable(fields[1]) && usable(fields[2])) {
                    pairs.add(new Pair(fields[0], fields[1].strip(), fields[2].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
        return new ArrayList<>(pairs);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** No placeholders, mark-up or code, and neither a text without letters nor a page. */
    private static boolean usable(String text) {
        return text.chars().noneMatch(c -> c == '%' || c == '{' || c == '<' || c == '\\' || c == '=' || c == '$')
                && text.chars().filter(Character::isLetter).count() >= 2
                && text.chars().filter(c -> c == ' ').count() < MAX_WORDS;
    }
}
