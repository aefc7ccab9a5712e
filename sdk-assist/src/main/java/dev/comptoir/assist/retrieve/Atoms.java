package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prices, shares, hours, days of the year and article codes, each as one term however it is written. Pure, linear time. */
final class Atoms {
    private static final Pattern MONEY = Pattern.compile("(\\d{1,6})(?:[.,](\\d{2}))?\\s?(?:€|eur\\b|euros?\\b)");
    private static final Pattern MONEY_BEFORE = Pattern.compile("[€£$]\\s?(\\d{1,6})(?:[.,](\\d{2}))?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3})\\s?(?:%|pour cent\\b|per ?cent\\b)");
    private static final Pattern HOUR = Pattern.compile("\\b(\\d{1,2})\\s?(?:h|heures?\\b|:)\\s?([0-5]\\d)?(?!\\w)");
    private static final Pattern HALF_DAY = Pattern.compile("\\b(1[0-2]|[1-9])(?:[:.]([0-5]\\d))?\\s?(am|pm)\\b");
    private static final Pattern DAY = Pattern.compile("\\b(0?[1-9]|[12]\\d|3[01])/(0?[1-9]|1[0-2])(?:/\\d{2,4})?\\b");
    private static final Pattern CODE = Pattern.compile(
            "\\b(?=[a-z0-9-]{0,30}\\d)(?=[a-z0-9-]{0,30}[a-z])[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){1,3}\\b");
    private static final int MAX = 50;

    private Atoms() {}

    /** The first of them, each with a sign of its kind; a text without digits has none. */
    static List<String> of(String text) {
        List<String> atoms = new ArrayList<>();
        if (text.chars().noneMatch(Character::isDigit)) {
            return atoms;
        }
        String plain = TextNormalizer.clean(text).toLowerCase(Locale.ROOT);
        find(MONEY, plain, atoms, m -> "money:" + m.group(1) + "." + orZeros(m.group(2)));
        find(MONEY_BEFORE, plain, atoms, m -> "money:" + m.group(1) + "." + orZeros(m.group(2)));
        find(SHARE, plain, atoms, m -> "share:" + m.group(1));
        find(HOUR, plain, atoms, m -> "hour:" + Integer.parseInt(m.group(1)) + "." + orZeros(m.group(2)));
        find(HALF_DAY, plain, atoms, m -> {
            int hour = Integer.parseInt(m.group(1)) % 12 + (m.group(3).equals("pm") ? 12 : 0);
            return "hour:" + hour + "." + orZeros(m.group(2));
        });
        find(DAY, plain, atoms, m -> "day:" + Integer.parseInt(m.group(1)) + "." + Integer.parseInt(m.group(2)));
        find(CODE, plain, atoms, m -> "code:" + m.group().replace("-", ""));
        return atoms;
    }

    private interface Term {
        String of(Matcher match);
    }

    private static void find(Pattern pattern, String text, List<String> atoms, Term term) {
        Matcher matcher = pattern.matcher(text);
        while (atoms.size() < MAX && matcher.find()) {
            atoms.add(term.of(matcher));
        }
    }

    private static String orZeros(@Nullable String digits) {
        return digits == null ? "00" : digits;
    }
}
