package dev.comptoir.profile.internal;

import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Feedback;
import dev.comptoir.profile.KnownEvents;
import dev.comptoir.profile.LoyaltyCard;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Satisfaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one customer said: likes and dislikes, ratings, cards; of each subject the latest statement. In any order; not thread-safe.
 */
final class StatementFold {
    /** How strong a statement is that nobody weighed. */
    private static final double DEFAULT_STRENGTH = 0.9;

    private static final double WEAK_RATING = 0.7;

    final Evidence ratings = new Evidence();
    private final Map<Subject, Statement> statements = new HashMap<>();
    private final TreeMap<Card, CardState> cards =
            new TreeMap<>(Comparator.comparing(Card::program).thenComparing(Card::number));
    private long ratingSum;
    private @Nullable Rating newest;

    void add(Feedback feedback) {
        Moment moment = Moment.of(feedback);
        ratings.add(moment);
        ratingSum = Sums.plus(ratingSum, feedback.rating());
        if (newest == null || moment.isAfter(newest.moment)) {
            newest = new Rating(moment, feedback.rating());
        }
        if (feedback.product() != null) {
            state(new Subject(Preference.Kind.PRODUCT, feedback.product().value()), rated(moment, feedback.rating()));
        }
    }

    private static Statement rated(Moment moment, int rating) {
        Preference.Attitude attitude =
                rating > 3 ? Preference.Attitude.LIKES : rating < 3 ? Preference.Attitude.DISLIKES : null;
        return new Statement(moment, attitude, rating == 1 || rating == 5 ? DEFAULT_STRENGTH : WEAK_RATING);
    }

    void add(CustomEvent event) {
        if (event.name().equals(KnownEvents.PREFERENCE_STATED)) {
            addPreference(event);
        } else if (event.name().equals(KnownEvents.LOYALTY_CARD)) {
            addCard(event);
        }
    }

    private void addPreference(CustomEvent event) {
        Optional<Preference.Kind> kind = constant(Preference.Kind.values(), event, "kind");
        String subject = event.attributes().getOrDefault("subject", "");
        Optional<Preference.Attitude> attitude = constant(Preference.Attitude.values(), event, "attitude");
        boolean withdrawn = "withdrawn".equals(event.attributes().get("attitude"));
        double strength = strength(event.attributes().get("strength"));
        if (kind.isPresent() && !subject.isBlank() && (attitude.isPresent() || withdrawn) && strength > 0) {
            state(new Subject(kind.get(), subject), new Statement(Moment.of(event), attitude.orElse(null), strength));
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, CustomEvent event, String attribute) {
        String word = event.attributes().getOrDefault(attribute, "");
        for (E constant : constants) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** 0 for one that cannot be read. */
    private static double strength(@Nullable String text) {
        if (text == null) {
            return DEFAULT_STRENGTH;
        }
        try {
            double strength = Double.parseDouble(text);
            return strength > 0 && strength <= 1 ? strength : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void state(Subject subject, Statement statement) {
        statements.merge(subject, statement, (a, b) -> a.moment.isAfter(b.moment) ? a : b);
    }

    private void addCard(CustomEvent event) {
        String number = event.attributes().getOrDefault("number", "");
        String status = event.attributes().getOrDefault("status", "active");
        boolean active = status.equals("active");
        if (number.isBlank() || !(active || status.equals("ended"))) {
            return;
        }
        cards.merge(
                new Card(event.attributes().getOrDefault("program", ""), number),
                new CardState(Moment.of(event), active),
                (a, b) -> a.moment.isAfter(b.moment) ? a : b);
    }

    Map<Subject, Statement> statements() {
        return statements;
    }

    Optional<Satisfaction> satisfaction() {
        Rating last = newest;
        return last == null
                ? Optional.empty()
                : Optional.of(new Satisfaction(
                        ratings.count(), (double) ratingSum / ratings.count(), last.stars, last.moment.at()));
    }

    List<LoyaltyCard> cards() {
        List<LoyaltyCard> active = new ArrayList<>();
        cards.forEach((card, state) -> {
            if (state.active) {
                active.add(new LoyaltyCard(card.program, card.number, state.moment.at()));
            }
        });
        return List.copyOf(active);
    }

    /** The latest event of each card, ended ones too. */
    Evidence.Cited cardEvents() {
        return Evidence.Cited.of(cards.values().stream().map(CardState::moment).toList());
    }

    long bytes() {
        return 200 + ratings.bytes() + 300L * (statements.size() + cards.size());
    }

    record Subject(Preference.Kind kind, String key) {}

    /** What was said last; without an attitude it was withdrawn, or neither good nor bad. */
    record Statement(Moment moment, Preference.@Nullable Attitude attitude, double strength) {}

    private record Rating(Moment moment, int stars) {}

    private record Card(String program, String number) {}

    private record CardState(Moment moment, boolean active) {}
}
