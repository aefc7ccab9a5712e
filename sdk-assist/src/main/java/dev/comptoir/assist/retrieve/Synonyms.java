package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words of customer service that stand for each other, in one language, by stems. Immutable. */
final class Synonyms {
    private final Map<String, Set<String>> groups = new HashMap<>();

    Synonyms(Language language, Terms terms) {
        String name = "/dev/comptoir/assist/synonyms-" + language.code() + ".txt";
        try (InputStream in = Synonyms.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is not in the jar.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    Set<String> group = new TreeSet<>();
                    List.of(line.strip().split(" ", -1)).forEach(word -> group.add(terms.stem(word, language)));
                    group.forEach(stem ->
                            groups.computeIfAbsent(stem, s -> new TreeSet<>()).addAll(group));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        groups.forEach((stem, others) -> others.remove(stem));
    }

    /** Whether a group holds the stem: then it is no typing error. */
    boolean knows(String stem) {
        return groups.containsKey(stem);
    }

    /** The other stems of the groups that hold this one, in a fixed order. */
    Set<String> of(String stem) {
        return groups.getOrDefault(stem, Set.of());
    }
}
