package dev.comptoir.recommend.select;

import java.util.Locale;

/** Numbers as text. Stateless. */
final class Figures {
    private Figures() {}

    /** At most four digits that count, without trailing zeros: {@code 0.25}, {@code 300}, {@code 1.234e-05}. */
    static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = String.format(Locale.ROOT, "%.4g", value);
        int exponent = text.indexOf('e');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (digits.indexOf('.') >= 0) {
            digits = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return exponent < 0 ? digits : digits + text.substring(exponent);
    }

    /** A metric with four decimals, signed where it is a difference. */
    static String metric(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    static String difference(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%+.4f", value);
    }
}
