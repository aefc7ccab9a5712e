package dev.comptoir.segment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as text. Written out here: both the JDK's formats and its shortest decimals differ from release to release. */
final class Numbers {
    private Numbers() {}

    /** The shortest decimal that reads back as the same double; whole numbers without a point. */
    static String canonical(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17)));
    }

    /** For people: grouped, at most two decimals, or six where there is nothing before the point. */
    static String spoken(double value, Locale spoken) {
        boolean french = spoken.getLanguage().equals("fr");
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(french ? '\u202f' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        return new DecimalFormat(Math.abs(value) < 1 ? "0.######" : "#,##0.##", symbols).format(value);
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        // An integer beyond 2^53 is read with its exponent or not at all.
        return Math.abs((long) bare.precision() - bare.scale()) <= 15 && Math.abs(bare.scale()) <= 20
                ? bare.toPlainString()
                : bare.toString();
    }
}
