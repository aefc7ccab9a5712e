package dev.comptoir.assist.understand;

import dev.comptoir.assist.understand.Entity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds times of the day in French and English forms. */
final class Times {
    /** "Sous 48 h", "in 2 hours", "24 h/24" are no times of the day. */
    private static final String NO_SPAN =
            "(?<!(?:en|sous|dans|pendant|depuis|in|within|for|d'ici|que|toutes les|moins de|plus de|apres|after|of|duree de) )";

    private static final Pattern HOURS = Pattern.compile(
            "(?<![\\p{L}0-9/.,-])" + NO_SPAN
                    + "([01]?[0-9]|2[0-3]) ?(?:h|heures?)(?: ?([0-5][0-9])(?![0-9]))?(?![\\p{L}/])( du (?:soir|matin)| de l'apres-midi)?");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\p{L}0-9/.,:-])([01]?[0-9]|2[0-3]):([0-5][0-9])(?![0-9:])(?: ?([ap])\\.?m(?![a-z]))?");
    private static final Pattern HALF_DAY =
            Pattern.compile("(?<![\\p{L}0-9/.,:-])(1[0-2]|[1-9])(?:[.:]([0-5][0-9]))? ?([ap])\\.?m(?![a-z])");
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}0-9-])(?<!apres )(?:midi et demie?|midi|minuit|noon|midday|midnight)(?![\\p{L}-])");

    private Times() {}

    /** All readings; they may overlap. */
    static List<Entity> in(String body, String flat) {
        List<Entity> found = new ArrayList<>();
        Matcher hours = HOURS.matcher(flat);
        while (hours.find()) {
            String part = hours.group(3);
            boolean later = part != null && !part.endsWith("matin");
            add(body, hours, hour(hours.group(1), later), hours.group(2), found);
        }
        Matcher clock = CLOCK.matcher(flat);
        while (clock.find()) {
            add(body, clock, halfDay(clock.group(1), clock.group(3)), clock.group(2), found);
        }
        Matcher half = HALF_DAY.matcher(flat);
        while (half.find()) {
            add(body, half, halfDay(half.group(1), half.group(3)), half.group(2), found);
        }
        Matcher named = NAMED.matcher(flat);
        while (named.find()) {
            boolean night = named.group().equals("minuit") || named.group().equals("midnight");
            add(body, named, night ? 0 : 12, named.group().contains("demi") ? "30" : null, found);
        }
        return found;
    }

    private static int hour(String digits, boolean later) {
        int hour = Integer.parseInt(digits);
        return later && hour < 12 ? hour + 12 : hour;
    }

    private static int halfDay(String digits, @Nullable String half) {
        int hour = Integer.parseInt(digits);
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equals("p") ? 12 : 0);
    }

    private static void add(String body, Matcher at, int hour, @Nullable String minutes, List<Entity> found) {
        String value = String.format(Locale.ROOT, "%02d:%s", hour, minutes == null ? "00" : minutes);
        found.add(new Entity(Kind.TIME, body.substring(at.start(), at.end()), value, at.start(), at.end()));
    }
}
