package dev.comptoir.benchmarks.student;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The texts written for this project: words of the trades and of every day, and customers' questions in many wordings. */
final class Phrasebook {
    private static final List<String> QUESTIONS =
            List.of("questions-shop", "questions-web", "questions-services", "questions-office", "questions-privacy");

    private Phrasebook() {}

    /** The pairs; the seed chooses among the wordings where there are too many for all. */
    static List<Pair> pairs(long seed) {
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>();
        for (String file : List.of("nouns-trades", "nouns-general")) {
            Nouns nouns = Nouns.of(lines(file));
            nouns.addTo(pairs, random);
        }
        Nouns objects = Nouns.of(lines("nouns-general"));
        Verbs.add(lines("verbs"), objects, random, pairs);
        adjectives(pairs);
        words(pairs);
        expressions(pairs);
        Wordings wordings = new Wordings(lines("slots"), random);
        for (String file : QUESTIONS) {
            wordings.add(lines(file), pairs);
        }
        return pairs;
    }

    private static void adjectives(List<Pair> pairs) {
        for (String line : lines("adjectives")) {
            String[] sides = line.split("=", 2);
            for (String english : sides[1].split("/", -1)) {
                for (String french : sides[0].split("/", -1)) {
                    pairs.add(new Pair(Source.LEXICON.label(), "a:" + line, english, french));
                }
            }
        }
    }

    private static void words(List<Pair> pairs) {
        for (String line : lines("words")) {
            for (String entry : line.split(";", -1)) {
                String[] sides = entry.strip().split("=", 2);
                for (String english : sides[1].split("/", -1)) {
                    for (String french : sides[0].split("/", -1)) {
                        pairs.add(new Pair(Source.LEXICON.label(), "w:" + entry, english, french));
                        if (english.startsWith("to ")) {
                            verbForms("w:" + entry, english, french, pairs);
                        }
                    }
                }
            }
        }
    }

    static void verbForms(String group, String english, String infinitive, List<Pair> pairs) {
        for (String form : Conjugation.forms(infinitive)) {
            pairs.add(new Pair(Source.LEXICON.label(), group, english, form));
        }
    }

    private static void expressions(List<Pair> pairs) {
        for (String line : lines("expressions")) {
            String[] sides = line.split(" = ", 2);
            for (String english : sides[1].split(" \\| ", -1)) {
                for (String french : sides[0].split(" \\| ", -1)) {
                    pairs.add(new Pair(Source.PHRASEBOOK.label(), "e:" + line, english, french));
                }
            }
        }
    }

    /** The lines of a resource, without blank ones and comments. */
    static List<String> lines(String name) {
        try (InputStream in = Phrasebook.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + ".txt is missing.");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
