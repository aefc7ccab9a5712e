package dev.comptoir.assist.wording;

import dev.comptoir.Money;
import java.math.BigDecimal;

/** Amounts of money in figures. */
final class Amounts {
    private Amounts() {}

    static String write(Money money, String groups, String point) {
        BigDecimal amount = money.amount();
        String digits = amount.abs().toPlainString();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        StringBuilder out = new StringBuilder(amount.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                out.append(groups);
            }
            out.append(whole.charAt(i));
        }
        return dot < 0
                ? out.toString()
                : out.append(point).append(digits, dot + 1, digits.length()).toString();
    }

    static String symbol(Money money) {
        String code = money.currency().getCurrencyCode();
        return switch (code) {
            case "EUR" -> "\u20ac";
            case "USD" -> "$";
            case "GBP" -> "\u00a3";
            default -> code;
        };
    }
}
