package dev.comptoir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.consent.RetentionDue.Basis;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Message;
import dev.comptoir.event.Message.Direction;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.View;
import dev.comptoir.event.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final ProductId BREAD = ProductId.of("pain");
    private static final Instant LONG_AGO = Instant.parse("2019-01-01T12:00:00Z");
    private static final Instant LATE = Instant.parse("2026-01-01T12:00:00Z");
    private static final RetentionPolicy RETAIL = RetentionPolicy.frenchRetail();

    @Test
    void theLastDayStillBelongsToTheTimeOfKeeping() {
        Event visit = Visit.of(ANA, Instant.parse("2023-06-30T21:59:00Z"));
        assertThat(due("2026-06-30T21:59:59.999Z", visit)).isEmpty();

        RetentionDue due = due("2026-06-30T22:00:00Z", visit).get(0);
        assertThat(due.dueSince()).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(due.basis()).isEqualTo(Basis.LAST_CONTACT);
        assertThat(due.basisEvent()).isEqualTo(visit.id());
    }

    @Test
    void daysAreTheBusinessesOwn() {
        // One minute later it is the first of July in Paris.
        Event visit = Visit.of(ANA, Instant.parse("2023-06-30T22:00:00Z"));
        assertThat(due("2026-07-01T21:59:59Z", visit)).isEmpty();
        assertThat(due("2026-07-01T22:00:00Z", visit)).hasSize(1);
    }

    @Test
    void whoCameOnALeapDayIsKeptThroughTheEndOfFebruary() {
        Event visit = Visit.of(ANA, Instant.parse("2024-02-29T12:00:00Z"));
        assertThat(due("2027-02-28T22:59:59.999Z", visit)).isEmpty();
        assertThat(due("2027-02-28T23:00:00Z", visit)).hasSize(1);

        // Counted to a leap year, the day is there.
        RetentionPolicy four = RETAIL.withKeep(Period.ofYears(4));
        assertThat(four.dueSince(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC))
                .isEqualTo("2028-03-01T00:00:00Z");
        // The 28th is another day than the 29th, and both end on the same one.
        assertThat(RETAIL.dueSince(Instant.parse("2024-02-28T12:00:00Z"), ZoneOffset.UTC))
                .isEqualTo("2027-03-01T00:00:00Z");
    }

    @Test
    void daysOf23And25HoursEndAtMidnight() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        // In 2026 summer time begins on 29 March and ends on 25 October.
        assertThat(RETAIL.dueSince(Instant.parse("2023-03-29T12:00:00Z"), paris))
                .isEqualTo("2026-03-29T22:00:00Z");
        assertThat(RETAIL.dueSince(Instant.parse("2023-03-28T12:00:00Z"), paris))
                .isEqualTo("2026-03-28T23:00:00Z");
        assertThat(RETAIL.dueSince(Instant.parse("2023-10-25T12:00:00Z"), paris))
                .isEqualTo("2026-10-25T23:00:00Z");
        assertThat(RETAIL.dueSince(Instant.parse("2023-10-24T12:00:00Z"), paris))
                .isEqualTo("2026-10-24T22:00:00Z");
        // The hour that comes twice belongs to one day both times.
        assertThat(RETAIL.dueSince(Instant.parse("2023-10-29T00:30:00Z"), paris))
                .isEqualTo(RETAIL.dueSince(Instant.parse("2023-10-29T01:30:00Z"), paris));
        // Where clocks went from 24:00 to 1:00, the day began at one o'clock.
        assertThat(RETAIL.dueSince(Instant.parse("2015-11-03T12:00:00Z"), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("2018-11-04T03:00:00Z");
    }

    @Test
    void whatTheCustomerDidProlongs() {
        for (Event contact : List.of(
                Purchase.by(ANA).at(LATE).line(BREAD, 1, Money.eur("1")).build(),
                View.of(ANA, LATE, BREAD),
                Visit.of(ANA, LATE),
                Message.of(ANA, LATE, Direction.FROM_CUSTOMER, "mail", "Bonjour"),
                Feedback.of(ANA, LATE, null, 4, ""))) {
            assertThat(due("2026-06-30T12:00:00Z", Visit.of(ANA, LONG_AGO), contact))
                    .as(contact.kind().name())
                    .isEmpty();
        }
    }

    @Test
    void whatOthersDidDoesNotProlong() {
        Event last = Visit.of(ANA, LONG_AGO);
        List<Event> others = List.of(
                Message.of(ANA, LATE, Direction.TO_CUSTOMER, "mail", "Nos offres"),
                CustomEvent.of(ANA, LATE, "mail-opened", new TreeMap<>()),
                StaffNote.of(ANA, LATE, "marie", "rappeler"),
                Return.by(ANA).at(LATE).line(BREAD, 1, Money.eur("1")).build(),
                Purpose.NEWSLETTER.granted(ANA).at(LATE).build(),
                Purpose.NEWSLETTER.revoked(ANA).at(LATE.plusSeconds(1)).build());
        List<Event> all = new ArrayList<>(others);
        all.add(last);

        RetentionDue due =
                due("2026-06-30T12:00:00Z", all.toArray(new Event[0])).get(0);

        assertThat(due.basisEvent()).isEqualTo(last.id());
        assertThat(due.basisAt()).isEqualTo(LONG_AGO);
        assertThat(due.dueSince()).isEqualTo("2022-01-01T23:00:00Z");
        assertThat(due.events()).isEqualTo(7);
    }

    @Test
    void aPolicyMayCountMore() {
        RetentionPolicy more = RETAIL.withContacts(Set.of(Contact.RETURN, Contact.CONSENT_GRANTED))
                .withCustomEvents(Set.of("table-booked"));
        assertThat(more.isContact(
                        Return.by(ANA).at(LATE).line(BREAD, 1, Money.eur("1")).build()))
                .isTrue();
        assertThat(more.isContact(Purpose.NEWSLETTER.granted(ANA).at(LATE).build()))
                .isTrue();
        assertThat(more.isContact(Purpose.NEWSLETTER.denied(ANA).at(LATE).build()))
                .isFalse();
        assertThat(more.isContact(CustomEvent.of(ANA, LATE, "table-booked", new TreeMap<>())))
                .isTrue();
        assertThat(more.isContact(CustomEvent.of(ANA, LATE, "mail-opened", new TreeMap<>())))
                .isFalse();
        assertThat(more.isContact(Visit.of(ANA, LATE))).isFalse();
    }

    @Test
    void whoNeverMadeContactIsKeptAsLongFromTheFirstEvent() {
        Event first = StaffNote.of(ANA, LONG_AGO, "marie", "carte de visite");
        RetentionDue due = due("2026-06-30T12:00:00Z", first, StaffNote.of(ANA, LATE, "marie", "rien"))
                .get(0);
        assertThat(due.basis()).isEqualTo(Basis.FIRST_EVENT);
        assertThat(due.basisEvent()).isEqualTo(first.id());
        assertThat(due("2021-12-31T12:00:00Z", first)).isEmpty();
    }

    @Test
    void aContactDatedAheadKeepsAndIsReported() {
        try (Comptoir comptoir = at("2026-06-30T12:00:00Z")) {
            Business shop = comptoir.business("shop");
            shop.events().append(Visit.of(ANA, LONG_AGO));
            shop.events().append(Visit.of(ANA, Instant.parse("9999-12-31T00:00:00Z")));
            RetentionReport report = shop.retention(RETAIL).dryRun(due -> {
                throw new AssertionError(due);
            });
            assertThat(report.due()).isZero();
            assertThat(report.datedAhead()).isEqualTo(1);
        }
    }

    @Test
    void theReportCountsAndTheLogStaysAsItWas() {
        try (Comptoir comptoir = at("2026-06-30T12:00:00Z")) {
            Business shop = comptoir.business("shop");
            for (String customer : List.of("b", "a", "d", "c")) {
                shop.events().append(Visit.of(CustomerId.of(customer), LONG_AGO));
                shop.events().append(Visit.of(CustomerId.of(customer), LONG_AGO.plusSeconds(1)));
            }
            shop.events().append(Visit.of(CustomerId.of("c"), LATE));
            shop.events()
                    .append(Purchase.anonymous()
                            .id("cash")
                            .at(LONG_AGO)
                            .line(BREAD, 1, Money.eur("1"))
                            .build());
            List<String> due = new ArrayList<>();
            Retention retention = shop.retention(RETAIL);
            RetentionReport report =
                    retention.dryRun(one -> due.add(one.customer().value()));

            assertThat(due).containsExactly("a", "b", "d");
            assertThat(report).isEqualTo(new RetentionReport(Instant.parse("2026-06-30T12:00:00Z"), 4, 3, 6, 0));
            assertThat(shop.events().size()).isEqualTo(10);
            assertThat(retention.policy()).isEqualTo(RETAIL);
        }
    }

    @Test
    void anEmptyBusinessHasNobodyDue() {
        assertThat(due("2026-06-30T12:00:00Z")).isEmpty();
    }

    @Test
    void theReasonIsInFrenchAndEnglish() {
        RetentionDue contact =
                due("2026-06-30T12:00:00Z", Visit.of(ANA, LONG_AGO)).get(0);
        assertThat(contact.text())
                .isEqualTo("le dernier contact du client date du 1er janvier 2019\u00a0; la durée de conservation est"
                        + " échue depuis le 2 janvier 2022");
        assertThat(contact.text(Locale.ENGLISH))
                .isEqualTo(
                        "the customer's last contact was on 1 January 2019; the time to keep the data has been over since"
                                + " 2 January 2022");
        RetentionDue none = due("2026-06-30T12:00:00Z", StaffNote.of(ANA, LONG_AGO, "marie", ""))
                .get(0);
        assertThat(none.text())
                .isEqualTo("le client n'a jamais pris contact\u00a0; connu depuis le 1er janvier 2019, la durée de"
                        + " conservation est échue depuis le 2 janvier 2022");
        assertThat(none.text(Locale.ENGLISH))
                .isEqualTo(
                        "the customer never made contact; known since 1 January 2019, the time to keep the data has been over"
                                + " since 2 January 2022");
        assertThat(none.toString()).doesNotContain("ana");
    }

    @Test
    void policiesThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> RETAIL.withKeep(Period.ZERO)).hasMessageContaining("P0D, but must be more");
        assertThatThrownBy(() -> RETAIL.withKeep(Period.of(3, 0, -1))).hasMessageContaining("no negative part");
        assertThatThrownBy(() -> RETAIL.withKeep(Period.ofYears(101))).hasMessageContaining("at most P100Y");
        assertThatThrownBy(() -> RETAIL.withKeep(Period.ofDays(Integer.MAX_VALUE)))
                .hasMessageContaining("at most P100Y");
        assertThatThrownBy(() -> RETAIL.withContacts(Set.of())).hasMessageContaining("everyone would become due");
        assertThat(RETAIL.withKeep(Period.ofMonths(1_200)).keep()).isEqualTo(Period.ofMonths(1_200));
    }

    private static List<RetentionDue> due(String now, Event... events) {
        try (Comptoir comptoir = at(now)) {
            Business shop = comptoir.business("shop");
            shop.events().appendAll(List.of(events));
            List<RetentionDue> due = new ArrayList<>();
            shop.retention(RETAIL).dryRun(due::add);
            return due;
        }
    }

    private static Comptoir at(String now) {
        return Comptoir.inMemory()
                .clock(Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .settings(BusinessSettings.france())
                .build();
    }
}
