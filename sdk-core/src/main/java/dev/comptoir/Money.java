package dev.comptoir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money: whole minor units (cents) of one currency. Immutable. Sums and differences are exact and refuse to
 * mix currencies or to overflow.
 *
 * @param minorUnits the amount in the currency's smallest unit; negative for what is owed back
 * @param currency an ISO 4217 currency that has minor units
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("The currency " + currency + " is no money: it has no minor unit.");
        }
    }

    /**
     * Reads a decimal amount, for example {@code Money.of("2.40", "EUR")}.
     *
     * @throws IllegalArgumentException if it is no number, has more decimals than the currency, or the currency is unknown
     */
    public static Money of(String amount, String currency) {
        return exact(decimal(amount), currencyOf(currency));
    }

    /** Reads an amount of euros, for example {@code Money.eur("2.40")}. */
    public static Money eur(String amount) {
        return of(amount, "EUR");
    }

    /** The amount rounded half up to the currency's minor unit, as on a till's receipt. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return exact(amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /** This amount times a quantity, rounded half up to the minor unit. */
    public Money times(BigDecimal quantity) {
        return rounded(amount().multiply(quantity), currency);
    }

    /** The equal share of each of {@code parts}, rounded half up to the minor unit. */
    public Money dividedBy(long parts) {
        if (parts <= 0) {
            throw new IllegalArgumentException("Money is divided into " + parts + " parts; at least 1 is needed.");
        }
        int digits = currency.getDefaultFractionDigits();
        return rounded(amount().divide(BigDecimal.valueOf(parts), digits, RoundingMode.HALF_UP), currency);
    }

    /** The amount as a decimal number with the currency's number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    /**
     * Smaller amounts first.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    /** For example {@code 2.40 EUR}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency
                    + " cannot be added or compared. Maybe convert one first?");
        }
        return other;
    }

    private static Money exact(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException("The amount " + amount.toPlainString() + " has more than the " + digits
                    + " decimals of " + currency + ".");
        }
        try {
            return new Money(amount.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The amount does not fit into 64 bits of minor units of " + currency + ".", e);
        }
    }

    private static BigDecimal decimal(String amount) {
        if (amount.length() > 40) {
            throw new IllegalArgumentException(
                    "An amount of " + amount.length() + " characters; at most 40 are allowed.");
        }
        try {
            BigDecimal decimal = new BigDecimal(amount);
            if (Math.abs((long) decimal.scale()) > 40) {
                throw new IllegalArgumentException("The amount \"" + amount + "\" has too large an exponent.");
            }
            return decimal;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + amount + "\" is no amount. Maybe write it with a point, as in 2.40?", e);
        }
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + code + "\" is no ISO 4217 currency code. Maybe EUR?", e);
        }
    }
}
