package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void amountsAreWholeMinorUnits() {
        assertThat(Money.eur("2.40"))
                .isEqualTo(new Money(240, Currency.getInstance("EUR")))
                .hasToString("2.40 EUR");
        assertThat(Money.of("150", "JPY").minorUnits()).isEqualTo(150);
        assertThat(Money.of("1.234", "TND").minorUnits()).isEqualTo(1234);
        assertThat(Money.eur("-0.05").isNegative()).isTrue();
        assertThat(Money.eur("1.00").compareTo(Money.eur("1"))).isZero();
    }

    @Test
    void productsAndSharesAreRoundedHalfUp() {
        assertThat(Money.eur("9.90").times(new BigDecimal("0.350"))).isEqualTo(Money.eur("3.47"));
        assertThat(Money.eur("10.00").dividedBy(3)).isEqualTo(Money.eur("3.33"));
        assertThat(Money.eur("0.05").dividedBy(2)).isEqualTo(Money.eur("0.03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,40", "", "NaN", "2.401", "1e999999999", "1e-999999999", "99999999999999999999"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> Money.eur(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatThrownBy(() -> Money.eur("1").plus(Money.of("1", "GBP"))).hasMessageContaining("EUR and GBP");
        assertThatThrownBy(() -> Money.of("1", "EURO")).hasMessageContaining("\"EURO\"");
        assertThatThrownBy(() -> Money.of("1", "XAU")).hasMessageContaining("no money");
    }

    @Test
    void sumsThatDoNotFitAreRefused() {
        Money most = new Money(Long.MAX_VALUE, Currency.getInstance("EUR"));
        assertThatThrownBy(() -> most.plus(Money.eur("0.01"))).isInstanceOf(ArithmeticException.class);
    }
}
