package dev.comptoir.assist.understand;

import java.util.Map;

/** Threats against people and places, bombs, in French and English. */
final class Violence {
    /*
     * "I could kill for your croissants", "a bath bomb", "set the dance floor on fire": what is threatened must be a person or
     * the shop, named right beside the verb.
     */
    static final Phrases PHRASES = Phrases.of(
            """
            (?:je|j|on|nous|qqn|quelqu un|mon frere|mes potes|mes copains|mon mari) (?:vais|va|allons|vont|viens|viendrai|peux|pourrais|veux|voudrais|compte|reve de|jure de) <gap>(?:vous|te|t|les|le|la|lui|leur) (?:tous |toutes |tous les )?<harmfr>
            (?:je|j|on|nous) (?:vais|va|allons|veux) <gap><harmfr> (?:tous |toutes )?<folkfr>
            (?:je|j|on|nous) (?:vous|te|t|les|le|l|lui) (?:tuerai|tuerais|tue|buterai|bute|creverai|creve|egorgerai|egorge|massacrerai|massacre|frapperai|tabasserai|flinguerai|flingue|poignarderai|demolirai|exploserai la|casserai la|casse la|defoncerai|defonce|eclate|eclaterai|etranglerai)
            (?:casser|pete|peter|casse|defoncer|exploser|eclater|demonter) (?:la|sa|ta|votre|leur|vos|ses) (?:gueule|tete|figure|dents|jambes|machoire)
            (?:faire|ferai|fais) (?:la peau|du mal)(?: a <folkfr>|$)
            (?:vous|te|leur|lui) (?:faire|ferai|fais|ferais) (?:la peau|payer cher|du mal|regretter d)
            (?:vous|tu) (?:allez|vas|meritez|merites|devriez|devrais) (?:tous |toutes |de |tous de )?(?:mourir|crever|payer de votre vie|le payer tres cher|saigner|bruler)(?! d envie)
            (?:mettre|mets|mettrai|foutre|fous|foutrai) ... feu (?:a|au|aux|dans|chez) (?:votre|vos|ton|ta|la boutique|magasin|la boulangerie|l entrepot|entrepot|vous|toi|le magasin|l agence|les locaux|tes)
            (?:faire|fais|ferai) (?:sauter|exploser|cramer|bruler) (?:votre|vos|ton|ta|tes|la boutique|le magasin|l agence|tout)
            (?:cramer|bruler|vandaliser|saccager|demolir) (?:votre|ton|ta|vos|tes) (?:boutique|magasin|voitures?|agence|local|locaux|entrepot|maison|camions?)
            (?:vais|va|vient|viens|viendrai) ... tout (?:casser|cramer|peter|saccager|faire sauter|faire peter)(?: chez vous| dans votre| ici| dans la| dans ta|$)
            (?:pose|placee?|mis|depose|cachee?|poser|mettre|poserai) ... bombe (?:dans|chez|a|sous|devant) (?:votre|vos|la|le|l|vous)
            (?:il y a|y a) une bombe (?:dans|chez|sous|a|devant) (?:votre|vos|la|le|l|vous)
            alerte a la bombe|menaces? de mort|attentat (?:dans|chez|contre|a)|tuerie (?:dans|chez) (?:votre|vous)
            sai[st] (?:bien )?ou (?:vous|tu|il|elle|ils|il|ton|vos|votre) (?:\\w++ ){0,2}?(?:habite[sz]?|habitez|habitent|travaille[sz]?|dors|dormez|vit|vivez|rentre[sz]?)
            (?:viens|viendrai|venir|reviendrai|revenir|debarque|debarquer|passe|passer|passerai) ... avec (?:un |une |mon |ma |des |mes )(?:couteau|couteaux|fusil|flingue|arme|armes|batte|barre de fer|hache|kalach|pistolet)(?! (?:a|de) )
            (?:vous|t|te) attend(?:s|rai|rons|ons) (?:a la sortie|dehors|au coin|sur le parking)(?: \\w++){0,3}? (?:et|pour|tu|vous|avec|ca)
            regretter d etre nes?|(?:sang|morts?|cadavres?) (?:va|vont) couler|va y avoir (?:des morts|du sang|un mort|un carnage)|bain de sang
            (?:i|we|somebody|someone|my brother|my husband) (?:ll|will|am going to|m going to|m gonna|am gonna|gonna|shall|swear i ll|could|want to|wanna|would|d|might|should|are going to|re going to) (?:just |personally |come and |come over and |fucking |literally |come )?<harmen> <folken>
            going to <harmen> <folken>
            (?:you|you guys|they|he|she|your \\w++) (?:all )?(?:will|ll|are going to|re going to|deserve to|deserves to|should|gonna|are gonna) (?:all |fucking )?(?:die|bleed|burn in|be killed|get shot|get hurt|get stabbed)(?! of| for| laughing)
            (?:you|you all|he|she|they) (?:are|re|is|s) (?:so |all |fucking )?dead(?: meat| man|$)
            (?:burn|burning|blow|blowing) (?:your|the|that|this) (?:\\w++ )?(?:shop|store|place|house|office|building|warehouse|premises|bakery|salon|restaurant|car|van)
            burn(?:ing)? (?:it|you|everything|the place)(?: all)? (?:down|to the ground|up)
            (?:blow|blowing) (?:you|it|everything|the place|this place) up|blow up (?:your|the) (?:shop|store|place|office|building|house|warehouse|van|car)
            shoot up (?:your|the)|shoot (?:you|your staff|him|her|them|everyone|everybody)(?: all| dead)?$
            (?:planted|put|placed|hidden|left|is|there s|have|made|plant|send|sending|mail) ... bomb (?:in|at|under|outside|to|inside) (?:your|the|you)
            bomb threat|death threats?|mass shooting|going to be a bloodbath|there will be blood
            know where (?:you|your \\w++|he|she|they|the \\w++) (?:all )?(?:live(?! stream)|lives|sleep|sleeps|work and|park your|family)
            watch your back|look over your shoulder|sleep with one eye
            (?:come|coming|come back|be there|turn up|show up|coming back|come over|come down)(?: \\w++){0,4}? with (?:a|my|an) (?:gun|knife|shotgun|rifle|baseball bat|bat|axe|hammer|weapon|machete)(?! (?:set|block|sharpener))
            bring (?:a|my) (?:gun|shotgun|rifle|weapon|machete|baseball bat)
            (?:i|we) (?:have|ve got|got|own) a (?:gun|rifle|shotgun|weapon) and
            make you (?:bleed|suffer|pay with your)|break your (?:legs|neck|face|jaw|arms|fingers|nose)|smash your (?:face|head|teeth|windows|skull)|punch your (?:face|lights)|wring your necks?|(?:slit|cut) your throats?
            (?:vais|va|viens|viendrai) ... (?:gifler|frapper|cogner|tabasser) (?:votre|vos|le|la|les|ton|ce|cette) (?:livreur|vendeuse|vendeur|caissiere|caissier|employee?s?|patron|patronne|gerante?|equipe|chauffeur)
            """,
            Map.of(
                    "gap",
                    "(?:\\w++ ){0,2}?",
                    "harmfr",
                    "(?:tuer|buter|crever|defoncer|massacrer|egorger|poignarder|frapper|tabasser|cogner|flinguer|trucider|demolir|gifler|etrangler|eventrer|liquider|exterminer|planter un couteau|fracasser|tirer dessus|lyncher|casser en deux|exploser la|eclater la)(?! (?:a|de) (?:votre|la) porte)",
                    "folkfr",
                    "(?:votre|vos|ton|ta|tes|le|la|les|l|un|une|ce|cette|ces|cet|du|de) ?(?:livreurs?|vendeuses?|vendeurs?|caissieres?|caissiers?|employee?s?|patron|patronne|gerante?s?|equipes?|chauffeurs?|enfants?|famille|personnel|directeur|directrice|responsable|collegues?|serveurs?|serveuses?|facteur|conseillere?|salaries?|fille|femme|mec|type|monde)",
                    "harmen",
                    "(?:kill|shoot|stab|murder|strangle|beat up|beat|punch|attack|slap|hurt|hit|harm|smack|destroy|hunt down|hunt|choke|cut|slaughter|execute|bash|knife|set fire to|make you pay and)",
                    "folken",
                    "(?:you all|you|u|every one of you|all of you|your (?:\\w++ )?(?:driver|drivers|staff|manager|clerk|cashier|employee|employees|boss|family|kids|children|wife|husband|daughter|son|team|colleague|guy|people|face|shop|store|workers?)|the (?:\\w++ )?(?:driver|manager|clerk|cashier|owner|delivery guy|guy|courier|staff|boss)|him|her|them|everyone|everybody|someone|somebody)(?! (?:an? |the |some |over |up |with |out of the park|to the|at |by |on |off a|for ?price|as soon|know))"));

    private Violence() {}
}
