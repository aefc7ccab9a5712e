package dev.comptoir.assist.understand;

import java.util.List;
import java.util.regex.Pattern;

/** Whether somebody asks for a person, in French or English. */
final class HumanRequest {
    /*
     * A wish for a human has three shapes: a verb of contact followed within a few words by a person ("parler ... à
     * quelqu'un"), a word that only names a human as against a machine ("a real person", "pas un robot"), and a call back.
     * Wrongly handing over costs the staff a minute; wrongly not handing over breaks a promise. So the nets are wide, but a
     * person alone ("une personne handicapée", "another person") is not enough. Matching runs on folded words parted by
     * single spaces; the gaps are possessive and bounded, which keeps it linear.
     */
    private static final String GAP = "(?: \\w++){0,6}? ";

    private static final String TALK_FR =
            "(?:parler|parle|parlez|parlerais|parlerai|discuter|discute|echanger|dialoguer"
                    + "|communiquer|joindre|contacter|contact|contactez|appeler|appel|telephoner|telephone|ligne|passer|passez|passe"
                    + "|transferer|transferez|transfere|transfert|relation|rediriger|redirigez|redirige|orienter|orientez|renvoyer"
                    + "|adresser|voir|rencontrer|repondre|reponde|reponse|escalader|attention|aide)";
    private static final String PERSON_FR =
            "(?:humains?|humaine|personne|quelqu un|quelquun|qqn|qq un|quelq un|conseill(?:er|ere|ers)|agent|agente"
                    + "|operateur|operatrice|interlocuteur|interlocutrice|responsable|superieur|gerante?|patronn?e?|directeur|directrice"
                    + "|manager|employee?|vendeur|vendeuse|collegue|salariee?|representante?|technicien|technicienne|commerciale?|standard"
                    + "|standardiste|service client|service clients|service clientele|sav|support|teleconseill(?:er|ere)|equipe)";
    private static final String TALK_EN =
            "(?:speak|speaking|spoke|talk|talking|chat|chatting|connect|connected|transfer"
                    + "|transferred|transfered|through|reach|reaching|contact|contacting|call|calling|phone|escalate|escalated|forward"
                    + "|route|hand|pass|answered by|reply from|help from|hear from|touch with|message|switch)";
    private static final String PERSON_EN =
            "(?:humans?|person|people|agents?|representatives?|rep|reps|operator|advis[eo]r|someone"
                    + "|somebody|some one|supervisor|manager|staff|employee|assistant|customer services?|customer support|customer care"
                    + "|support|team|team member|specialist|owner|clerk|colleague|live)";

    private static final Pattern HUMAN = any(
            "\\b" + TALK_FR + GAP + PERSON_FR + "\\b",
            "\\b" + TALK_EN + GAP + PERSON_EN + "\\b",
            "\\b(?:veux|veut|voudrais|voudrait|aimerais|souhaite|souhaiterais|besoin|demande|exige|reclame|prefere|prefererais|donnez|avoir|y a t il|faut)"
                    + GAP
                    + "(?:humaine?|humains|etre humain|vraie personne|personne reelle|personne humaine|conseill(?:er|ere)"
                    + "|operateur|operatrice|interlocuteur|interlocutrice|teleconseill(?:er|ere)|quelqu un au (?:telephone|bout du fil)|quelqu un de (?:reel|vivant|votre|chez))\\b",
            "\\b(?:want|need|get|give|have|prefer|like|demand|require|is there|can i|could i|may i)" + GAP
                    + "(?:humans?(?! (?:hair|resources|rights|body))|human being|real person|actual person|live person|living person|live agent|live chat|human agent|representative|operator|supervisor)\\b",
            "\\b(?:vrai|veritable|vraie|veritables|vrais) (?:humain|etre humain|personne|personnes|gens|conseiller|conseillere|agent|interlocuteur|interlocutrice|employe|vendeur)\\b",
            "\\b(?:personne|etre|agent|conseiller|interlocuteur|contact|operateur|assistance|reponse|intervention) (?:humaine?|reelle?|vivante?|physique|en chair)\\b",
            "\\b(?:real|actual|live|living|genuine|proper) (?:human|human being|person|people|agent|representative|advisor|adviser|operator|employee)\\b",
            "\\bhuman (?:being|agent|support|assistance|help|representative|operator|advisor|adviser|contact|please|pls|now)\\b",
            "\\b(?:pas|sans|jamais|plus|marre|stop|assez|non|arretez|arrete|arreter|cessez)(?: \\w++){0,3}? (?:robots?|bots?|machine|ia|intelligence artificielle|automate|automates|chatbots?|ordinateur|repondeur|reponses? automatiques?)\\b",
            "\\b(?:not|no|no more|without|stop|enough|tired|sick|hate)(?: \\w++){0,3}? (?:robots?|bots?|machines?|ai|artificial intelligence|chatbots?|computer|automated (?:reply|replies|answers?|responses?|system))\\b",
            "\\b(?:etes vous|vous etes|es tu|t es|tu es|est ce|c est|je parle|parler|discute)(?: \\w++){0,4}? (?:humain|humaine|robot|bot|machine|ia|intelligence artificielle|chatbot|vraie personne)\\b",
            "\\b(?:are you|r u|am i|is this|is it|is that|you are|you re)(?: \\w++){0,4}? (?:a human|human$|a (?:ro)?bot|(?:ro)?bot$|a machine|an? ai|ai$|a chatbot|a computer|a real person|a person|real)\\b",
            "\\b(?:m|nous) (?:r?appeler|telephoner|appeliez|telephoniez)\\b",
            "\\b(?:r?appelez|rappeler|rappelle|telephonez|recontactez|recontacter|rappeliez) (?:moi|nous)\\b",
            "\\b(?:me|nous|m|etre|on|qu on|que l on) (?:re)?(?:rappele[er]?s?|rappelle|rappeliez|rappelez|recontacter?|telephoner?)\\b(?! (?:l|le|la|les|mon|ma|mes|votre|vos|ce|cette|ces|que|quel|quelle|quels|quelles|comment|quand|si|de|d|du|des|un|une)\\b)",
            "\\b(?:call|ring|phone) me\\b|\\b(?:call|ring) (?:us )?back\\b|\\bcallback\\b|\\bgive me a (?:call|ring)\\b",
            "\\b(?:quelqu un|qqn|quelquun) (?:peut|pourrait|pourra|peux|doit|va|veut)(?: \\w++){0,2}? (?:me|m|nous|repondre|aider)\\b",
            "\\b(?:can|could|would|will|may|have|get|let|please have) (?:some ?one|somebody|anyone|anybody|a person|a human|an agent|a manager|your manager|the manager|the owner)(?: please)? (?:\\w++ )?(?:help|call|contact|answer|assist|reply|respond|get back|reach|phone|ring|speak|talk|look)",
            "\\b(?:y a t il|il y a|est ce qu il y a)(?: \\w++){0,2}? quelqu un\\b(?! d autre)|\\b(?:is|are) (?:there )?any ?(?:one|body) (?:there|here|home|at|available|on)\\b",
            "^(?:bonjour |bonsoir |svp |non |un |une |l ){0,8}(?:humaine?|conseill(?:er|ere)|agent|operateur|operatrice|interlocuteur|personne humaine|quelqu un|service client|etre humain)(?: (?:svp|s il (?:vous|te) plait|stp|merci|maintenant|vite|humain)){0,8}$",
            "^(?:hello |hi |hey |no |a |an |the |please ){0,8}(?:human|agent|representative|operator|advis[eo]r|person|real person|someone|somebody|customer service|manager|supervisor)(?: (?:please|pls|plz|now|thanks|thank you)){0,8}$");

    private HumanRequest() {}

    static boolean in(String folded) {
        return HUMAN.matcher(folded).find();
    }

    private static Pattern any(String... alternatives) {
        return Pattern.compile(String.join("|", List.of(alternatives)));
    }
}
