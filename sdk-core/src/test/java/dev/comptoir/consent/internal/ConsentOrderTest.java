package dev.comptoir.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.BusinessSettings;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.ConsentDecision;
import dev.comptoir.consent.ConsentGround;
import dev.comptoir.consent.ConsentLedger;
import dev.comptoir.consent.ConsentPolicy;
import dev.comptoir.consent.Purpose;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.ConsentChange.Status;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger against a slow and plain reading of its rules, over random statements in random orders. */
class ConsentOrderTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.NEWSLETTER, Purpose.PROFILING, Purpose.of("birthday-offer"));
    private static final ConsentPolicy POLICY = ConsentPolicy.optIn().withLegitimateInterest(Purpose.PROFILING);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260630})
    void anyOrderOfArrivalGivesTheDecisionsThatTheRulesSay(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            events.add(statement(random, i));
        }
        for (int i = 0; i < 40; i++) {
            events.add(Visit.of(customer(random), NOW.minusSeconds(i)));
        }
        String expected = naive(events);
        for (int round = 0; round < 4; round++) {
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, 60));
            Collections.shuffle(shuffled, random);
            int atOnce = List.of(1, 3, 17, 20_000).get(round);
            try (Comptoir comptoir = Comptoir.inMemory().build()) {
                Business shop = comptoir.business("shop");
                shuffled.forEach(shop.events()::append);
                assertThat(streamed(shop.events(), atOnce))
                        .as("seed %d, round %d, %d customers at once", seed, round, atOnce)
                        .isEqualTo(expected);
                assertThat(oneByOne(shop.events(), events))
                        .as("seed %d, round %d, one by one", seed, round)
                        .isEqualTo(expected);
            }
        }
    }

    /** Few moments, so that many statements meet at one, and some lie ahead. */
    private static Event statement(Random random, int i) {
        Instant at = NOW.plusSeconds(random.nextInt(8) - 5);
        Purpose purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        CustomerId customer = customer(random);
        ConsentChange.Builder statement = switch (random.nextInt(4)) {
            case 0 -> purpose.denied(customer);
            case 1 -> purpose.revoked(customer);
            case 2 -> purpose.granted(customer).expires(at.plusSeconds(1 + random.nextInt(6)));
            default -> purpose.granted(customer);
        };
        return statement.at(at).id("s-" + i).build();
    }

    private static CustomerId customer(Random random) {
        return CustomerId.of("c-" + random.nextInt(60));
    }

    private static String naive(List<Event> events) {
        StringBuilder all = new StringBuilder();
        for (Purpose purpose : PURPOSES) {
            TreeMap<String, String> lines = new TreeMap<>();
            for (Event of : events) {
                CustomerId customer = of.customer();
                if (customer != null) {
                    lines.put(customer.value(), naive(events, customer, purpose));
                }
            }
            lines.forEach((customer, line) -> all.append(purpose + " " + customer + " " + line + "\n"));
        }
        return all.toString();
    }

    private static String naive(List<Event> events, CustomerId customer, Purpose purpose) {
        List<ConsentChange> said = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof ConsentChange change
                    && change.customer().equals(customer)
                    && change.purpose().equals(purpose.name())
                    && !change.at().isAfter(NOW)) {
                said.add(change);
            }
        }
        if (said.isEmpty()) {
            return (purpose.equals(Purpose.PROFILING) ? ConsentGround.LEGITIMATE_INTEREST : ConsentGround.NO_STATEMENT)
                    + " null";
        }
        Instant last =
                said.stream().map(ConsentChange::at).max(Instant::compareTo).orElseThrow();
        said.removeIf(change -> !change.at().equals(last));
        if (said.stream().anyMatch(change -> change.status() != Status.GRANTED)) {
            said.removeIf(change -> change.status() == Status.GRANTED);
        } else if (said.stream().anyMatch(change -> change.expires() != null)) {
            said.removeIf(change -> change.expires() == null);
            Instant first = said.stream()
                    .map(ConsentOrderTest::expiry)
                    .min(Instant::compareTo)
                    .orElseThrow();
            said.removeIf(change -> !expiry(change).equals(first));
        }
        ConsentChange deciding = said.stream()
                .min((a, b) -> a.id().value().compareTo(b.id().value()))
                .orElseThrow();
        String ground = deciding.status() == Status.GRANTED && !expiry(deciding).isAfter(NOW)
                ? "EXPIRED"
                : deciding.status().name();
        return ground + " " + deciding.id();
    }

    private static Instant expiry(ConsentChange change) {
        Instant expires = change.expires();
        return expires == null ? Instant.MAX : expires;
    }

    private static ConsentLedger ledger(EventLog log, int atOnce) {
        return new FoldedConsents(log, POLICY, BusinessSettings.france(), Clock.fixed(NOW, ZoneOffset.UTC), atOnce);
    }

    private static String streamed(EventLog log, int atOnce) {
        StringBuilder all = new StringBuilder();
        for (Purpose purpose : PURPOSES) {
            ledger(log, atOnce).contactable(purpose, decision -> all.append(line(decision)));
        }
        return all.toString();
    }

    private static String oneByOne(EventLog log, List<Event> events) {
        StringBuilder all = new StringBuilder();
        for (Purpose purpose : PURPOSES) {
            events.stream()
                    .map(event -> String.valueOf(event.customer()))
                    .distinct()
                    .sorted()
                    .forEach(customer -> all.append(line(ledger(log, 1).status(CustomerId.of(customer), purpose))));
        }
        return all.toString();
    }

    private static String line(ConsentDecision decision) {
        return decision.purpose() + " " + decision.customer() + " " + decision.ground() + " "
                + decision.decidedBy().map(said -> said.event().value()).orElse("null") + "\n";
    }
}
