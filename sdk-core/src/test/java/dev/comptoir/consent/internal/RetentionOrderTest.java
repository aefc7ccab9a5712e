package dev.comptoir.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.ErasureCertificate;
import dev.comptoir.consent.RetentionPolicy;
import dev.comptoir.consent.RetentionReport;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dry run against a slow and plain reading of its rules, over random events in random orders. */
class RetentionOrderTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final RetentionPolicy POLICY = RetentionPolicy.frenchRetail().withKeep(Period.ofDays(10));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260630})
    void anyOrderOfArrivalGivesTheReportThatTheRulesSay(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            CustomerId customer = CustomerId.of("c-" + random.nextInt(80));
            Instant at = NOW.minusSeconds(3600L * (random.nextInt(24 * 25) - 12));
            events.add(
                    random.nextBoolean()
                            ? Visit.of(customer, at)
                                    .withId(Visit.of(customer, at.plusMillis(i)).id())
                            : StaffNote.of(customer, at, "marie", "note " + i));
        }
        String expected = naive(events);
        assertThat(expected).as("seed %d", seed).contains("LAST_CONTACT").contains("FIRST_EVENT");
        for (int round = 0; round < 4; round++) {
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, 60));
            Collections.shuffle(shuffled, random);
            int atOnce = List.of(1, 3, 17, 20_000).get(round);
            try (Comptoir comptoir = Comptoir.inMemory().build()) {
                EventLog log = comptoir.business("shop").events();
                shuffled.forEach(log::append);
                assertThat(dryRun(log, atOnce))
                        .as("seed %d, round %d, %d customers at once", seed, round, atOnce)
                        .isEqualTo(expected);
            }
        }
    }

    private static String dryRun(EventLog log, int atOnce) {
        StringBuilder all = new StringBuilder();
        RetentionReport report = new FoldedRetention(
                        log, POLICY, BusinessSettings.france(), Clock.fixed(NOW, ZoneOffset.UTC), NOBODY, atOnce)
                .dryRun(due -> all.append(due.customer()
                        + " " + due.basis() + " " + due.basisEvent() + " " + due.dueSince() + " " + due.events()
                        + "\n"));
        return all + "" + report.customers() + " " + report.due() + " " + report.events() + " " + report.datedAhead();
    }

    private static String naive(List<Event> events) {
        TreeMap<String, List<Event>> byCustomer = new TreeMap<>();
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(Event::at).thenComparing(Event::id));
        sorted.forEach(event -> byCustomer
                .computeIfAbsent(String.valueOf(event.customer()), key -> new ArrayList<>())
                .add(event));
        StringBuilder all = new StringBuilder();
        int due = 0;
        int gone = 0;
        int ahead = 0;
        for (String customer : byCustomer.keySet()) {
            List<Event> theirs = byCustomer.get(customer);
            List<Event> visits =
                    theirs.stream().filter(event -> event instanceof Visit).toList();
            Event basis = visits.isEmpty() ? theirs.get(0) : visits.get(visits.size() - 1);
            if (basis.at().isAfter(NOW)) {
                ahead++;
                continue;
            }
            LocalDate firstDayToGo = basis.at().atZone(PARIS).toLocalDate().plusDays(11);
            if (!NOW.atZone(PARIS).toLocalDate().isBefore(firstDayToGo)) {
                due++;
                gone += theirs.size();
                all.append(customer + " " + (visits.isEmpty() ? "FIRST_EVENT" : "LAST_CONTACT") + " " + basis.id() + " "
                        + firstDayToGo.atStartOfDay(PARIS).toInstant() + " " + theirs.size() + "\n");
            }
        }
        return all + "" + byCustomer.size() + " " + due + " " + gone + " " + ahead;
    }

    /** A dry run must never come here. */
    private static final Eraser NOBODY = new Eraser() {
        @Override
        public List<ErasureCertificate> erase(Collection<SubjectRequest> requests, long upToSequence) {
            throw new AssertionError("A dry run erases nobody.");
        }

        @Override
        public void note(String actor, String detail) {
            throw new AssertionError("A dry run writes nothing down.");
        }
    };
}
