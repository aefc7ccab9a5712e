package dev.comptoir.value.next;

import dev.comptoir.CustomerId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a customer is likely to buy again, as seen at the end of a day. Immutable.
 *
 * <p>Its {@link #evidence()} holds every number it is computed from.
 */
public final class DueForecast implements Due {
    /** Farther than this no day is looked for: a hundred years. */
    static final double LIMIT_DAYS = 36_525;

    /** Without own habits a day is named only if the middle 80 % of it spans no more than this many typical intervals. */
    private static final double WIDEST = 1.5;

    private static final double EVEN_ODDS = 0.5;

    private final CustomerId customer;
    private final @Nullable String category;
    private final LocalDate asOf;
    private final DueEvidence evidence;
    private final Calibration calibration;

    DueForecast(
            CustomerId customer,
            @Nullable String category,
            LocalDate asOf,
            DueEvidence evidence,
            Calibration calibration) {
        this.customer = customer;
        this.category = category;
        this.asOf = asOf;
        this.evidence = evidence;
        this.calibration = calibration;
    }

    @Override
    public Kind kind() {
        return Kind.FORECAST;
    }

    @Override
    public CustomerId customer() {
        return customer;
    }

    @Override
    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    @Override
    public Optional<DueForecast> forecast() {
        return Optional.of(this);
    }

    /** The last day that counts as known in full. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The day of the last purchase. */
    public LocalDate lastPurchase() {
        return asOf.minusDays(evidence.elapsedDays());
    }

    /**
     * The probability of a purchase on one of the next days, in 0..1; it never falls with more days.
     *
     * @param days from 0 on; 7 means the seven days after {@link #asOf()}
     */
    public double probabilityWithin(int days) {
        return evidence.probabilityWithin(NextPurchases.checked(days));
    }

    /** The probability that the customer has not left, in 0..1, by the model alone. */
    public double probabilityActive() {
        return evidence.probabilityActive();
    }

    /** The median interval of this customer, in days. */
    public double typicalIntervalDays() {
        return evidence.typicalDays(LIMIT_DAYS);
    }

    /** The days of the next purchase, given that the customer comes back; empty where {@link #dateGate()} says why. */
    public Optional<DueWindow> date() {
        return dateGate().isPresent() ? Optional.empty() : Optional.of(window());
    }

    /** Why no day is named: the customer has probably left, or too little is known; empty where one is. */
    public Optional<DueGate> dateGate() {
        if (probabilityActive() < EVEN_ODDS) {
            return Optional.of(DueGate.PROBABLY_LEFT);
        }
        boolean known = evidence.intervals() >= NextPurchases.MIN_INTERVALS;
        return known || width() <= WIDEST * typicalIntervalDays()
                ? Optional.empty()
                : Optional.of(DueGate.TOO_UNCERTAIN);
    }

    private double width() {
        return evidence.daysUntil(0.9, LIMIT_DAYS) - evidence.daysUntil(0.1, LIMIT_DAYS);
    }

    private DueWindow window() {
        return new DueWindow(day(0.1), day(0.5), day(0.9));
    }

    private LocalDate day(double probability) {
        return asOf.plusDays(Math.max(1, (long) Math.ceil(evidence.daysUntil(probability, LIMIT_DAYS))));
    }

    /** Whose habits the forecast mostly rests on. */
    public DueLevel level() {
        return evidence.level();
    }

    /** The numbers and the formula. */
    public DueEvidence evidence() {
        return evidence;
    }

    /** How the probabilities held on the business's own past. */
    public Calibration calibration() {
        return calibration;
    }

    /** The reason in words, with the probability for the next seven days. */
    @Override
    public String reason(Locale locale) {
        return reason(7, locale);
    }

    /** The reason in words, with the probability for the next days. */
    public String reason(int days, Locale locale) {
        return DueTexts.forecast(this, days, locale);
    }

    @Override
    public String toString() {
        return reason(Locale.ENGLISH);
    }
}
