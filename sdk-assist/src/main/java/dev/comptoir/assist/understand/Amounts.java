package dev.comptoir.assist.understand;

import dev.comptoir.assist.understand.Entity.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds amounts of money in figures and words, in French and English forms. */
final class Amounts {
    private static final String NUMBER =
            "[0-9]{1,3}(?:[ ',.][0-9]{3}){1,3}(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]{1,9}(?:[.,][0-9]{1,2})?(?![0-9])";
    private static final String CURRENCY =
            "€|euros?|eur|\\$|usd|dollars?|£|gbp|pounds?|livres sterling|chf|francs suisses?|cad";
    private static final Pattern AFTER = Pattern.compile("(?iu)(?<![\\p{L}0-9.,-])(?<!\\d )(" + NUMBER + ") ?("
            + CURRENCY + ")(?![\\p{L}])(?: ?([0-9]{2})(?![0-9 ]?[\\p{L}0-9%€]))?");
    private static final Pattern BEFORE =
            Pattern.compile("(?iu)(?<![\\p{L}0-9])(€|eur|\\$|usd|£|gbp|chf) ?(" + NUMBER + ")(?![\\p{L}])");
    private static final Pattern INSIDE = Pattern.compile("(?<![\\p{L}0-9.,])([0-9]{1,6})€([0-9]{2})(?![\\p{L}0-9])");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("£", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("livres sterling", "GBP"),
            Map.entry("franc suisse", "CHF"),
            Map.entry("francs suisses", "CHF"));

    private Amounts() {}

    static List<Entity> in(String body, List<Words.Word> words) {
        List<Entity> found = new ArrayList<>();
        Matcher inside = INSIDE.matcher(body);
        while (inside.find()) {
            add(body, inside.start(), inside.end(), inside.group(1) + "." + inside.group(2), "€", found);
        }
        Matcher after = AFTER.matcher(body);
        while (after.find()) {
            String cents = after.group(3);
            boolean whole = after.group(1).indexOf(',') < 0 && after.group(1).indexOf('.') < 0;
            boolean joined = cents != null && whole;
            add(
                    body,
                    after.start(),
                    joined ? after.end(3) : after.end(2),
                    joined ? after.group(1) + "." + cents : after.group(1),
                    after.group(2),
                    found);
        }
        Matcher before = BEFORE.matcher(body);
        while (before.find()) {
            add(body, before.start(), before.end(), before.group(2), before.group(1), found);
        }
        addWords(body, words, found);
        return found;
    }

    /** "douze euros cinquante", "twenty pounds". */
    private static void addWords(String body, List<Words.Word> words, List<Entity> found) {
        for (int i = 1; i < words.size(); i++) {
            String currency = words.get(i).text();
            if (!currency.matches("euros?|dollars?|pounds?")
                    || Character.isDigit(words.get(i - 1).text().charAt(0))) {
                continue;
            }
            int from = i;
            while (from > 0
                    && i - from < 8
                    && NumberWords.isPart(words.get(from - 1).text())) {
                from--;
            }
            OptionalInt number = NumberWords.value(texts(words, from, i));
            while (number.isEmpty() && from < i) {
                from++;
                number = NumberWords.value(texts(words, from, i));
            }
            if (number.isPresent()) {
                int to = i + 1;
                while (to < words.size()
                        && to - i <= 4
                        && NumberWords.isPart(words.get(to).text())) {
                    to++;
                }
                OptionalInt cents = NumberWords.value(texts(words, i + 1, to));
                boolean joined = cents.isPresent() && cents.getAsInt() < 100;
                String amount = number.getAsInt() + "."
                        + (joined ? String.format(Locale.ROOT, "%02d", cents.getAsInt()) : "00");
                int end = joined ? words.get(to - 1).end() : words.get(i).end();
                add(body, words.get(from).start(), end, amount, currency, found);
            }
        }
    }

    private static List<String> texts(List<Words.Word> words, int from, int to) {
        return words.subList(from, to).stream().map(Words.Word::text).toList();
    }

    private static void add(String body, int start, int end, String number, String currency, List<Entity> found) {
        String name = currency.toLowerCase(Locale.ROOT);
        String code = CURRENCIES.getOrDefault(name, name.toUpperCase(Locale.ROOT));
        BigDecimal amount = new BigDecimal(plain(number)).setScale(2, RoundingMode.HALF_UP);
        found.add(new Entity(Kind.AMOUNT, body.substring(start, end), amount.toPlainString() + " " + code, start, end));
    }

    /** The last mark parts the cents where one or two digits follow it; other marks part thousands. */
    private static String plain(String number) {
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        boolean cents = last >= 0 && number.length() - last - 1 <= 2;
        String whole = (cents ? number.substring(0, last) : number).replaceAll("[^0-9]", "");
        return cents ? whole + "." + number.substring(last + 1) : whole;
    }
}
