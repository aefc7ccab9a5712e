package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Questions to a shop, French and English, put together from parts: some to learn from and others to be told apart. */
final class Shop {
    private static final String[] ASKING = {
        "please tell me", "hello", "I would like to know", "quick question", "can you help me", "hi there", "one thing"
    };
    private static final String[] DEMANDANT = {
        "dites-moi", "bonjour", "je voudrais savoir", "une question", "pouvez-vous m'aider", "salut", "encore une chose"
    };
    private static final Map<String, String[]> ENGLISH = new LinkedHashMap<>();
    private static final Map<String, String[]> FRENCH = new LinkedHashMap<>();

    static {
        ENGLISH.put(
                "opening",
                new String[] {"when do you open", "opening hours on sunday", "until what time are you open"});
        ENGLISH.put(
                "delivery",
                new String[] {"where is my parcel", "delivery takes long", "when will my order be delivered"});
        ENGLISH.put(
                "refund", new String[] {"money back for a return", "refund of a broken item", "how do I return goods"});
        ENGLISH.put("payment", new String[] {"pay by card or cheque", "which cards are accepted", "payment in cash"});
        ENGLISH.put(
                "stock", new String[] {"is the blue vase in stock", "when is it available again", "any vases left"});
        ENGLISH.put(
                "account", new String[] {"forgot my password", "cannot log in", "change the address of my account"});
        ENGLISH.put("gift", new String[] {"wrap it as a present", "gift voucher", "send a present to a friend"});
        ENGLISH.put("loyalty", new String[] {"how many points do I have", "loyalty card lost", "use my points"});
        FRENCH.put("opening", new String[] {
            "quand ouvrez-vous", "les horaires du dimanche", "jusqu'à quelle heure êtes-vous ouverts"
        });
        FRENCH.put(
                "delivery",
                new String[] {"où est mon colis", "la livraison tarde", "quand ma commande sera-t-elle livrée"});
        FRENCH.put("refund", new String[] {
            "remboursement d'un retour", "être remboursé d'un objet cassé", "comment renvoyer un article"
        });
        FRENCH.put(
                "payment",
                new String[] {"payer par carte ou chèque", "quelles cartes acceptez-vous", "régler en espèces"});
        FRENCH.put(
                "stock",
                new String[] {"le vase bleu est-il en stock", "quand sera-t-il disponible", "reste-t-il des vases"});
        FRENCH.put(
                "account",
                new String[] {"mot de passe oublié", "impossible de me connecter", "changer l'adresse du compte"});
        FRENCH.put("gift", new String[] {"emballage cadeau", "un bon cadeau", "offrir à un ami"});
        FRENCH.put(
                "loyalty", new String[] {"combien de points ai-je", "carte de fidélité perdue", "utiliser mes points"});
    }

    private Shop() {}

    /** So many examples of each intent in each language, no two alike. */
    static List<IntentExample> examples(int each, long seed) {
        List<IntentExample> examples = new ArrayList<>();
        add(examples, ENGLISH, ASKING, Language.ENGLISH, each, seed);
        add(examples, FRENCH, DEMANDANT, Language.FRENCH, each, seed);
        return examples;
    }

    private static void add(
            List<IntentExample> to,
            Map<String, String[]> intents,
            String[] ways,
            Language language,
            int each,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        intents.forEach((name, wishes) -> {
            int start = random.nextInt(ways.length);
            for (int i = 0; i < each; i++) {
                String text = ways[(start + i) % ways.length] + ", " + wishes[i % wishes.length];
                to.add(new IntentExample(text, new Intent(name, ActionClass.INFORM), language));
            }
        });
    }
}
