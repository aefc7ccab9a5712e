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
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/** Cuts text into the terms that are searched. Immutable; safe for use by several threads. */
final class Terms {
    /*
     * Two views of each text. Stems (Savoy's light stemmer for French, Porter's for English) join the forms of a word;
     * character 4-grams (McNamee & Mayfield 2004 found n = 4 best for European languages) join what a stemmer does not:
     * "fiche / fichage", typing errors, lost accents. Filters are built anew for each text: Lucene's own reuse would tie
     * state to threads.
     */
    private static final int GRAM = 4;
    private static final CharArraySet ARTICLES = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of("l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"),
            true));

    private final Map<Language, CharArraySet> unsearched = new EnumMap<>(Language.class);
    private final Map<Language, CharArraySet> offTopic = new EnumMap<>(Language.class);

    Terms() {
        for (Language language : Language.values()) {
            unsearched.put(language, StopWords.ofSearch(language));
            offTopic.put(language, StopWords.ofTopics(language));
        }
    }

    /**
     * The stems of all words but articles, pronouns and the like, in order, with repetitions. Question words stay: "what is"
     * and "how long" tell entries on one topic apart.
     */
    List<String> stems(String text, Language language) {
        return stemmed(words(text, language, functionWords(language)), language);
    }

    /** The stems of those words alone that carry a topic. */
    List<String> topics(String text, Language language) {
        CharArraySet stop = offTopic.getOrDefault(language, CharArraySet.EMPTY_SET);
        return stemmed(words(text, language, stop), language);
    }

    /** The character 4-grams of the same words as {@link #stems}, and words shorter or longer whole. */
    List<String> grams(String text, Language language) {
        TokenStream folded = new ASCIIFoldingFilter(words(text, language, functionWords(language)));
        return drain(new NGramTokenFilter(folded, GRAM, GRAM, true));
    }

    /** Those words themselves. */
    List<String> topicWords(String text, Language language) {
        return drain(words(text, language, offTopic.getOrDefault(language, CharArraySet.EMPTY_SET)));
    }

    private static List<String> stemmed(TokenStream words, Language language) {
        return drain(new ASCIIFoldingFilter(
                language == Language.FRENCH ? new FrenchLightStemFilter(words) : new PorterStemFilter(words)));
    }

    private CharArraySet functionWords(Language language) {
        return unsearched.getOrDefault(language, CharArraySet.EMPTY_SET);
    }

    private static TokenStream words(String text, Language language, CharArraySet stop) {
        StandardTokenizer tokens = new StandardTokenizer();
        tokens.setReader(new StringReader(TextNormalizer.clean(text)));
        TokenStream lower = new LowerCaseFilter(tokens);
        TokenStream plain =
                language == Language.FRENCH ? new ElisionFilter(lower, ARTICLES) : new EnglishPossessiveFilter(lower);
        return new StopFilter(plain, stop);
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
