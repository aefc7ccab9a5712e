package dev.comptoir.assist;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import java.util.List;
import java.util.Locale;

/** A bakery's questions in two languages, for tests. */
public final class Bakery {
    private Bakery() {}

    public static Business business() {
        return Comptoir.inMemory().build().business("boulangerie");
    }

    static Business englishBusiness() {
        return Comptoir.inMemory()
                .settings(BusinessSettings.france().withLanguage(Locale.ENGLISH))
                .build()
                .business("bakery");
    }

    public static Knowledge knowledge() {
        return Knowledge.of(List.of(
                french(
                        "lundi",
                        "Êtes-vous ouverts le lundi ?",
                        "Non, la boulangerie est fermée le lundi. Elle ouvre du mardi au dimanche de 7 h à 19 h 30.",
                        "horaires",
                        "ouverture",
                        "jour"),
                french(
                        "gateau",
                        "Comment commander un gâteau d'anniversaire ?",
                        "Commandez votre gâteau 48 heures à l'avance en boutique ou par téléphone. Un acompte de 30 % est demandé.",
                        "entremets",
                        "réservation"),
                french(
                        "gluten",
                        "Avez-vous du pain sans gluten ?",
                        "Nous cuisons un pain de sarrasin sans gluten le vendredi, à 6,50 €. L'atelier utilise aussi du blé.",
                        "allergie",
                        "intolérance",
                        "cœliaque"),
                french(
                        "paiement",
                        "Quels moyens de paiement acceptez-vous ?",
                        "Nous acceptons les espèces, la carte bancaire dès 1 € et les titres-restaurant.",
                        "carte",
                        "chèque",
                        "espèces"),
                french(
                        "livraison",
                        "Livrez-vous à domicile ?",
                        "Nous livrons dans un rayon de 5 km à partir de 20 € d'achats.",
                        "livraison",
                        "domicile"),
                english(
                        "en-parking",
                        "Where can I park?",
                        "There is a free car park behind the shop, with 12 places.",
                        "parking",
                        "car"),
                english(
                        "en-dogs",
                        "Are dogs allowed in the shop?",
                        "Dogs may wait outside; there is a hook and water beside the door.",
                        "pets",
                        "animals")));
    }

    static Assistant drafting() {
        return Assistant.builder(business()).knowledge(knowledge()).build();
    }

    static Assistant certified() {
        return Certified.assistant(business(), builder -> builder.knowledge(knowledge()));
    }

    /** The same without vectors: which words count is plain to see. */
    static Assistant certifiedByWords() {
        return Certified.assistant(
                business(), builder -> builder.knowledge(knowledge()).wordsAlone());
    }

    private static Entry french(String id, String question, String answer, String... keywords) {
        return new Entry(id, question, List.of(keywords), "", answer, Language.FRENCH);
    }

    private static Entry english(String id, String question, String answer, String... keywords) {
        return new Entry(id, question, List.of(keywords), "", answer, Language.ENGLISH);
    }
}
