package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/** Cuts text into the terms that are searched. Safe for use by several threads. */
final class Terms {
    /*
     * Two views of each text. Stems (Savoy's light stemmer for French, Porter's for English) join the forms of a word;
     * character 4-grams (McNamee & Mayfield 2004 found n = 4 best for European languages) join what a stemmer does not:
     * "fiche / fichage", typing errors, lost accents. Filters are built anew for each text: Lucene's own reuse would tie
     * state to threads. Stems are remembered by word, which is what makes ten thousand entries quick to read.
     */
    private static final int GRAM = 4;
    private static final int MAX_REMEMBERED = 50_000;
    private static final CharArraySet ARTICLES = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of("l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"),
            true));

    private final Map<Language, CharArraySet> unsearched = new EnumMap<>(Language.class);
    private final Map<Language, CharArraySet> offTopic = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, String>> remembered = new EnumMap<>(Language.class);

    Terms() {
        for (Language language : Language.values()) {
            unsearched.put(language, StopWords.ofSearch(language));
            offTopic.put(language, StopWords.ofTopics(language));
            remembered.put(language, new ConcurrentHashMap<>());
        }
    }

    /** The words of a text in lower case, without the articles that French writes onto them, in order. */
    List<String> words(String text, Language language) {
        StandardTokenizer tokens = new StandardTokenizer();
        tokens.setReader(new StringReader(TextNormalizer.clean(text)));
        TokenStream lower = new LowerCaseFilter(tokens);
        return drain(
                language == Language.FRENCH ? new ElisionFilter(lower, ARTICLES) : new EnglishPossessiveFilter(lower));
    }

    /** Whether a word is searched: all but articles, pronouns and the like. */
    boolean isSearched(String word, Language language) {
        return !unsearched.getOrDefault(language, CharArraySet.EMPTY_SET).contains(word);
    }

    /** Whether a word says what a text is about; question words and courtesies do not. */
    boolean isTopic(String word, Language language) {
        return !offTopic.getOrDefault(language, CharArraySet.EMPTY_SET).contains(word);
    }

    /** The word without its ending and its accents. */
    String stem(String word, Language language) {
        Map<String, String> known = remembered.getOrDefault(language, Map.of());
        String stem = known.get(word);
        if (stem == null) {
            stem = stemmed(word, language);
            if (known.size() < MAX_REMEMBERED) {
                known.put(word, stem);
            }
        }
        return stem;
    }

    /**
     * The stems of all words that are searched, in order, with repetitions. Question words stay: "what is" and "how long"
     * tell entries on one topic apart.
     */
    List<String> stems(String text, Language language) {
        return words(text, language).stream()
                .filter(word -> isSearched(word, language))
                .map(word -> stem(word, language))
                .toList();
    }

    /** The stems of those words alone that carry a topic. */
    List<String> topics(String text, Language language) {
        return topicWords(text, language).stream()
                .map(word -> stem(word, language))
                .toList();
    }

    /** Those words themselves. */
    List<String> topicWords(String text, Language language) {
        return words(text, language).stream()
                .filter(word -> isTopic(word, language))
                .toList();
    }

    /** The character 4-grams of the same words as {@link #stems}, and the words whole. */
    List<String> grams(String text, Language language) {
        List<String> grams = new ArrayList<>();
        words(text, language).stream()
                .filter(word -> isSearched(word, language))
                .forEach(word -> addGrams(word, grams));
        return grams;
    }

    static void addGrams(String word, List<String> grams) {
        String folded = folded(word);
        if (folded.length() != GRAM) {
            grams.add(folded);
        }
        for (int i = 0; i + GRAM <= folded.length(); i++) {
            grams.add(folded.substring(i, i + GRAM));
        }
    }

    /** Without accents. */
    static String folded(String word) {
        char[] in = word.toCharArray();
        char[] out = new char[4 * in.length];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
    }

    private static String stemmed(String word, Language language) {
        Function<TokenStream, TokenStream> stemmer =
                language == Language.FRENCH ? FrenchLightStemFilter::new : PorterStemFilter::new;
        KeywordTokenizer whole = new KeywordTokenizer();
        whole.setReader(new StringReader(word));
        return String.join("", drain(new ASCIIFoldingFilter(stemmer.apply(whole))));
    }

    private static List<String> drain(TokenStream stream) {
        List<String> terms = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
