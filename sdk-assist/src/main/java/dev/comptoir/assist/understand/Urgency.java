package dev.comptoir.assist.understand;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How soon a message needs a person's eye, and why. Immutable.
 *
 * @param level the level of the weightiest cause
 * @param causes what was found, the weightiest first; empty where the level is {@link Level#NONE}
 */
public record Urgency(Level level, List<Cause> causes) {
    public Urgency {
        causes = List.copyOf(causes);
    }

    /** How soon. */
    public enum Level {
        /** The message names no time that presses. */
        NONE,
        /** Within the day: it is about today, asks politely for haste, or has waited. */
        NORMAL,
        /** At once: a deadline today or tomorrow, something missed, somebody who stands before a closed door. */
        HIGH
    }

    /** What makes a message urgent. */
    public enum Cause {
        /** The words say so: "urgent", "au plus vite". */
        SAID_URGENT(Level.HIGH),
        DEADLINE_TODAY(Level.HIGH),
        DEADLINE_TOMORROW(Level.HIGH),
        /** Something did not come when it had to. */
        DELIVERY_MISSED(Level.HIGH),
        /** Somebody is held up at this moment. */
        STUCK_NOW(Level.HIGH),
        /** Asks for haste without pressing: "dès que possible". */
        ASKED_FOR_HASTE(Level.NORMAL),
        /** Is about today. */
        ABOUT_TODAY(Level.NORMAL),
        /** Has waited, or writes again. */
        WAITING(Level.NORMAL);

        private final Level level;

        Cause(Level level) {
            this.level = level;
        }

        public Level level() {
            return level;
        }
    }

    /*
     * "Êtes-vous ouverts demain ?" is no deadline; "pour demain", "avant ce soir", "the wedding is tomorrow" are. A denial
     * ("rien ne presse") takes back what the words say, but no deadline.
     */
    private static final Phrases DENIED = Phrases.of("""
            (?:pas|rien|aucune|sans|nullement) (?:\\w++ ){0,2}?(?:urgente?|urgence|d urgent|presse|pressee?)
            (?:rien ne|ne) presse|prenez votre temps|quand vous (?:pourrez|aurez le temps|voulez)|pas de hate|pas pressee?
            (?:not|isn t|no|nothing|never|hardly) (?:\\w++ ){0,2}?(?:urgent|rush|hurry|emergency|urgency)
            take your time|whenever you (?:can|have time|get a chance)|in your own time
            """);
    private static final Map<Cause, Phrases> PHRASES = Map.of(
            Cause.SAID_URGENT,
            Phrases.of("""
                    urgente?s?|urgence|urgemment|en urgence|tres pressee?|au plus vite|le plus vite possible|le plus rapidement possible|au plus tot|immediatement|tout de suite|sans (?:plus )?(?:attendre|delai|tarder)|sur le champ|dans les plus brefs delais|dans l heure|ca presse|il y a le feu|depechez vous
                    urgently|urgency|emergency|asap|a s a p|immediately|right away|at once$|straight away|as fast as (?:possible|you can)|as quickly as possible|without delay|right now|time sensitive|critical|quickly please|hurry
                    """),
            Cause.DEADLINE_TODAY,
            Phrases.of("""
                    (?:pour|avant|d ici|au plus tard|des) (?:aujourd hui|ce (?:soir|midi|matin)|cet apres midi|tout a l heure|la fin de la journee|dans une heure|midi$)
                    (?:mariage|anniversaire|fete|ceremonie|bapteme|enterrement|obseques|reunion|vernissage|evenement|depart|vol|train|avion|bus|soiree|repas|reception) ... (?:aujourd hui|ce soir|ce midi|cet apres midi|dans (?:une|deux|trois|\\d) heures?|dans (?:\\d+ )?minutes|tout a l heure)
                    (?:il (?:me|nous) (?:le|la|les|l) (?:faut|faudrait)|besoin|necessaire) ... (?:aujourd hui|ce soir|ce midi|cet apres midi|dans l heure)
                    (?:for|before|by|until|no later than|due) (?:today|tonight|this (?:evening|afternoon|morning)|noon|midday|end of day|eod|the end of the day|close of business)
                    (?:wedding|birthday|party|ceremony|christening|funeral|meeting|event|flight|train|plane|bus|departure|dinner|reception) ... (?:today|tonight|this (?:evening|afternoon|morning)|in (?:an|one|two|three|\\d) hours?|in (?:\\d+ )?minutes)
                    need (?:it|them|this|that|the \\w++|my \\w++) (?:today|tonight|this (?:evening|afternoon|morning))
                    """),
            Cause.DEADLINE_TOMORROW,
            Phrases.of("""
                    (?:pour|avant|d ici|au plus tard|des) (?:demain|apres demain|24 ?h|48 ?h|24 heures|48 heures|vingt quatre heures)
                    (?:mariage|anniversaire|fete|ceremonie|bapteme|enterrement|obseques|reunion|vernissage|evenement|depart|vol|train|avion|soiree|repas|reception|pars|partons|part|demenage|demenageons|noces) ... demain
                    demain (?:\\w++ ){0,3}?(?:mariage|anniversaire|bapteme|enterrement|obseques|on part|je pars|nous partons)
                    (?:il (?:me|nous) (?:le|la|les|l) (?:faut|faudrait)|besoin|necessaire) ... demain
                    (?:for|before|by|until|no later than|due) tomorrow|within (?:24|48) hours|in the next (?:24|48) hours
                    (?:wedding|birthday|party|ceremony|christening|funeral|meeting|event|flight|train|plane|departure|dinner|reception|leave|leaving|fly|flying|travel|travelling|move|moving) ... tomorrow
                    tomorrow (?:\\w++ ){0,3}?(?:wedding|birthday|christening|funeral|we leave|i leave|i fly|we fly)|need (?:it|them|this|that|the \\w++|my \\w++) tomorrow
                    """),
            Cause.DELIVERY_MISSED,
            Phrases.of("""
                    (?:devait|devaient|aurait du|auraient du|etait prevue?|etaient prevu\\w*|prevue?|promise?|annoncee?|censee?) ... (?:hier|avant hier|ce matin|la semaine (?:derniere|passee)|lundi dernier|mardi|il y a (?:\\w++) (?:jours?|semaines?)|le \\d{1,2})
                    (?:livreur|livreuse|technicien|transporteur|coursier|plombier|personne|artisan) (?:n est |ne s est |n a |est )?(?:pas|jamais|toujours pas|pas encore) (?:venue?|passee?|presentee?|sonne|arrivee?|pointee?)
                    (?:rendez vous|creneau|livraison) (?:a ete |est |non )?(?:manquee?|ratee?|honoree?|loupee?|pas honoree?|non effectuee?)|n est jamais (?:venue?|arrivee?)
                    (?:was|were|should have been|supposed to (?:be|arrive|come)|promised|due|scheduled|expected) ... (?:yesterday|this morning|last (?:week|night|monday|tuesday|wednesday|thursday|friday|saturday)|days ago|a week ago)
                    (?:driver|courier|technician|plumber|delivery(?: guy| man)?|engineer|nobody|no one|they) (?:has |have |did |had )?(?:not|never|n t|didn t|hasn t|haven t)? ?(?:not |never )?(?:show|showed|shown|come|came|turn|turned|arrive|arrived) ?(?:up)? (?:today|this morning|yesterday|this afternoon|as agreed)
                    (?:never|didn t|did not|no) (?:show(?:ed)? up|turn(?:ed)? up|show)|missed (?:the |my |our )?(?:delivery|appointment|slot)
                    """),
            Cause.STUCK_NOW,
            Phrases.of("""
                    (?:suis|sommes|est|attends|attendons) (?:\\w++ ){0,2}?(?:devant|coincee?s?|bloquee?s?|enfermee?s?|sur place|a la porte|dehors|a la rue|en panne sur)|coupure (?:d eau|de courant|de gaz)|fuite d eau|fuite de gaz|plus (?:d eau chaude|de chauffage|d electricite)|inondation
                    (?:am|m|are|we re) (?:\\w++ )?(?:standing|waiting|stuck|locked out|stranded|outside|at your (?:door|shop|store|counter)|in front of)|water leak|gas leak|no (?:heating|hot water|electricity)|flooded|power cut
                    """),
            Cause.ASKED_FOR_HASTE,
            Phrases.of("""
                    des que possible|rapidement|vite|bientot une reponse|prompte reponse|reponse rapide|sans trop tarder|dans la journee|assez pressee?|le plus tot possible
                    as soon as (?:possible|you can)|soon|quickly|prompt (?:reply|answer|response)|quick (?:reply|answer|response)|at your earliest convenience|promptly|speedy
                    """),
            Cause.ABOUT_TODAY,
            Phrases.of("""
                    aujourd hui|ce (?:soir|midi|matin)|cet apres midi|maintenant|en ce moment|today|tonight|this (?:evening|afternoon|morning)|now
                    """),
            Cause.WAITING,
            Phrases.of("""
                    (?:toujours|encore) (?:pas|rien|aucune?)|(?:attends|attend|attendons|attente) (?:\\w++ ){0,4}?depuis|depuis (?:\\w++ ){1,2}(?:jours|semaines|mois|semaine)|(?:relance|rappel|deuxieme|troisieme|2e|3e|2eme|3eme) (?:message|mail|fois|relance|courriel|demande)|je (?:vous )?relance|sans (?:reponse|nouvelles?)|aucune (?:reponse|nouvelles?)|pas de (?:reponse|nouvelles?)
                    still (?:not|no|nothing|waiting|haven t|hasn t|have not|has not|didn t)|(?:been )?waiting (?:for|since) (?:\\w++ ){0,2}?(?:days|weeks?|months?|monday|tuesday|wednesday|thursday|friday|ages|hours)|(?:second|third|2nd|3rd|another|last) (?:message|email|time|reminder|mail|request)|no (?:reply|answer|response|news)|following up|reminder|nobody (?:replied|answered)
                    """));

    /** Reads a cleaned text. Linear in its length. */
    static Urgency of(String text) {
        String folded = Phrases.fold(text);
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (Cause cause : Cause.values()) {
            if (PHRASES.getOrDefault(cause, DENIED).in(folded)) {
                causes.add(cause);
            }
        }
        if (DENIED.in(folded)) {
            causes.remove(Cause.SAID_URGENT);
            causes.remove(Cause.ASKED_FOR_HASTE);
        }
        if (causes.contains(Cause.DEADLINE_TODAY) || causes.contains(Cause.DELIVERY_MISSED)) {
            causes.remove(Cause.ABOUT_TODAY);
        }
        Level level = causes.stream().map(Cause::level).max(Level::compareTo).orElse(Level.NONE);
        return new Urgency(level, List.copyOf(causes));
    }
}
