package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts closing formulas, signatures, phones' advertisements and disclaimers off the end of a text. Linear time. */
final class Signature {
    private static final int LONGEST_CLOSING = 80;
    private static final Pattern RULE = Pattern.compile("-- ?|--- ?|__");
    private static final Pattern DEVICE = Pattern.compile(
            "(?iu)^(?:(?:envoyé|provenance|message envoyé|courriel envoyé|rédigé) (?:de|depuis|à partir de|avec|via|par) (?:mon|ma|l'application|un|outlook|yahoo|gmail|proton|la messagerie|mail|courrier|bluemail|thunderbird)"
                    + "|sent (?:from|via|with|using) (?:my|outlook|yahoo|gmail|proton|mail|the|an?|bluemail|samsung)"
                    + "|télécharger outlook|obtenez outlook|get outlook|téléchargez outlook).{0,200}$");
    private static final Pattern CLOSING =
            Pattern.compile("(?iuU)^(?:(?:bien |très |très bien )?cordialement|(?:bien |très )?sincèrement"
                    + "|salutations|(?:mes |avec mes |nos )?(?:meilleures|sincères|respectueuses|cordiales) salutations|bien à (?:vous|toi)"
                    + "|respectueusement|(?:merci et |merci d'avance et |je vous souhaite une |très )?(?:bonne|belle|excellente) (?:journée|soirée|fin de journée|semaine)|bon (?:week-?end|dimanche)"
                    + "|bon après-midi|cdlt|cdt|bàv|amicalement|amitiés|à bientôt|veuillez agréer|je vous prie d'agréer|dans l'attente de votre"
                    + "|(?:kind |best |warm |kindest |with kind |many thanks and |with best )?regards|best wishes|sincerely"
                    + "|yours(?: (?:sincerely|faithfully|truly))?|cheers|all the best|take care|have a (?:nice|good|great|lovely) (?:day|evening|weekend|week))"
                    + "\\b[ ,.!]*(?:[^?]{0,60})$");
    private static final Pattern DISCLAIMER = Pattern.compile("(?iuU)^(?:\\*{1,3} ?)?(?:"
            + "(?:ce|le présent|cet) (?:message|courriel|mail|e-?mail|courrier)\\b.{0,120}(?:confidentiel|pièces? jointes?|destin|virus|avast|vérifié).{0,4000}"
            + "|(?:this|the) (?:e-?mail|message|communication|information|contents?)\\b.{0,120}(?:confidential|attachment|intended|privileged|virus|avast).{0,4000}"
            + "|(?:avis de |clause de )?confidentialit[éy](?: notice| note)?\\b ?[:.-].{0,4000}|confidentiality notice.{0,4000}|disclaimer ?[:.-].{0,4000}"
            + "|(?:avant d'imprimer|pensez à l'environnement|pensez à la planète|n'imprimez|faut-il vraiment imprimer|avez-vous vraiment besoin d'imprimer"
            + "|think before you print|(?:please )?consider the environment|please think|do you really need to print).{0,500}"
            + "|(?:garanti )?sans virus\\b.{0,200}|virus-free\\b.{0,200}|l'absence de virus.{0,300})$");
    private static final Pattern AFTERTHOUGHT = Pattern.compile("(?i)^p\\.? ?-?s\\.?(?: |:|,|-).{1,}$");
    private static final Pattern CONTACT = Pattern.compile(
            "(?iu)^(?:(?:t[ée]l[ée]?(?:phone)?|mob(?:ile)?|port(?:able)?|phone|fax|cell|gsm|m|t|p)\\.? ?:? ?)?(?:\\+[0-9]{1,3}[ .]?(?:\\(0\\))?[0-9][0-9 .-]{7,14}|0[1-9](?:[ .-]?[0-9]{2}){4})$"
                    + "|^(?:(?:e-?mail|courriel|mail) ?: ?)?[^\\s@]{1,64}@[^\\s@]{1,200}$|^(?:https?://|www\\.)\\S{1,300}$");

    private Signature() {}

    /** Without what is no word of the customer: disclaimers and advertisements of devices. */
    static String withoutDisclaimers(String text) {
        StringBuilder kept = new StringBuilder();
        boolean words = false;
        for (String line : text.lines().toList()) {
            if (words && isDisclaimer(line)) {
                break;
            }
            if (!DEVICE.matcher(line).matches()) {
                words |= TextNormalizer.hasWords(line);
                kept.append(line).append('\n');
            }
        }
        return words ? kept.toString().strip() : text;
    }

    /** Without the closing formula and all below it but questions and afterthoughts, when words come before them. */
    static String strip(String text) {
        List<String> kept = new ArrayList<>();
        boolean words = false;
        boolean closed = false;
        boolean afterthought = false;
        for (String line : text.lines().toList()) {
            if (words && isDisclaimer(line)) {
                break;
            }
            closed |= words && (isEnd(line) || isClosing(line));
            afterthought = (afterthought && !line.isBlank())
                    || (closed && AFTERTHOUGHT.matcher(line).matches());
            boolean own = !isEnd(line) && (!closed || ((afterthought || asks(line)) && !isClosing(line)));
            if (own) {
                words |= TextNormalizer.hasWords(line);
                kept.add(line);
            }
        }
        while (kept.size() > 1
                && (kept.get(kept.size() - 1).isBlank()
                        || CONTACT.matcher(kept.get(kept.size() - 1)).matches())) {
            kept.remove(kept.size() - 1);
        }
        return String.join("\n", kept).strip();
    }

    private static boolean asks(String line) {
        return line.endsWith("?") && line.indexOf(' ') >= 0;
    }

    private static boolean isEnd(String line) {
        return RULE.matcher(line).matches() || DEVICE.matcher(line).matches();
    }

    private static boolean isClosing(String line) {
        return line.length() <= LONGEST_CLOSING && CLOSING.matcher(line).matches();
    }

    private static boolean isDisclaimer(String line) {
        return DISCLAIMER
                .matcher(line.length() > 4000 ? line.substring(0, 4000) : line)
                .matches();
    }
}
