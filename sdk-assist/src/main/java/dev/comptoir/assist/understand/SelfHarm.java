package dev.comptoir.assist.understand;

/** Words of somebody who may want to die or to hurt himself, in French and English. */
final class SelfHarm {
    /*
     * Missing one is the worst error that this library can make, so a doubt counts. Left out are only figures of speech: dying
     * of hunger or laughter, films and books that have suicide in their title, wounds by accident, ending a subscription.
     */
    static final Phrases PHRASES = Phrases.of("""
            (?:me|m) (?:suicider?|suiciderai|pendre|pendrai|taillader|scarifier|scarifie|mutiler|mutile|ouvrir les veines|tailler les veines|jeter (?:sous|par|dans|du|d)|foutre en l air|tirer une balle|immoler|noyer$)
            me (?:suicide|suis mutilee?|fais du mal)
            (?:pense|penser|penses|songe|songer|parle|parler|envisage|envisager|tente|tenter|tentative|tentatives|envie|envies|pensees?|idees?) ... suicid(?:e|er|aires?)(?! squad)
            (?:suis|me sens|devenue?|deviens) ... suicidaire
            (?:suicide|suicider)$(?<!squad)(?<!sur le suicide)(?<!du suicide)(?<!d un suicide)(?<!un suicide)(?<!de suicide)
            (?:veux|voudrais|aimerais|envie de|envie d|prefere|prefererais|pense a|vais|vouloir|souhaite) (?:juste |plutot |simplement |en |bien )?(?:mourir|crever|disparaitre)(?! (?:de (?:rire|faim|soif|honte|chaud|chaleur|froid|curiosite|jalousie|chocolat|plaisir|fatigue|peur|bonheur)|moins|un peu|sous|sans gouter|idiot|d ennui|du site|de la liste|de vos|de votre|des listes|du fichier))
            (?:envie d|veux|vais|voudrais|besoin d|pense a|decide d|prefere|preferable d) ?en finir(?: pour de bon| une bonne fois| definitivement| maintenant| ce soir)?(?: avec (?:la vie|tout|mes jours|moi|cette vie|tout ca|ma vie)|$)
            en finir avec (?:la vie|mes jours|ma vie|cette vie)
            mettre (?:un terme|fin) a (?:mes jours|ma vie|mon existence|tout ca|tout cela|mes souffrances)
            (?:plus|pas|aucune) (?:envie|la force|le courage|de raison|de raisons|raison|gout) (?:de |d )?(?:vivre|continuer a vivre|continuer a me battre|exister|la vie|me lever le matin|etre la)
            (?:veux|peux|supporte) (?:plus|pas) (?:vivre|continuer a vivre|continuer comme ca$|de vivre|exister|etre en vie|la vie|cette vie|rester en vie)
            (?:n en peux|en peux|en ai marre|marre|fatiguee?|lasse?) (?:plus )?de (?:vivre|la vie|cette vie|ma vie|exister)
            (?:vie|existence) (?:ne vaut|vaut|n a|n est|a) (?:plus|pas|aucun|rien) (?:la peine|le coup|d etre vecue|aucun sens|sens|de sens)
            (?:serai[ts]?|seraient|serait|sera|iraient|etes|sont|est) (?:bien )?mieux (?:sans moi|si je (?:n etais|disparais|mourais|meurs|etais mort))
            personne (?:ne )?(?:me regrettera|me pleurera|verra si je (?:meurs|disparais)|remarquera (?:si je|mon absence|ma mort))
            (?:vais|veux|envie de|pense a|fini par|finir par|tenter de|essaye de|essayer de|pourrais|prefere|decide de) me (?:tuer|faire du mal|blesser|couper les veines|couper$|detruire)(?! a la tache| au travail| le dos)
            (?:avaler|avale|prendre|pris|ai pris) (?:tous |toute |toutes )?(?:mes|la|une|des|ma) (?:\\w++ )?(?:medicaments|boite de (?:medicaments|somniferes|cachets)|cachets|somniferes)(?: (?:pour en finir|pour mourir|pour ne plus|d un coup|et|ce soir)|$)
            (?:adieu|derniere lettre|dernier message|derniers mots) ... (?:la vie|avant de (?:partir|mourir)|a tous je m en vais|pars pour toujours)
            pulsions (?:suicidaires|de mort)|idees (?:noires|suicidaires)
            (?:demain|bientot) je (?:ne )?serai (?:plus la|plus de ce monde|mort|morte)$
            aimerais (?:ne (?:plus|pas) (?:me reveiller|etre nee?|exister|etre la)|m endormir et)
            (?:kill|killing|hang|hanging|drown|drowning|shoot|shooting|poison|starve|starving|mutilate|mutilating) (?:my self|myself|me own self)(?! laughing| with laughter| for (?:not|forgetting|missing))
            (?:kms|unalive myself|end myself|off myself|top myself|neck myself)
            (?:commit|committing|attempt|attempted|attempting|considering|contemplating|contemplate|thinking about|thinking of|think about|think of|thought about|thoughts of|planning) suicide
            (?:feel|feeling|am|m|been|being|get|getting|become|having|have|had) ... suicidal|suicidal (?:thoughts|ideation|feelings|urges)
            (?:want|wanna|going|ready|wish|like|rather|decided|prefer|wanted|planning) (?:to )?(?:just )?(?:die|be dead|disappear forever|not wake up|end my life|end it all|stop existing|not exist|cease to exist)(?! (?:laughing|of (?:laughter|hunger|boredom|shame|embarrassment|curiosity)|for (?:this|these|that|those|your)|trying|happy|without trying|cast|cut|hard|rolls?))
            (?:wish|wished) (?:i|that i) (?:was|were|had|could|would) (?:dead|never (?:been )?born|not exist|never wake up|just die|disappear forever|die)
            (?:end|ending|take|taking|finish) (?:my|my own|it all|this) (?:life|own life|own lives|existence|suffering)|(?:end|ending|finish) it all
            (?:don t|do not|dont|no longer|not) (?:really )?(?:want|wanna|wish) ?(?:to )?(?:live|be alive|exist|be here|wake up|be on this earth|go on living|be around)(?: (?:any ?more|any longer|tomorrow|like this)|$)
            (?:no|nothing|any|not (?:much|any)|anything|little) (?:reason|reasons|point|left|desire|will|to)(?: \\w++)? (?:to live|in living|living|live for|to go on living|to stay alive|to be alive|in being alive)|nothing to live for
            (?:life|my life|living) (?:is|isn t|is not|s) (?:not |no longer |just not |not really )?(?:worth (?:living|it any ?more|living any ?more)|pointless|meaningless|unbearable)
            (?:better off|happier|easier for (?:everyone|everybody|them)) (?:dead|without me|if i (?:was|were|am) (?:dead|gone|not here))
            (?:want|wanting|going|urge|urges|need|thinking of|thinking about|thoughts of|might|will|ll|could|about|started|keep|been|tempted|like|gonna|afraid i) (?:to )?(?:just )?(?:hurt|hurting|harm|harming|cut|cutting|burning|burn|injure|injuring|starve) (?:myself|my wrists)
            self ?harm(?:ing|ed)?(?! (?:prevention|awareness))|(?:slit|cut|cutting|slitting) my wrists
            (?:can t|cannot|cant|can not|don t want to|no strength to|unable to) (?:go on|keep going|carry on|do this|take it|face) (?:living|any ?more with (?:my|this) life|any longer with (?:my|this) life|another day of (?:this )?life|life|with life)
            (?:jump|jumping|throw myself|throwing myself|step) (?:off|in front of|under|from|out of) (?:a|the|my) (?:\\w++ )?(?:bridge|train|building|roof|window|balcony|bus|truck|car|cliff)
            (?:swallow|swallowed|take|took|taken|taking|overdose|overdosed|overdosing) (?:on |all |a whole |the whole |a bottle of |all of )+(?:my |of |the |these |bottle of )*(?:pills|medication|meds|tablets|sleeping pills)
            (?:this is|these are) my (?:last|final) (?:message|words|goodbye|letter)(?: .{0,20})?(?= \\||$)
            (?:no one|nobody) (?:would|will|d|ll) (?:miss me|care if i (?:die|died|was gone|disappeared)|notice if i (?:die|died|was gone|disappeared))|tired of (?:living|being alive|life)
            goodbye (?:cruel world|forever everyone|world$)
            """);

    private SelfHarm() {}
}
