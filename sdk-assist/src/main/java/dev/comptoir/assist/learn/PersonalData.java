package dev.comptoir.assist.learn;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.math.BigInteger;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a text belongs to a person: values that are known to be this customer's, and what has the form of an address, a number
 * or a name. Pure functions, linear time.
 */
final class PersonalData {
    /*
     * Known values first, then forms, the ones with check digits (IBAN, ISO 13616: remainder 97; cards, ISO/IEC 7812-1: Luhn)
     * before those without. A name is only seen behind a title or "my name is": what is not known and not announced is not found,
     * which is why a learned pair needs confirmations of several agents, who see it.
     */
    private static final Map<PersonalKind, Pattern> FORMS = forms();
    private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d/-]*$");
    private static final int MIN_KNOWN = 2;

    private PersonalData() {}

    /** The kinds that are found, in the order of weight; those in allowed values do not count. */
    static Set<PersonalKind> in(String text, Collection<String> known, Collection<String> allowed) {
        Set<PersonalKind> found = EnumSet.noneOf(PersonalKind.class);
        String folded = " " + TextNormalizer.fold(text) + " ";
        for (String value : known) {
            String own = TextNormalizer.fold(value);
            if (own.length() >= MIN_KNOWN && folded.contains(" " + own + " ")) {
                found.add(PersonalKind.KNOWN_VALUE);
            }
        }
        String rest = text;
        for (Map.Entry<PersonalKind, Pattern> form : FORMS.entrySet()) {
            Matcher matcher = form.getValue().matcher(rest);
            while (matcher.find()) {
                if (counts(form.getKey(), matcher.group()) && !isAllowed(matcher.group(), allowed)) {
                    found.add(form.getKey());
                }
            }
        }
        return found;
    }

    /** The text with a word in brackets in each place where a form was found, and for each known value. */
    static String replaced(String text, Collection<String> known, Language language) {
        String rest = text;
        for (Map.Entry<PersonalKind, Pattern> form : FORMS.entrySet()) {
            PersonalKind kind = form.getKey();
            rest = form.getValue()
                    .matcher(rest)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            counts(kind, found.group())
                                    ? kept(kind, found.group()) + kind.placeholder(language)
                                    : found.group()));
        }
        for (String value : known) {
            if (TextNormalizer.fold(value).length() >= MIN_KNOWN) {
                Pattern whole = Pattern.compile(
                        "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(value.strip()) + "(?![\\p{L}\\p{N}])");
                rest = whole.matcher(rest)
                        .replaceAll(Matcher.quoteReplacement(PersonalKind.KNOWN_VALUE.placeholder(language)));
            }
        }
        return rest;
    }

    /** Behind "commande" and "Mme", only what follows is personal. */
    private static String kept(PersonalKind kind, String found) {
        if (kind == PersonalKind.ORDER) {
            Matcher number = LAST_WORD.matcher(found);
            return number.find() ? found.substring(0, number.start()) : "";
        }
        return "";
    }

    private static boolean counts(PersonalKind kind, String found) {
        String plain = found.replaceAll("[ .-]", "");
        return switch (kind) {
            case IBAN -> isIban(plain.toUpperCase(Locale.ROOT));
            case CARD -> isLuhn(plain);
            default -> true;
        };
    }

    private static boolean isAllowed(String found, Collection<String> allowed) {
        String plain = TextNormalizer.fold(found).replace(" ", "");
        return allowed.stream()
                .anyMatch(value -> TextNormalizer.fold(value).replace(" ", "").contains(plain));
    }

    private static boolean isIban(String run) {
        for (int length = Math.min(34, run.length()); length >= 15; length--) {
            StringBuilder number = new StringBuilder();
            for (char c : (run.substring(4, length) + run.substring(0, 4)).toCharArray()) {
                number.append(Character.digit(c, 36));
            }
            if (new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static Map<PersonalKind, Pattern> forms() {
        String capital = "\\p{Lu}[\\p{L}'’-]{1,40}";
        Map<PersonalKind, Pattern> forms = new LinkedHashMap<>();
        forms.put(
                PersonalKind.MAIL,
                Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"));
        forms.put(
                PersonalKind.IBAN,
                Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])"));
        forms.put(PersonalKind.CARD, Pattern.compile("(?<![0-9])[0-9](?:[ .-]?[0-9]){12,18}(?![0-9])"));
        forms.put(
                PersonalKind.PHONE,
                Pattern.compile(
                        "(?<![\\d+])(?:(?:\\+|00) ?[1-9]\\d{0,2}(?:[ .()-]{0,2}\\d){6,12}|0[1-9](?:[ .-]?\\d{2}){4})(?!\\d)"));
        forms.put(
                PersonalKind.ORDER,
                Pattern.compile(
                        "(?iu)\\b(?:commande|facture|colis|dossier|suivi|ticket|contrat|order|invoice|parcel|tracking|case)"
                                + "(?:[ :#\\u00A0]|n°|no\\.?|num[ée]ro|number|nr){0,6}(?=[\\p{L}\\d-]{0,20}\\d)[\\p{L}\\d][\\p{L}\\d/-]{3,30}"));
        forms.put(
                PersonalKind.NUMBER,
                Pattern.compile(
                        "(?<![\\p{L}\\d])(?!\\d{4}-\\d\\d-\\d\\d(?!\\d))(?=[\\p{L}-]{0,10}\\d)[\\p{Lu}-]{0,10}\\d[\\d-]{6,30}(?![\\p{L}\\d])"));
        forms.put(
                PersonalKind.NAME,
                Pattern.compile(
                        "(?u)\\b(?:(?:M\\.|MM\\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?)[ \\u00A0]"
                                + capital + "|(?i:je m['’]appelle|mon nom est|my name is|i am called)[ \\u00A0]"
                                + capital
                                + ")(?:[ \\u00A0]" + capital + ")?"));
        forms.put(
                PersonalKind.ADDRESS,
                Pattern.compile(
                        "(?iu)\\b\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|route)"
                                + " [^\\n,.?!]{2,60}"));
        return forms;
    }

    /** The forms that a reply may not hold, because they are about this customer; an address may be the shop's own. */
    static Set<PersonalKind> inAnswer(String text, Collection<String> known, Collection<String> allowed) {
        Set<PersonalKind> found = in(text, known, allowed);
        found.removeAll(List.of(PersonalKind.ADDRESS));
        return found;
    }
}
