package dev.comptoir.examples.report;

import dev.comptoir.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** The page's words, numbers and dates: French for a French locale, otherwise English. Immutable. */
final class Words {
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
        this.bundle = ResourceBundle.getBundle(
                "dev.comptoir.examples.report.report",
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String language() {
        return locale.getLanguage();
    }

    String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The text of a key that may be missing. */
    String getOr(String key, String otherwise) {
        return bundle.containsKey(key) ? get(key) : otherwise;
    }

    String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(Math.max(0, money.currency().getDefaultFractionDigits()));
        format.setMaximumFractionDigits(Math.max(0, money.currency().getDefaultFractionDigits()));
        return format.format(money.amount());
    }

    /** An estimate in units of a currency, for reading. */
    String money(double amount, Currency currency) {
        return money(Money.rounded(BigDecimal.valueOf(amount), currency));
    }

    /** An amount at a glance: large ones without their minor units. */
    String roughMoney(Money money) {
        Money whole = Money.rounded(money.amount().setScale(0, RoundingMode.HALF_UP), money.currency());
        if (money.amount().abs().compareTo(LARGE) < 0) {
            return money(money);
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(whole.currency());
        format.setMaximumFractionDigits(0);
        return format.format(whole.amount());
    }

    /** A share from 0 to 1 in whole hundredths; what is not quite none or all never looks like it. */
    String percent(double share) {
        double hundredths = Math.round(100 * share);
        if (share > 0 && hundredths == 0) {
            return "<\u00a01\u00a0%";
        }
        return share < 1 && hundredths == 100 ? ">\u00a099\u00a0%" : number(hundredths, 0) + "\u00a0%";
    }

    /** Short, for an axis, for example {@code 2 k}. */
    String compact(double value) {
        return NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT)
                .format(value);
    }

    /** With its year, for a row, for example {@code sept. 2025}. */
    String monthOfYear(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(month);
    }

    /** For a table, for example {@code 02/03/2026}. */
    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu", locale).format(day);
    }

    Locale locale() {
        return locale;
    }

    String day(LocalDate day) {
        // In French the first of a month is an ordinal, which date patterns do not know.
        boolean ordinal = day.getDayOfMonth() == 1 && locale.equals(Locale.FRANCE);
        return DateTimeFormatter.ofPattern(ordinal ? "d'er' MMMM uuuu" : "d MMMM uuuu", locale)
                .format(day);
    }

    /** For an axis, for example {@code sept.}. */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM", locale).format(month);
    }
}
