package dev.comptoir.recommend.explain;

import java.util.Locale;

/**
 * The customer's own purchases. Immutable.
 *
 * @param times on how many receipts of the customer the product is, at least 1
 * @param timesOfLast on how many of the newest {@code last} receipts
 * @param last how many newest receipts were looked at, at least 1
 * @param daysAgo local days since the newest receipt with the product, not negative
 */
public record BoughtRegularly(int times, int timesOfLast, int last, long daysAgo) implements ReasonText {
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
        if (last == 1 && timesOfLast == 1) {
            return "acheté lors de votre dernier passage, " + when;
        }
        if (timesOfLast == 0) {
            return (times == 1 ? "acheté une fois, " : "acheté " + times + " fois, la dernière fois ") + when;
        }
        return "acheté lors de " + timesOfLast + " de vos " + last + " derniers passages, la dernière fois " + when;
    }

    private String english() {
        String when = switch ((int) Math.min(daysAgo, 2)) {
            case 0 -> "today";
            case 1 -> "yesterday";
            default -> daysAgo + " days ago";
        };
        if (last == 1 && timesOfLast == 1) {
            return "bought in the last purchase, " + when;
        }
        if (timesOfLast == 0) {
            return (times == 1 ? "bought once, " : "bought " + times + " times, last ") + when;
        }
        return "bought in " + timesOfLast + " of the last " + last + " purchases, last " + when;
    }
}
