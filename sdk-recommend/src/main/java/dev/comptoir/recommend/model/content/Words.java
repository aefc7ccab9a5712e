package dev.comptoir.recommend.model.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of French and English texts, as they are compared: without case, accents, elisions and words that say nothing. */
final class Words {
    /*
     * An apostrophe parts words, so that "l'abricot", "d’abricot" and "abricot" have the same one; what stands before it is
     * among the words left out, as is the English "s" behind it.
     */
    private static final Set<String> SAY_NOTHING = Set.of(
            ("a au aux avec c ce ces cet cette chez d dans de des du elle en et est eux il ils j je jusqu l la le les leur leurs"
                            + " lorsqu m ma mais me mes mon n ne nos notre nous on ou par pas plus pour puisqu qu quand que qui quoiqu"
                            + " s sa sans se ses si son sous sur t ta te tes ton tous tout toute toutes tres un une vos votre vous y"
                            + " about all also an and any are as at be but by can for from has have her his how i if in into is it"
                            + " its more not of only or our out over so some than that the their them then there these they this to"
                            + " up was we were what when which who will with you your")
                    .split(" "));

    private Words() {}

    /** In their order, repeated where the text repeats them. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String folded = fold(text);
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = folded.substring(start, i);
                start = -1;
                if (!SAY_NOTHING.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** The same letters without case, accents and ligatures. */
    static String fold(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    /** All runs of three characters of a word, with a mark at its beginning and end: {@code <pa, pai, ain, in>}. */
    static List<String> trigrams(String word) {
        String marked = '<' + word + '>';
        List<String> grams = new ArrayList<>(marked.length());
        for (int i = 0; i + 3 <= marked.length(); i++) {
            grams.add(marked.substring(i, i + 3));
        }
        return grams;
    }
}
