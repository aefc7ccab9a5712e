package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/** Words that are not searched, and words that carry no topic, with their accents and without. */
final class StopWords {
    private StopWords() {}

    /** Words that no search needs: Lucene's list for French; for English, whose list there has no pronouns, ours. */
    static CharArraySet ofSearch(Language language) {
        return language == Language.FRENCH ? FrenchAnalyzer.getDefaultStopSet() : read(language, false);
    }

    /** Words that say nothing about what a question is about. */
    static CharArraySet ofTopics(Language language) {
        return read(language, true);
    }

    private static CharArraySet read(Language language, boolean all) {
        String name = "/dev/comptoir/assist/stopwords-" + language.code() + ".txt";
        CharArraySet words = new CharArraySet(256, true);
        try (InputStream in = StopWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is not in the jar.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && (all || !line.startsWith("?"))) {
                    for (String word : List.of(line.replace("?", "").strip().split(" ", -1))) {
                        words.add(word);
                        words.add(TextNormalizer.fold(word));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CharArraySet.unmodifiableSet(words);
    }
}
