package dev.comptoir.assist.understand;

import java.util.Map;

/** What a customer tells of health, religion, union, politics or whom they love, in French and English. */
final class SensitiveData {
    /*
     * The special categories of GDPR, article 9, as far as a customer tells them of a person. Asking for gluten-free bread or
     * halal meat tells nothing yet; saying who needs it does.
     */
    static final Phrases PHRASES = Phrases.of(
            """
            (?:suis|est|sommes|sont|etais|etant|serai|deviens|devenue?) (?:actuellement |tres |malheureusement |gravement |moi meme |un peu |fortement |aussi |de nouveau ){0,2}<illfr>
            (?:mon|ma|mes|son|sa|ses|notre|un|le) (?:\\w++ )?(?:cancer|diabete|grossesse|handicap|depression|chimio|chimiotherapie|maladie|eczema|asthme|epilepsie|sclerose|psoriasis|traitement medical|dialyse|cholesterol|allergies?|intolerance|alzheimer|parkinson|burn out|bipolarite|schizophrenie|anorexie|boulimie|fausse couche|ivg|operation (?:du|de la|des|de l)|tumeur|vih|hospitalisation)(?! (?:n est|squad))(?<!livre sur le cancer)(?<!sur le cancer)(?<!contre le cancer)(?<!sur le handicap)(?<!sur la depression)(?<!sur le diabete)
            (?:j ai|il a|elle a|nous avons|a eu|souffre|souffrant|souffrons|atteinte?|porteur|porteuse) (?:d |de |du |un |une |des |le |la |l |fait une )?(?:\\w++ )?(?:cancer|diabete|depression|handicap|maladie (?:grave|chronique|rare|auto)\\w*|epilepsie|asthme|allergies?|hepatite|vih|sida|sclerose|tumeur|eczema|intolerance|cholesterol|problemes? (?:de sante|cardiaques?|de dos|psy\\w*)|trisomie|autisme|avc|infarctus|endometriose|arthrose|anorexie|covid|psoriasis)
            (?:suis|est|sommes|sont|etre) (?:\\w++ )?(?:musulmane?s?|juive?s?|juif|juifs|catholiques?|chretiens?|chretiennes?|protestante?s?|bouddhistes?|athees?|pratiquante?s?|croyante?s?|hindoue?s?|temoins? de jehovah|sikhs?|orthodoxes?)
            (?:ma|notre|sa|leur|mes|nos) (?:religion|foi|confession|croyances?|convictions? (?:religieuses?|politiques?)|paroisse|mosquee|synagogue)
            (?:je|nous|on) (?:mange|mangeons|fais|faisons|respecte|respectons|pratique|pratiquons|jeune|jeunons|observe|observons) (?:\\w++ ){0,2}?(?:halal|casher|kasher|le ramadan|ramadan|le careme|shabbat|le shabbat|l islam|le judaisme|pour le ramadan)
            (?:suis|est|membre|adherente?|deleguee?|representante?) (?:\\w++ ){0,2}?(?:syndiquee?|syndicale?|de la cgt|de la cfdt|cgt|cfdt|d un syndicat|de fo|de sud|du syndicat|de l unsa|au syndicat|a la cgt|a la cfdt)
            (?:mon|notre) syndicat(?! de copro)|(?:je|nous) (?:vote|votons|milite|militons) (?:pour|a|au|contre|dans)|(?:membre|militante?|adherente?|encartee?) (?:du|d un|au|de mon) parti
            (?:suis|est|sommes) (?:\\w++ )?(?:gay|lesbienne|homosexuel(?:le)?s?|bisexuel(?:le)?|transgenre|trans|non binaire|sero ?positi(?:f|ve))
            (?:am|m|is|s|are|re|was|being|became|becoming) (?:also |currently |severely |very |a |type 1 |type 2 |recently |now |7 months |six months |five months |eight months ){0,2}<illen>
            (?:my|his|her|our) (?:\\w++ )?(?:cancer|diabetes|pregnancy|disability|depression|chemo|chemotherapy|illness|eczema|asthma|epilepsy|psoriasis|medical (?:condition|treatment)|dialysis|allergy|allergies|intolerance|dementia|parkinsons?|miscarriage|abortion|surgery|tumou?r|hiv|diagnosis|autism|anorexia|bipolar disorder|hospital stay)
            (?:have|has|had|having|got|suffer|suffers|suffering|diagnosed|living|lives|recovering) (?:from |with |been diagnosed with |a |an |severe |chronic |bad |type 1 |type 2 |stage \\d |recently ){0,3}(?:cancer|diabetes|depression|disability|epilepsy|asthma|(?:\\w++ )?allerg(?:y|ies)|hepatitis|hiv|aids|multiple sclerosis|tumou?r|eczema|(?:\\w++ )?intolerance|heart (?:condition|disease|attack)|autism|stroke|endometriosis|arthritis|anorexia|covid|psoriasis|coeliac|celiac|mental (?:illness|health)|crohn ?s?|ptsd|adhd|lupus)
            (?:am|m|are|re|is|s) (?:a |an |also |both |a practi[cs]ing |practi[cs]ing |devout |a devout |an observant |orthodox ){0,2}(?:muslims?|jewish|jew|catholics?|christians?|protestants?|buddhists?|hindus?|atheists?|sikhs?|jehovahs? witness(?:es)?|mormons?)(?! (?:louboutin|dior|holiday|holidays|cards?))
            (?:my|our|her|his) (?:religion|religious beliefs|faith|church|mosque|synagogue|parish|political (?:views|party|beliefs))
            (?:i|we|m|am|are|re) (?:only |strictly |can only )?(?:eat|keep|observe|fast|follow|fasting|celebrate) (?:\\w++ )?(?:for )?(?:halal|kosher|ramadan|during ramadan|shabbat|sabbath|lent|islamic|eid)
            (?:my|our) (?:trade |labou?r )?union(?! (?:jack|square|flag))|(?:union|trade union) (?:member|rep|representative|delegate)|member of (?:a|the|my) (?:trade )?union|shop steward
            (?:i|we) (?:vote|voted|campaign) (?:for|labour|conservative|republican|democrat)|member of the (?:\\w++ )?party
            (?:am|m|is|s|are|re) (?:a |also ){0,1}(?:gay|lesbian|homosexual|bisexual|transgender|trans|non binary|queer|hiv positive)
            """,
            Map.of(
                    "illfr",
                    "(?:enceinte|diabetique|malade(?! de (?:ce|cette|ces|vos|votre|voir|rage))|handicapee?s?|depressi(?:f|ve)|epileptique|asthmatique|allergiques?|intolerante?s?|coeliaques?|cancereu(?:x|se)|seropositi(?:f|ve)|hypertendue?|autistes?|bipolaire|schizophrene|paraplegique|tetraplegique|malvoyante?|non voyante?|aveugle|sourde?|malentendante?|en (?:chimio\\w*|fauteuil roulant|arret maladie|dialyse|remission)|sous (?:chimio\\w*|antidepresseurs|traitement|dialyse|anticoagulants)|hospitalisee?|invalide|anorexique|immunodeprimee?|trisomique|dyslexique|alcoolique|hemophile|migraineu(?:x|se))",
                    "illen",
                    "(?:pregnant|diabetic|ill with|seriously ill|terminally ill|disabled|depressed|epileptic|asthmatic|allergic|intolerant|lactose intolerant|gluten intolerant|coeliac|celiac|hiv positive|autistic|bipolar|schizophrenic|paraplegic|visually impaired|blind(?! spot)|deaf|hard of hearing|in a wheelchair|wheelchair user|on (?:chemo|dialysis|antidepressants|medication|blood thinners|sick leave)|in (?:chemo|remission|hospital)|hospitali[sz]ed|anorexic|immunocompromised|dyslexic|an? alcoholic|an? amputee|undergoing (?:chemo\\w*|treatment|surgery))"));

    private SensitiveData() {}
}
