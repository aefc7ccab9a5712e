package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * The customer's own purchases. Immutable.
 *
 * @param times on how many receipts of the customer the product is, at least 1
 * @param timesOfLast on how many of the newest {@code last} receipts
 * @param last how many newest receipts were looked at, at least 1
 * @param daysAgo local days since the newest receipt with the product, not negative
 * @param everyDays the usual days between two purchases of it; 0 where none can be told
 */
public record BoughtRegularly(int times, int timesOfLast, int last, long daysAgo, long everyDays)
        implements ReasonText {
    @Override
    public String in(Locale language) {
        return ReasonText.isFrench(language) ? french() : english();
    }

    private String french() {
        String when = switch ((int) Math.min(daysAgo, 2)) {
            case 0 -> "aujourd'hui";
            case 1 -> "hier";
            default -> "il y a " + daysAgo + " jours";
        };
        String interval =
                everyDays == 0 ? "" : everyDays == 1 ? ", tous les jours" : ", tous les " + everyDays + " jours";
        if (last == 1 && timesOfLast == 1) {
            return "acheté lors de votre dernier passage, " + when;
        }
        if (timesOfLast == 0) {
            return (times == 1 ? "acheté une fois, " : "acheté " + times + " fois" + interval + ", la dernière fois ")
                    + when;
        }
        return "acheté lors de " + timesOfLast + " de vos " + last + " derniers passages" + interval
                + ", la dernière fois " + when;
    }

    private String english() {
        String when = switch ((int) Math.min(daysAgo, 2)) {
            case 0 -> "today";
            case 1 -> "yesterday";
            default -> daysAgo + " days ago";
        };
        String interval = everyDays == 0 ? "" : everyDays == 1 ? ", every day" : ", every " + everyDays + " days";
        if (last == 1 && timesOfLast == 1) {
            return "bought in the last purchase, " + when;
        }
        if (timesOfLast == 0) {
            return (times == 1 ? "bought once, " : "bought " + times + " times" + interval + ", last ") + when;
        }
        return "bought in " + timesOfLast + " of the last " + last + " purchases" + interval + ", last " + when;
    }
}
