package dev.comptoir.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.profile.ProfileValue;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusinessFactsTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final ProductId BREAD = ProductId.of("pain");

    private Comptoir comptoir;
    private Business shop;

    @BeforeEach
    void open() {
        comptoir = Comptoir.inMemory()
                .clock(Clock.fixed(Instant.parse("2026-02-28T20:00:00Z"), ZoneOffset.UTC))
                .build();
        shop = comptoir.business("shop");
    }

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void weeksAreLocalAndHoldReturnsAndGaps() {
        // 23:30 UTC on Sunday is Monday in Paris. Weeks: 5 January (cut: begins on Friday), 12, 19 (nothing), 26 (ends
        // on Thursday).
        sell("2026-01-09T10:00:00Z", "3.00");
        sell("2026-01-11T23:30:00Z", "5.00");
        sell("2026-01-18T10:00:00Z", "2.00");
        Line brought = new Line(BREAD, BigDecimal.ONE, Money.eur("1.50"));
        shop.events()
                .append(new Return(
                        EventId.of("r"), Instant.parse("2026-01-15T10:00:00Z"), null, List.of(brought), null));
        sell("2026-01-26T10:00:00Z", "4.00");
        sell("2026-01-29T10:00:00Z", "1.00");

        assertThat(BusinessFacts.weeklySales(shop))
                .containsExactly(
                        week(5, "3.00", false), week(12, "5.50", true), week(19, "0.00", true), week(26, "5.00", true));
    }

    @Test
    void theLastWeekIsCutWhereItEndsEarlierThanTheOneBefore() {
        sell("2026-01-12T10:00:00Z", "1.00");
        sell("2026-01-18T10:00:00Z", "1.00");
        sell("2026-01-19T10:00:00Z", "1.00");
        sell("2026-01-23T10:00:00Z", "1.00");

        assertThat(BusinessFacts.weeklySales(shop)).containsExactly(week(12, "2.00", true), week(19, "2.00", false));
    }

    @Test
    void aBusinessWithoutEventsHasNoWeeksAndAnEmptyMap() {
        assertThat(BusinessFacts.weeklySales(shop)).isEmpty();
        assertThat(BusinessFacts.rfm(shop)).hasSize(25).allMatch(cell -> cell.customers() == 0);
        assertThat(BusinessFacts.customer(shop, ANA, "Ana", "").rows())
                .hasSize(ProfileValue.values().length)
                .allSatisfy(row -> assertThat(row.reason()).isNotBlank());
    }

    @Test
    void aCustomersCardGivesEveryValueItsReason() {
        sell("2026-01-12T10:00:00Z", "1.00");

        CustomerCard card = BusinessFacts.customer(shop, ANA, "Ana", "note");

        assertThat(card.id()).isEqualTo("ana");
        assertThat(card.rows()).contains(new CustomerCard.Row("Achats", "1", "un ticket pour ce client"));
        assertThat(BusinessFacts.rfm(shop)).contains(new RfmCell(3, 3, 1, 3));
    }

    private void sell(String at, String amount) {
        shop.events()
                .append(Purchase.by(ANA)
                        .at(Instant.parse(at))
                        .line(BREAD, 1, Money.eur(amount))
                        .build());
    }

    private static WeekSales week(int dayOfJanuary, String total, boolean complete) {
        return new WeekSales(LocalDate.of(2026, 1, dayOfJanuary), Money.eur(total), complete);
    }
}
