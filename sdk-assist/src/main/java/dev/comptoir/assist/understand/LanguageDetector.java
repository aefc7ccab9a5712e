package dev.comptoir.assist.understand;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells French from English by their function words and by letters that only French has. Pure, linear in the length of the
 * text; at most the first 4,000 characters are read.
 */
public final class LanguageDetector {
    /*
     * Counting closed-class words is the oldest method of language identification (Ingle 1976) and needs no model. Words of
     * both languages ("on", "a", "me", "or", "car", "plus", "chat", "but") are left out, so that each hit is evidence for one
     * language only. An accent counts like a function word: English mail has few, and then in borrowed words.
     */
    private static final int MAX_CHARACTERS = 4_000;
    private static final Set<String> FRENCH = words(
            "le la les un une des du de et est sont je j vous nous tu il elle ils elles mon ma mes votre vos notre nos leur leurs"
                    + " sa ses ce cette ces cet c qui que quoi quel quelle quels quelles comment combien pourquoi quand dans pour par"
                    + " sur avec sans chez pas ne n ai avez avons etes suis etait ete peut puis peux pouvez peuvent faire fait"
                    + " faut bonjour bonsoir merci svp l qu j au aux y si mais aussi bien tres encore deja toujours jamais"
                    + " voudrais souhaite veux dois doit avoir etre cela ca moi lui rien tout tous toute toutes entre vers afin"
                    + " lorsque depuis pendant livraison commande ouvert ouverts ouverte horaires jour jours heure heures lundi"
                    + " mardi mercredi jeudi vendredi samedi dimanche prix colis magasin remboursement oui non salut");
    private static final Set<String> ENGLISH = words(
            "the an and is are am was were be been i you we he she it they my your our their his her its this that these those"
                    + " who what which where when why how in of to for from with without at by do does did don doesn didn can"
                    + " could would should will won have has had not no if so very still already always never want need please"
                    + " thanks thank hello hi hey there any some get got im ive ll re ve isn aren about into than then also just"
                    + " order shipping delivery open opening hours day days monday tuesday wednesday thursday friday saturday"
                    + " sunday price refund store shop yes good morning");

    private LanguageDetector() {}

    /** The language, or empty where the words of neither are in the majority: a single brand name, another language. */
    public static Optional<Language> detect(String text) {
        String start = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        int french = 0;
        int english = 0;
        for (String word : TextNormalizer.fold(start).split(" ", -1)) {
            french += FRENCH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        french += accents(TextNormalizer.clean(start));
        if (french == english) {
            return Optional.empty();
        }
        return Optional.of(french > english ? Language.FRENCH : Language.ENGLISH);
    }

    private static int accents(String text) {
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                counted = false;
            } else if (!counted && "éèêëàâçùûîïôÉÈÊËÀÂÇÙÛÎÏÔ".indexOf(c) >= 0) {
                counted = true;
                words++;
            }
        }
        return words;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ", -1)));
    }
}
