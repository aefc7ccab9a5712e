package dev.comptoir.assist.understand;

import dev.comptoir.assist.understand.Entity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds order numbers: by the merchant's own forms, or behind a word that announces one. Immutable, thread-safe. */
final class OrderForms {
    /*
     * The merchant gives forms, not regular expressions, so that no pattern can run away: "#" is a digit, "@" a letter, "*"
     * either, everything else stands for itself in any case; a blank or hyphen may be left out or stand for the other. Without
     * a form a number counts behind "commande", "order", "n°" and the like, or in the shape of letters, hyphen, digits.
     */
    private static final int MAX_FORMS = 20;
    private static final int MAX_FORM = 40;

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:commande|cde|cmd|command|order|référence|reference|réf|ref|dossier|facture|invoice|bon|colis|parcel|suivi|tracking|numéro|numero|number|n°|no|nr|num|#)"
                    + "(?:[ .:]{0,3}(?:de (?:commande|suivi|facture|dossier|colis)|number|numéro|numero|num|n°|no|nr|id|is|est|#|:|ref|réf|le|is)\\.?){0,3}[ :#]{0,3}"
                    + "((?=[A-Za-z0-9-]{0,11}[0-9])[A-Za-z0-9](?:[A-Za-z0-9]|[-/](?=[A-Za-z0-9])){3,29}+)(?![\\p{L}0-9])");
    private static final Pattern SHAPED = Pattern.compile(
            "(?<![\\p{L}0-9-])(?:[A-Za-z]{1,5}-?[0-9]{5,12}|[A-Za-z]{2,5}-[0-9]{2,12}(?:-[A-Za-z0-9]{1,12}){0,3}|#[0-9]{3,12})(?![\\p{L}0-9-])");

    private final List<Pattern> forms;

    private OrderForms(List<Pattern> forms) {
        this.forms = forms;
    }

    static OrderForms of(List<String> forms) {
        if (forms.size() > MAX_FORMS) {
            throw new IllegalArgumentException(
                    "There are " + forms.size() + " forms of order numbers; at most " + MAX_FORMS + " are allowed.");
        }
        return new OrderForms(forms.stream().map(OrderForms::pattern).toList());
    }

    List<Entity> in(String body) {
        List<Entity> found = new ArrayList<>();
        for (Pattern form : forms) {
            add(form, 0, body, found);
        }
        if (forms.isEmpty()) {
            add(ANNOUNCED, 1, body, found);
            add(SHAPED, 0, body, found);
        }
        return found;
    }

    private static void add(Pattern pattern, int group, String body, List<Entity> found) {
        Matcher matcher = pattern.matcher(body);
        while (matcher.find()) {
            String text = matcher.group(group);
            String value = text.replaceAll("[\\s#]", "").toUpperCase(Locale.ROOT);
            if (!isYear(value)) {
                found.add(new Entity(Kind.ORDER, text, value, matcher.start(group), matcher.end(group)));
            }
        }
    }

    private static boolean isYear(String value) {
        return value.length() == 4 && (value.startsWith("19") || value.startsWith("20"));
    }

    private static Pattern pattern(String form) {
        boolean counts = form.chars().anyMatch(c -> c == '#' || c == '*');
        if (form.isBlank() || form.length() > MAX_FORM || !counts) {
            throw new IllegalArgumentException("The form of an order number \"" + form + "\" has " + form.length()
                    + " characters; 1 to " + MAX_FORM
                    + " are allowed, with one # or * at least. Maybe CMD-###### (# digit, @ letter, * either)?");
        }
        StringBuilder regex = new StringBuilder("(?iu)(?<![\\p{L}0-9])");
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            regex.append(
                    switch (c) {
                        case '#' -> "[0-9]";
                        case '@' -> "[A-Za-z]";
                        case '*' -> "[A-Za-z0-9]";
                        case '-', ' ' -> "[- ]?";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex + "(?![\\p{L}0-9])");
    }
}
