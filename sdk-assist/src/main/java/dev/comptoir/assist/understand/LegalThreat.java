package dev.comptoir.assist.understand;

/** Lawyers, courts, formal notice and authorities, in French and English. */
final class LegalThreat {
    /*
     * "avocat" is also a fruit, "court" also a place for tennis, and a tribunal also an address: a word alone counts only where
     * it means nothing else.
     */
    static final Phrases PHRASES = Phrases.of("""
            (?:mon|notre|nos) (?:avocate?s?|huissier|conseil juridique|protection juridique|assurance juridique) (?:va|vont|vous|prendra|prendront|a ete|se chargera|est (?:deja )?(?:saisie?|informe|prevenu|au courant|sur)|et moi|m a|me|contactera|suivra)
            (?:saisir|saisi|saisis|contacter|contacte|consulter|consulte|prendre|pris|mandater|mandate|appeler|voir|alerter|transmets?|transmettre|transmis) ... (?:avocate?|huissier|conseil juridique|protection juridique|assistance juridique|conciliateur(?: de justice)?|mediateur(?: de la consommation)?)
            (?:avocats?|huissier) interpos\\w{1,8}
            (?:nouvelles|courrier|lettre|appel) (?:de |d |par )(?:mon|notre|l|un) (?:avocate?|huissier|conseil)
            (?:transmis|transmettre|confie|confier|remis|remettre|donne) ... (?:avocate?|huissier|protection juridique|assistance juridique|assurance juridique|contentieux)
            un huissier (?:passera|viendra|va|constatera)
            (?:serez|seront|etes|allez etre|soyez) (?:poursuivie?s?|assignee?s?|attaquee?s?|convoquee?s?)
            mise? en demeure
            mettre en demeure
            mets en demeure
            (?:poursuites?|procedures?|actions?|recours|suites?|voies?|demarches?) (?:judiciaires?|juridiques?|penales?|legales?|contentieuse)
            (?:agir|attaquer|attaque|attaquerai|attaquerons|poursuivre|poursuivrai|poursuivrons|aller|irai|irons|ira|assigner|trainer|mener|ester) ... en justice
            (?:vous|les) (?:poursuivre|attaquer|poursuivrai|attaquerai|assigner|assignerai)(?: en justice| devant| au tribunal|$)
            vais (?:vous|te) (?:poursuivre|attaquer en|assigner)
            (?:porter|porte|porterai|porterons|portons|deposer|depose|deposerai|deposerons|ai depose|avons depose) plainte
            (?:deposer|depose|deposerai|faire|ferai) une (?:plainte|reclamation officielle|main courante)
            plainte (?:a la police|a la gendarmerie|contre vous|sera|va etre|aupres)
            (?:saisir|saisirai|saisis|saisissons|saisie?s? d|saisirons) ... (?:tribunal|tribunaux|prud hommes|juge|juridiction)
            (?:ira|irai|irons|aller|allons|finir|finira|retrouve|retrouver|retrouverons|voir|verra|verrons|reverra|trainer|trainerai|porter|porterai) ... (?:devant|au|aux|jusqu au) (?:(?:le|un|les|la) )?(?:tribunal|tribunaux|juge|prud hommes|justice)
            devant (?:les tribunaux|la justice|le juge|un juge|la juridiction)
            dgccrf|signal ?conso|repression des fraudes|que choisir|60 millions de consommateurs|direction departementale de la protection
            (?:signaler|denoncer|signalerai|denoncerai) ... (?:cnil|autorites|fraudes|procureur|police)
            (?:saisir|saisirai|ecrire a|plainte a) la cnil
            (?:faire|intenter|ferai|ferons) un proces
            (?:dommages? et interets|dommages interets|prejudice moral|reparation du prejudice)
            ordre des avocats|article l ?\\d{1,4}
            my (?:lawyers?|attorneys?|solicitors?|legal team|legal counsel)(?! (?:office|firm|s office|friend|loves|loved|wants|needs|likes))
            (?:a|an|our|the) (?:lawyer|attorney|solicitor|legal team) (?:will|involved|if|about this|on this|is going)
            (?:hire|hired|hiring|engaged|consult|consulting|contact|contacting|calling|see|seeing|speak to|talk to|instruct|instructing|retain) (?:a|an|my|our) (?:lawyer|attorney|solicitor|barrister)
            (?:ll|will|to|gonna|could|can|should|going to|we|and|i) (?:sue|be suing) (?:you|your|the company|this company|u|for|them)
            (?:am|are|m|re) suing|sue your|suing you|lawsuit(?! (?:book|drama|novel))|class action
            legal (?:action|proceedings?|steps|notice|claim|consequences|measures|route|advice|case)
            press(?:ing)? charges|letter before (?:action|claim)|cease and desist|statutory demand|letter of claim
            (?:take|taking|took|see|meet|seeing|meeting|dragging|drag) (?:you|your \\w++|this|u|them|it)(?: all| guys| further)?(?: to| in)? (?:the )?(?:small claims )?court
            small claims|in court$|to court (?:if|over|for|unless|and)
            trading standards|citizens advice|financial ombudsman|ombudsman|better business bureau|attorney general|consumer protection agency|federal trade commission|consumer rights act
            report(?:ing|ed)? (?:you|this|your \\w++)(?: \\w++){0,2}? to (?:the )?(?:police|authorities|bbb|ftc|ico|regulator|trading)
            (?:file|filing|filed|lodge|lodging) (?:a|an) (?:\\w++ )?(?:complaint|claim|report|case) (?:with|to|at|against) (?:the|you|trading|bbb|your|consumer)
            seek(?:ing)? (?:damages|compensation through)
            """);

    private LegalThreat() {}
}
