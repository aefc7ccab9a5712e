package dev.comptoir.assist.understand;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of cards and accounts, secrets, changes of bank details, fraud and stolen identities, in French and English. */
final class AccountDetails {
    /*
     * Numbers count with their check digits only: cards by Luhn (ISO/IEC 7812-1) behind the prefixes of their brands, accounts by
     * the remainder 97 (ISO 13616, ISO 7064). A forgotten password, the shop's own IBAN, paying by card are ordinary questions.
     */
    static final Phrases PHRASES = Phrases.of("""
            (?:changer?|changee?|change|changement|modifier|modifie|modification|mettre a jour|mise a jour|remplacer|nouveau|nouvelles?|actualiser|transmets|communique|envoie|rectifier) ... (?:rib|iban|coordonnees bancaires|infos bancaires|informations bancaires|compte bancaire|domiciliation bancaire|numero de compte|carte (?:bancaire|bleue|de paiement|de credit)|banque)(?! (?:de france|postale ouvre))
            (?:voici|ci joint|je vous (?:donne|envoie|transmets|communique)|c est|voila) ... (?:mon|mes|le|notre|nos) (?:\\w++ )?(?:rib|iban|numero de carte|numeros de carte|coordonnees bancaires|cryptogramme|code secret|mot de passe|identifiants|codes d acces|numero de securite sociale)
            (?:mon|notre|le|mes|ancien|nouveau) (?:mots? de passe|code secret|code pin|cryptogramme|code confidentiel|code de securite|identifiants?|mdp|codes? d acces) (?:est|sont|c est|etait|est toujours|serait) (?!(?:oublie|perdu|refuse|invalide|incorrect|faux|expire|errone|bloque|rejete|inconnu|trop|pas|demande|obligatoire|necessaire|mauvais|toujours refuse))
            (?:login|identifiant|utilisateur|email|mail) ... (?:et|\\||puis) (?:mon )?(?:mdp|mot de passe|password|pass) (?:est |c est |is )?(?!(?:ne|sont|oublies?|perdus?|refuses?|incorrects?|is|are|don|does|not|forgotten|wrong))(?:\\w*\\d\\w*)
            (?:mdp|mot de passe|password|pwd) (?!de|du|des|is|a|en|sur|pour|oublie)\\w*[a-z]\\w*\\d\\w*
            usurpation(?: d identite)?|usurpe(?:r|e|nt)?(?: \\w++){0,3}? identite|(?:vole|volee|pris|utilise) mon identite|identite (?:a ete )?(?:volee|usurpee)
            (?:quelqu un|une personne|on|un inconnu|des gens|un tiers|qqn) (?:utilise|a utilise|se sert de|s est servi de|s est connecte a|se connecte a|a commande avec|se fait passer pour|commande avec|a acces a) (?:mon |ma |mes |moi|votre )?(?:compte|nom|carte|identite|adresse|moi|coordonnees|espace)?
            (?:compte|boite mail|messagerie|espace client|adresse mail|telephone) (?:a ete |s est fait |est |vient d etre |semble |aurait ete )?(?:piratee?|pirater|hackee?|hacker|vole|compromise?|usurpe)
            (?:me suis fait|m a|on m a|s est fait) (?:pirater|hacker|pirate|hacke|voler (?:ma carte|mon compte|mes identifiants|mes coordonnees)|vole (?:ma carte|mes identifiants)|escroquer|arnaquer par)
            (?:carte (?:bancaire |bleue |de credit )?(?:a ete |est )?(?:volee|pirateee?|piratee|clonee|utilisee sans|utilisee frauduleusement|en opposition))|opposition (?:a|sur|pour) (?:ma|la) (?:carte|banque|cb)|fait opposition
            (?:prelevements?|debits?|transactions?|achats?|paiements?|commandes?|virements?|operations?|connexions?|utilisation|activite) (?:bancaires? )?(?:frauduleu(?:x|ses?)|suspecte?s?|non autorisee?s?|que je n ai (?:pas|jamais) (?:fait|faite|autorisee?|effectuee?|passee?|valide))
            (?:phishing|hameconnage|fraude (?:a|sur) (?:la|ma) (?:carte|cb)|faux (?:mail|sms|site|conseiller)(?: \\w++){0,4}? (?:votre nom|banque|bancaires?|vous|carte))|(?:victime|suspecte|signaler|suspicion) (?:d une |une |d |de )?(?:fraude|escroquerie|piratage)
            (?:change|changed|changing|update|updating|updated|replace|new|amend|modify|switch|switching) (?:\\w++ ){0,3}?(?:bank (?:account|details|info|information)|iban|account number|sort code|direct debit|banking details|payment card|credit card|debit card|card details|card on file|payment details|routing number)
            my (?:new |old |current |account |login )?(?:password|pin|pin code|cvv|cvc|security code|passcode|passphrase|secret code|otp) (?:is|was|s) (?!(?:not|n t|wrong|incorrect|invalid|forgotten|lost|expired|rejected|refused|too|being|never|always|no longer|required|needed|the same|correct but|blocked|locked|asked))
            (?:here (?:is|are|s)|this is|these are|sending you|send you|giving you|attached) ... (?:card|bank|account|password|login|pin|cvv|iban|banking|social security) ?(?:number|details|info|information|credentials|code)?$
            (?:my|full) (?:card|credit card|debit card|account|social security|bank account) (?:number|details) (?:is|are)
            identity (?:theft|thief|fraud|has been stolen|was stolen)|(?:stole|stolen|stealing|used|using|uses) my identity|impersonat(?:e|ed|es|ing|ion)(?! elvis)
            (?:someone|somebody|some one|a stranger|a person|another person|hackers?|they|a hacker|an unknown person) (?:else )?(?:is |has |have |keeps |had |s |must have |may have |might have |appears to be |was )?(?:been )?(?:us(?:ing|ed?|es)|logg(?:ing|ed)|access(?:ing|ed)|got into|gained|hack(?:ing|ed)|charg(?:ing|ed)|open(?:ed|ing)|order(?:ed|ing)|made|stolen|stole|broke|broken) (?:\\w++ ){0,3}?my (?:\\w++ )?(?:account|card|name|details|email|identity|profile|password|address|data)
            (?:account|email|profile|login|card|phone|details|mailbox) (?:was|has been|got|have been|is|been|were|may have been|might have been|seems) (?:\\w++ )?(?:hacked|compromised|breached|cloned|skimmed|stolen|taken over|broken into)
            (?:hacked|compromised|cloned|stolen) (?:account|card|credit card|debit card)|hacked (?:into )?my
            (?:fraudulent|unauthori[sz]ed|suspicious|unrecogni[sz]ed) (?:\\w++ )?(?:charges?|payments?|transactions?|purchases?|orders?|activity|login|access|withdrawals?|use|debits?|emails?|text)
            (?:charge|payment|transaction|purchase|order|debit|login)s? (?:that )?(?:i|we) (?:did not|didn t|never|don t|do not) (?:make|made|authori[sz]ed?|approve|recogni[sz]e|place|placed)
            my (?:\\w++ )?card (?:was|has been|got|is|s been) (?:stolen|cloned|used by|used without|used fraudulently)|(?:stolen|lost and stolen) (?:credit |debit |bank )?card|phishing|victim of (?:a )?(?:fraud|scam|identity)|report(?:ing)? (?:a )?fraud|spoof(?:ed|ing)
            """);

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:[ .-]?[0-9]){13,18}+(?![0-9])");
    private static final Pattern IBAN =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[ -]?[0-9][ -]?[0-9](?:[ -]?[A-Z0-9]){11,30}");
    private static final Pattern BRAND = Pattern.compile("4[0-9]{15}|4[0-9]{18}|5[1-5][0-9]{14}"
            + "|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}"
            + "|6(?:011|5[0-9]{2})[0-9]{12}|35(?:2[89]|[3-8][0-9])[0-9]{12}|(?:5[06789]|6[0-9])[0-9]{14}");
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private AccountDetails() {}

    /** Whether a number of a card or an account stands in the text, with valid check digits. */
    static boolean holdsNumber(String text) {
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            String number = digits.group().replaceAll("[ .-]", "");
            if (BRAND.matcher(number).matches() && luhn(number)) {
                return true;
            }
        }
        Matcher iban = IBAN.matcher(text.toUpperCase(Locale.ROOT));
        while (iban.find()) {
            if (holdsIban(iban.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Words may follow the number without a mark between, so that every length is tried. */
    private static boolean holdsIban(String run) {
        for (int length = Math.min(LONGEST_IBAN, run.length()); length >= SHORTEST_IBAN; length--) {
            String iban = run.substring(0, length);
            if (isIban(iban) && iban.chars().filter(Character::isDigit).count() >= 8) {
                return true;
            }
        }
        return false;
    }

    static boolean isIban(String iban) {
        StringBuilder number = new StringBuilder(70);
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }
}
