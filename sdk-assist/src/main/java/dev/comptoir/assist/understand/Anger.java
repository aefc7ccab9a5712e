package dev.comptoir.assist.understand;

/** Anger and insults, in French and English. */
final class Anger {
    /*
     * Displeasure alone ("I am disappointed", "c'est dommage") is a matter of sentiment, not of this signal. Words that praise as
     * well ("ridiculously good", "Fast and Furious", "voleurs" of a tale) count only where they are aimed.
     */
    static final Phrases PHRASES = Phrases.of("""
            (?<!pas )(?<!pas ca )(?<!rien d )(?<!rien de )(?<!rien )(?:inadmissibles?|inacceptables?|intolerables?|scandaleu(?:x|ses?)|lamentables?|deplorables?|inqualifiables?|ignobles?|honteux|honteuses?(?! de))(?! de beaute)
            (?:c est|quelle|quel|une|un vrai|une vraie|veritable) (?:honte|scandale|foutage de gueule|foutoir|catastrophe nationale|mascarade)(?! (?:du|de la|financier|politique|royal))
            (?:furieu(?:x|se)|hors de moi|en colere|excedee?s?|exasperee?s?|enervee?s?|outree?s?|scandalisee?s?|revoltee?s?|degoutee?s?|ecoeuree?s?)(?<!pas en colere)(?<!pas enervee)(?<!pas enerve)
            (?:ras le bol|ras la casquette|plein le dos|plein le cul|en ai marre|marre de vos|marre de vous|marre d attendre|en ai assez|en ai ma claque|par dessus la tete|la goutte d eau)
            (?:arnaqueurs?|escrocs?|arnaqueuses?|menteurs|incapables|bande de \\w++|tas d \\w++|charlatans?|rigolos|amateurs de|guignols)
            (?:vous etes|bande de|tas de|sont des|etes des|espece de) (?:vraiment |tous |juste )?(?:des |de )?(?:voleurs?|incompetents?|nuls|mauvais|minables|idiots?|imbeciles?|cons?|bons a rien|clowns|menteurs?)
            (?:incompetence|incompetents)|(?:foutez|foutre|fout|moquez|moquer|payez|fichez|fiche) (?:vous |un peu |carrement |vraiment )?(?:de moi|de nous|de ma gueule|de la gueule|du monde|des gens|de vos clients|ma tete|ma poire)
            (?:me|nous) prenez (?:vous )?(?:vraiment )?pour (?:un|une|des) (?:idiots?|imbeciles?|cons?|debiles?|pigeons?|conne|lapin|billes?|vache)
            c est (?:du|de l|une|de la|un|n|vraiment du|carrement du|que du) ?(?:arnaque|escroquerie|vol(?: pur)?$|vol manifeste|n importe quoi|grand n importe quoi|foutage|racket|moquerie|torchon|nul a)
            se moque (?:de moi|du monde|de nous|de qui)|on se moque de moi|vol (?:pur et simple|organise)|(?:n importe quoi)$
            (?:merde|putain|bordel|connards?|connasses?|enfoires?|encules?|salauds?|salopes?|foutu service|chier|emmerdez?|va te faire|allez vous faire|ta gueule|fdp|ptn|degage)
            (?:service|site|boutique|entreprise|societe|boite|accueil|sav|magasin|suivi|livraison) (?:est |sont |vraiment |completement |totalement |absolument |plus que |tout simplement ){0,2}(?:pourrie?|minable|merdique|nul(?:le)?s?|execrable|catastrophique|desastreu(?:x|se)|degueulasse|a vomir|a chier|a fuir|zero)
            (?:plus jamais|jamais plus|jamais je ne) (?:chez vous|je (?:ne )?(?:commande|commanderai|reviendrai|remettrai|mettrai|revien)|commander (?:chez|ici)|commanderai|remettrai)
            (?:perdu|perdre|perds|a bout de) (?:toute |ma |definitivement |toute ma )?patience|patience a (?:ses|des) limites|ca suffit(?! (?:pour|a|de|largement|si|comme))|trop c est trop|ca commence a bien faire|y en a marre
            degueulasse|c est abuse|abusez|vous abusez|honte (?:a|sur) vous|devriez avoir honte|aucun respect|quel (?:mepris|manque de respect)
            (?<!not )(?<!never )(?:unacceptable|outrageous|outraged|disgusted|disgraceful|appalling|appalled|atrocious|despicable|abysmal|shambolic|infuriating|infuriated|livid|enraged|fuming|seething|incensed|irate)(?! (?:colou?rs?|good|beauty))
            (?:absolutely|utterly|completely|simply|truly|just|really|so|is|are|was|were|how|totally) (?:disgusting|ridiculous|pathetic|useless|shameful|shocking|a disgrace|a joke|a shambles)(?! (?:pink|deal|price|hat|costume|amount of fun))
            (?:am|m|are|re|so|very|really|beyond|absolutely|extremely|bloody|getting|pretty|quite|been) (?:furious|angry|pissed|pissed off|mad at|fed up|livid|outraged|sick of|sick and tired|losing my (?:patience|temper)|at my wits end|raging|annoyed with you)
            (?:furious|angry) (?:with|at|about|that)(?! birds)
            (?:scammers?|scamming|scammed|con artists|crooks?|fraudsters|bunch of (?:\\w++ )?(?:thieves|liars|idiots|clowns|amateurs|crooks|morons|jokers)|liars|rip off merchants|daylight robbery|highway robbery)
            (?:a|total|complete|such a|this|massive|absolute|huge) (?:scam|rip ?off|con job|swindle)|ripped (?:me|us|people) off|ripping (?:me|us|people) off|stole my money|robbed me
            (?:worst|rudest|shittiest|crappiest) (?:\\w++ )?(?:service|company|experience|shop|store|customer service|website|staff|place|ever)
            (?:you|they|staff|team|people|your \\w++|re|are|is) (?:are |re |is |all |so |such |completely |totally |bloody |utterly |an? |bunch of ){0,3}(?:incompetent|thieves|liars|idiots?|morons?|clowns|hopeless|jokers|stupid|useless|clueless|imbeciles|a bunch of)
            (?:fed up|sick (?:and tired )?of (?:you|your|waiting|this|these|being|excuses|chasing|the))|had enough of|(?:have|ve) had (?:it|enough)(?: with|$)|last straw|taking the (?:piss|mick)|enough is enough|what the (?:hell|heck|fuck)|wtf
            (?:how dare|shame on) you|should be ashamed|ashamed of yourselves|joke of a|beyond a joke|what a (?:joke|disgrace|shambles|farce|rip off|scam)|an? (?:absolute|complete|total|utter) (?:joke|disgrace|shambles|farce|nightmare|mess)|ridiculous (?:that|service|how|excuse|company)|waste of (?:my )?(?:money and time|time and money)
            (?:fuck|fucking|fucked|bullshit|shit|shitty|bastards?|assholes?|arseholes?|bloody (?:useless|ridiculous|joke)|screw you|piss off|crap (?:service|company|website)|damn (?:company|useless|idiots|liars))
            never (?:ever )?again$|(?:ni|not) fait ni a faire
            never (?:ever )?(?:ordering|buying|shopping|order|buy|shop|again)(?: anything)?(?: from you| here again| with you| here| in your shop| on your site| from this \\w++)
            losing my (?:patience|mind|temper)|lost (?:all )?(?:my )?patience|treated like (?:dirt|garbage|crap|an idiot)|insult to (?:my|your customers|injury|customers)|lying to (?:me|us|your)|liar
            """);

    private Anger() {}
}
