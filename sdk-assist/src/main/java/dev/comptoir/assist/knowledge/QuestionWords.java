package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Two questions are the same where their words are, but for their forms, their order, and words that ask for nothing. Immutable.
 *
 * @param key the words that matter, as stems in alphabetical order; never empty where the question has words
 */
public record QuestionWords(String key) {
    /*
     * Narrower than what is searched by: words that tell questions apart ("when", "how much", "not", "without", "or") stay,
     * only articles, pronouns, auxiliaries, courtesies and "what is" go.
     */
    private static final CharArraySet ARTICLES = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of("l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"), true));
    private static final CharArraySet FRENCH =
            words("le la les un une des du de et à au aux en dans par pour sur votre vos notre"
                    + " nos mon ma mes ton ta tes son sa ses leur leurs ce cet cette ces il elle ils elles on nous vous je tu me te se y"
                    + " est sont être suis êtes avez avons ai as a ont avoir quel quelle quels quelles que quoi bonjour bonsoir"
                    + " merci svp plaît plait ça cela puis peux peut pouvez");
    private static final CharArraySet ENGLISH =
            words("the a an is are am be been do does did can could would will shall i you we"
                    + " it its my your our me us of to for in on at this that these those there what which please hello hi thanks"
                    + " thank have has had s");

    /** The words of a question. Linear in its length. */
    public static QuestionWords of(String question, Language language) {
        SortedSet<String> stems = stems(question, language);
        return new QuestionWords(stems.isEmpty() ? TextNormalizer.fold(question) : String.join(" ", stems));
    }

    List<String> words() {
        return List.of(key.split(" ", -1));
    }

    private static SortedSet<String> stems(String question, Language language) {
        StandardTokenizer tokens = new StandardTokenizer();
        tokens.setReader(new StringReader(TextNormalizer.clean(question)));
        TokenStream lower = new LowerCaseFilter(tokens);
        boolean french = language == Language.FRENCH;
        TokenStream plain = french ? new ElisionFilter(lower, ARTICLES) : new EnglishPossessiveFilter(lower);
        TokenStream kept = new StopFilter(plain, french ? FRENCH : ENGLISH);
        TokenStream stemmed = french ? new FrenchLightStemFilter(kept) : new PorterStemFilter(kept);
        SortedSet<String> stems = new TreeSet<>();
        try (TokenStream stream = new ASCIIFoldingFilter(stemmed)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }

    private static CharArraySet words(String words) {
        return CharArraySet.unmodifiableSet(new CharArraySet(List.of(words.split(" ", -1)), true));
    }
}
