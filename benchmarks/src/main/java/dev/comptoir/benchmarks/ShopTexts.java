package dev.comptoir.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Questions as a shop gets them, of 5 to 24 words, half of them French: the same for the same seed. */
final class ShopTexts {
    private static final String[] ENGLISH = {
        "are",
        "you",
        "open",
        "on",
        "Monday",
        "morning",
        "my",
        "order",
        "has",
        "not",
        "arrived",
        "yet",
        "can",
        "I",
        "return",
        "the",
        "blue",
        "jacket",
        "without",
        "a",
        "receipt",
        "how",
        "much",
        "is",
        "delivery",
        "to",
        "Lyon",
        "do",
        "have",
        "gluten-free",
        "bread",
        "for",
        "tomorrow",
        "and",
        "please",
        "gift",
        "card",
        "refund",
        "size"
    };
    private static final String[] FRENCH = {
        "êtes-vous",
        "ouverts",
        "le",
        "lundi",
        "matin",
        "ma",
        "commande",
        "n'est",
        "pas",
        "encore",
        "arrivée",
        "puis-je",
        "rendre",
        "la",
        "veste",
        "bleue",
        "sans",
        "ticket",
        "combien",
        "coûte",
        "livraison",
        "à",
        "Lyon",
        "avez-vous",
        "du",
        "pain",
        "pour",
        "demain",
        "et",
        "merci",
        "carte",
        "cadeau",
        "remboursement",
        "taille"
    };
    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 24;

    private ShopTexts() {}

    static List<String> of(int count, long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String[] words = random.nextBoolean() ? ENGLISH : FRENCH;
            StringBuilder text = new StringBuilder();
            for (int left = LEAST_WORDS + random.nextInt(MOST_WORDS - LEAST_WORDS + 1); left > 0; left--) {
                text.append(words[random.nextInt(words.length)]).append(left == 1 ? " ?" : " ");
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
