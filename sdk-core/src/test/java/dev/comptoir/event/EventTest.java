package dev.comptoir.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456789Z");
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final ProductId BREAD = ProductId.of("pain");

    @Test
    void withoutAnIdTheContentIsTheId() {
        Purchase one =
                Purchase.by(ANA).at(NOON).line(BREAD, 2, Money.eur("1.20")).build();
        Purchase same =
                Purchase.by(ANA).at(NOON).line(BREAD, 2, Money.eur("1.20")).build();
        Purchase other =
                Purchase.by(ANA).at(NOON).line(BREAD, 3, Money.eur("1.20")).build();

        assertThat(one).isEqualTo(same);
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(Visit.of(ANA, NOON).id())
                .isNotEqualTo(View.of(ANA, NOON, BREAD).id());
        assertThat(StaffNote.of(ANA, NOON, "ab", "c").id())
                .isNotEqualTo(StaffNote.of(ANA, NOON, "a", "bc").id());
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        assertThat(Visit.of(ANA, NOON).at()).isEqualTo(Instant.parse("2026-03-02T12:00:00.123Z"));
    }

    @Test
    void anAnonymousPurchaseNeedsItsReceiptNumber() {
        Purchase.Builder purchase = Purchase.anonymous().at(NOON).line(BREAD, 1, Money.eur("1.20"));
        assertThatThrownBy(purchase::build).hasMessageContaining("receipt's number");
        assertThat(purchase.id("t-1").build().customer()).isNull();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> Purchase.by(ANA).line(BREAD, 1, Money.eur("1")).build())
                .hasMessageContaining("at(Instant)");
        assertThatThrownBy(() -> Return.by(ANA).at(NOON).build()).hasMessageContaining("line(...)");
    }

    @Test
    void weightsCountToTheGram() {
        Line cherries = new Line(BREAD, new BigDecimal("0.3500"), Money.eur("3.47"));
        assertThat(cherries.quantity()).isEqualTo(new BigDecimal("0.35"));
        assertThat(new Line(BREAD, new BigDecimal("1E+2"), Money.eur("1")).quantity())
                .isEqualTo(new BigDecimal("100"));
        assertThatThrownBy(() -> new Line(BREAD, new BigDecimal("0.0001"), Money.eur("1")))
                .hasMessageContaining("3 decimals");
    }

    @Test
    void whatIsNoSaleIsRefused() {
        assertThatThrownBy(() -> new Line(BREAD, BigDecimal.ZERO, Money.eur("1")))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Line(BREAD, BigDecimal.ONE, Money.eur("-1")))
                .hasMessageContaining("-1.00 EUR");
        assertThatThrownBy(() -> new Line(BREAD, BigDecimal.ONE, Money.eur("99999999999.00")))
                .hasMessageContaining("minor units are allowed");
        assertThatThrownBy(() -> Purchase.by(ANA)
                        .at(NOON)
                        .line(BREAD, 1, Money.eur("1"))
                        .line(BREAD, 1, Money.of("1", "GBP"))
                        .build())
                .hasMessageContaining("EUR and in GBP");
        assertThatThrownBy(() -> Visit.of(ANA, Instant.MAX)).hasMessageContaining("1 to 9999");
        assertThatThrownBy(() -> Feedback.of(ANA, NOON, null, 6, "")).hasMessageContaining("6");
    }

    @Test
    void halvesOfCharactersInTextAreReplaced() {
        assertThat(StaffNote.of(ANA, NOON, "m", "a\uD83Eb").text()).isEqualTo("a?b");
        assertThatThrownBy(() -> StaffNote.of(ANA, NOON, "m", "x".repeat((1 << 20) + 1)))
                .hasMessageContaining("1048577 characters");
    }
}
