package dev.comptoir.assist.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folded words, phrases and signs that say how a customer feels, with weights from -3 to 3. */
final class SentimentWords {
    static final Set<String> NEGATORS = Set.of(
            "pas",
            "jamais",
            "aucun",
            "aucune",
            "sans",
            "ni",
            "rien",
            "nullement",
            "guere",
            "not",
            "no",
            "never",
            "t",
            "nor",
            "without",
            "cannot",
            "cant",
            "dont",
            "didnt",
            "isnt",
            "wasnt",
            "doesnt",
            "hardly",
            "neither",
            "nothing");
    static final Set<String> INTENSIFIERS = Set.of(
            "tres",
            "vraiment",
            "trop",
            "super",
            "extremement",
            "tellement",
            "si",
            "absolument",
            "totalement",
            "completement",
            "hyper",
            "particulierement",
            "bien",
            "fort",
            "very",
            "really",
            "so",
            "extremely",
            "absolutely",
            "totally",
            "completely",
            "highly",
            "too",
            "such",
            "incredibly",
            "quite",
            "truly",
            "deeply",
            "beaucoup",
            "way");
    static final Set<String> DIMINISHERS = Set.of(
            "peu", "plutot", "assez", "legerement", "slightly", "bit", "little", "somewhat", "kind", "kinda", "rather");
    static final Set<String> TURNS =
            Set.of("mais", "but", "cependant", "however", "pourtant", "toutefois", "neanmoins", "hormis");
    static final int LONGEST_PHRASE = 4;

    static final Map<String, Double> WEIGHTS = weights();
    static final Map<String, Double> SIGNS = signs();

    private SentimentWords() {}

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new HashMap<>();
        add(weights, 3, """
                parfait parfaite parfaits parfaites excellent excellente excellents excellentes exceptionnel exceptionnelle magnifique magnifiques
                merveilleux merveilleuse impeccable impeccables formidable genial geniale geniaux superbe superbes sublime adore adorons adoree ravie ravi ravis
                delicieux delicieuse delicieuses enchante enchantee fantastique incroyable meilleurs extraordinaire remarquable irreprochable
                perfect excellent amazing awesome fantastic wonderful superb outstanding brilliant delicious love loved loving thrilled delighted
                flawless gorgeous incredible marvellous exceptional fabulous best
                """);
        add(weights, 2, """
                content contente contents contentes heureux heureuse satisfait satisfaite satisfaits satisfaites bravo felicitations top bon bonne bons bonnes
                agreable beau belle beaux belles joli jolie jolis jolies efficace rapide rapides soignee soigne soignes aimable aimables gentil gentille
                sympa sympathique chaleureux chaleureuse recommande recommandons plaisir apprecie apprecions reussi reussie utile pratique serieux merci_beaucoup
                adorable adorables divin divine savoureux savoureuse accueillant accueillante chapeau fait_sensation reviendrai reviendrons charmant charmante reactif reactive professionnel professionnelle parfaitement mille_mercis rien_a_redire pas_mal_du_tout sans_faute
                happy pleased satisfied glad great good nice lovely beautiful friendly helpful fast efficient recommend recommended enjoyed enjoy
                impressed kind pretty well_done charming appreciate professional reliable thank_you_so_much thanks_so_much cant_fault can_t_fault
                sweet heavenly tasty cosy excited grateful helped hit_with hats_off be_back top_notch spot_on works_fine works_great not_bad_at_all love_it
                """);
        add(weights, 1, """
                bien merci pas_mal confortable propre frais fraiche correct correcte fonctionne_bien
                fine thanks comfortable clean fresh thank_you not_bad well works cheers
                """);
        add(weights, -1, """
                retard retards erreur erreurs probleme problemes souci soucis manque manquant manquante manquent manquants froid froide lent lente lenteur
                dommage faux fausse trompe trompee toujours_pas cher chere oublie oubliee oublies dur dure difficile complique compliquee trop_petit trop_grand
                probleme personne_ne attends attente annule bloque
                late delay delayed error mistake problem problems issue issues missing cold slow wrong expensive pricey hard forgot forgotten difficult
                complicated unfortunately still_not still_waiting still_haven_t been_waiting waiting nobody stuck not_here didn_t_work
                """);
        add(weights, -2, """
                decu decue decus decevant decevante deception mauvais mauvaise casse cassee casses cassees abime abimee abimes panne defectueux defectueuse
                desagreable desagreables insatisfait insatisfaite mecontent mecontente perdu perdue dechire dechiree rembourse remboursee remboursez bugue bug
                malpoli malpolie impoli sale sales rate ratee bruyant inutile inutiles navrant penible regrette triste fache fachee enervant laisse_a_desirer
                moisi moisie bof raccroche facture_deux_fois facturee_deux_fois debite_deux_fois decolle ne_correspondent_pas ne_correspond_pas cheveu pour_rien mediocre rassis fade degouline collant puant hautain n_est_pas_la n_est_pas_venu pas_venu pas_recu pas_arrive jamais_recu jamais_arrive incomplet incomplete brule brulee perime plainte plaindre moche
                disappointed disappointing disappointment bad poor broken damaged faulty defective rude unhappy dissatisfied unsatisfied lost torn ripped
                refund crashing crashes crashed dirty useless sad upset annoyed annoying frustrated frustrating wasted waste regret complaint failed fails
                mouldy moldy smelly hair_in meh hung_up charged_twice overcharged coming_off fell_apart not_match does_not_match took_a_day_off unhelpful mediocre stale soggy greasy tasteless leaves_a_lot_to_be_desired not_received never_received never_arrived did_not_show didn_t_show broke incomplete burnt ugly disgusted
                unprofessional unreliable misleading stopped_working doesn_t_work not_working ne_fonctionne_pas ne_fonctionne_plus ne_marche_pas ne_marche_plus
                """);
        add(weights, -3, """
                horrible horribles affreux affreuse inadmissible inacceptable scandaleux scandaleuse honteux honteuse lamentable nul nulle nuls arnaque furieux
                furieuse catastrophe catastrophique execrable deplorable pire honte degoutant degoutante deteste colere incompetent incompetents pourri minable
                horrible terrible awful unacceptable disgusting scam furious worst hate hated angry appalling pathetic dreadful ridiculous shameful incompetent
                atrocious horrendous outrageous fed_up ripped_off livid
                """);
        // Courtesies and other senses, which say nothing of a mood.
        add(
                weights,
                0,
                "merci_de how_late would_appreciate would_be_great would_like best_regards kind_regards a_good_time good_morning"
                        + " good_afternoon good_evening bonne_journee bonne_soiree belle_journee bon_appetit plus_cher rapide_question"
                        + " quick_question a_kind of_kind what_kind quel_bon bon_de_commande bons_de_commande bon_cadeau bon_d_achat");
        return Map.copyOf(weights);
    }

    private static Map<String, Double> signs() {
        Map<String, Double> signs = new HashMap<>();
        for (String sign : List.of(
                "😀", "😃", "😄", "😁", "😊", "🙂", "😍", "🥰", "😘", "👍", "❤", "💕", "💖", "🎉", "👏", "😋", "🤩",
                "🙏", "💪", "🥳", "☺", "😻", "👌")) {
            signs.put(sign, 2.0);
        }
        for (String sign : List.of(
                "😡", "😠", "🤬", "😢", "😭", "😞", "😔", "😟", "🙁", "☹", "😤", "👎", "💔", "😩", "😫", "😒", "🤮",
                "🤢", "😣", "😖")) {
            signs.put(sign, -2.0);
        }
        return Map.copyOf(signs);
    }

    private static void add(Map<String, Double> weights, double weight, String words) {
        for (String word : words.strip().split("\\s+", -1)) {
            weights.put(word, weight);
        }
    }
}
