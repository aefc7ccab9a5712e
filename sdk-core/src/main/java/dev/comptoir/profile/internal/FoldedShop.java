package dev.comptoir.profile.internal;

import dev.comptoir.BusinessSettings;
import dev.comptoir.profile.Cohort;
import dev.comptoir.profile.RfmScore;
import dev.comptoir.profile.RfmSegment;
import dev.comptoir.profile.Sales;
import dev.comptoir.profile.ShopStatistics;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shop's sums, copied at one moment. */
final class FoldedShop implements ShopStatistics {
    private static final Comparator<RfmScore> BY_SCORE = Comparator.comparingInt(RfmScore::recency)
            .thenComparingInt(RfmScore::frequency)
            .thenComparingInt(RfmScore::monetary);

    private final Instant asOf;
    private final Currency currency;
    private final SortedMap<Currency, SortedMap<LocalDate, Sales>> days;
    private final Map<Currency, Sales> totals;
    private final Map<DayOfWeek, Sales> weekdays;
    private final List<Sales> hours;
    private final int customers;
    private final SortedMap<RfmScore, Integer> scores;
    private final List<Cohort> cohorts;

    private FoldedShop(
            Instant asOf,
            Currency currency,
            SortedMap<Currency, SortedMap<LocalDate, Sales>> days,
            Map<Currency, Sales> totals,
            Map<DayOfWeek, Sales> weekdays,
            List<Sales> hours,
            int customers,
            SortedMap<RfmScore, Integer> scores,
            List<Cohort> cohorts) {
        this.asOf = asOf;
        this.currency = currency;
        this.days = days;
        this.totals = totals;
        this.weekdays = weekdays;
        this.hours = hours;
        this.customers = customers;
        this.scores = scores;
        this.cohorts = cohorts;
    }

    static FoldedShop of(
            ShopSums sums, Collection<Total> customers, RfmScale scale, BusinessSettings settings, Instant asOf) {
        Comparator<Currency> byCode = Comparator.comparing(Currency::getCurrencyCode);
        SortedMap<Currency, SortedMap<LocalDate, Sales>> days = new TreeMap<>(byCode);
        Map<Currency, Sales> totals = new TreeMap<>(byCode);
        sums.currencies().forEach((currency, each) -> {
            ShopSums.Sum total = new ShopSums.Sum();
            SortedMap<LocalDate, Sales> byDay = new TreeMap<>();
            each.days.forEach((day, sum) -> {
                total.add(sum);
                byDay.put(LocalDate.ofEpochDay(day), sum.sales(currency));
            });
            totals.put(currency, total.sales(currency));
            days.put(currency, Collections.unmodifiableSortedMap(byDay));
        });
        ShopSums.OfCurrency own = sums.currencies().getOrDefault(settings.currency(), new ShopSums.OfCurrency());
        SortedMap<RfmScore, Integer> scores = new TreeMap<>(BY_SCORE);
        for (Total customer : customers) {
            if (customer.isBuyer()) {
                scores.merge(scale.score(customer), 1, Integer::sum);
            }
        }
        return new FoldedShop(
                asOf,
                settings.currency(),
                days,
                totals,
                weekdays(own, settings.currency()),
                Arrays.stream(own.hours)
                        .map(sum -> sum.sales(settings.currency()))
                        .toList(),
                scale.customers(),
                scores,
                cohorts(customers, (int) ShopTime.of(asOf, settings.zone()).month()));
    }

    private static Map<DayOfWeek, Sales> weekdays(ShopSums.OfCurrency own, Currency currency) {
        Map<DayOfWeek, Sales> weekdays = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            ShopSums.Sum total = new ShopSums.Sum();
            own.days.forEach((day, sum) -> {
                if (LocalDate.ofEpochDay(day).getDayOfWeek() == weekday) {
                    total.add(sum);
                }
            });
            weekdays.put(weekday, total.sales(currency));
        }
        return weekdays;
    }

    private static List<Cohort> cohorts(Collection<Total> customers, int currentMonth) {
        TreeMap<Integer, TreeMap<Integer, Integer>> active = new TreeMap<>();
        int lastMonth = Integer.MIN_VALUE;
        for (Total customer : customers) {
            if (customer.isBuyer()) {
                TreeMap<Integer, Integer> cohort = active.computeIfAbsent(customer.months[0], key -> new TreeMap<>());
                for (int month : customer.months) {
                    cohort.merge(month, 1, Integer::sum);
                    lastMonth = Math.max(lastMonth, month);
                }
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        for (Map.Entry<Integer, TreeMap<Integer, Integer>> entry : active.entrySet()) {
            List<Integer> counts = new ArrayList<>();
            int first = entry.getKey();
            int months = Math.min(lastMonth, currentMonth) - first;
            for (int month = 0; month <= Math.min(Math.max(0, months), Cohort.MAX_MONTHS); month++) {
                counts.add(entry.getValue().getOrDefault(first + month, 0));
            }
            cohorts.add(new Cohort(
                    YearMonth.of(Math.floorDiv(entry.getKey(), 12), 1 + Math.floorMod(entry.getKey(), 12)), counts));
        }
        return List.copyOf(cohorts);
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public Set<Currency> currencies() {
        return Collections.unmodifiableSet(days.keySet());
    }

    @Override
    public Sales total() {
        return total(currency);
    }

    @Override
    public Sales total(Currency asked) {
        Sales total = totals.get(asked);
        return total == null ? new ShopSums.Sum().sales(asked) : total;
    }

    @Override
    public SortedMap<LocalDate, Sales> byDay() {
        return byDay(currency);
    }

    @Override
    public SortedMap<LocalDate, Sales> byDay(Currency asked) {
        SortedMap<LocalDate, Sales> byDay = days.get(asked);
        return byDay == null ? Collections.emptySortedMap() : byDay;
    }

    @Override
    public Map<DayOfWeek, Sales> byWeekday() {
        return Collections.unmodifiableMap(weekdays);
    }

    @Override
    public List<Sales> byHour() {
        return hours;
    }

    @Override
    public int customers() {
        return customers;
    }

    @Override
    public Map<RfmScore, Integer> rfmMap() {
        return Collections.unmodifiableMap(scores);
    }

    @Override
    public Map<RfmSegment, Integer> rfmSegments() {
        Map<RfmSegment, Integer> segments = new EnumMap<>(RfmSegment.class);
        for (RfmSegment segment : RfmSegment.values()) {
            segments.put(segment, 0);
        }
        scores.forEach((score, count) -> segments.merge(RfmSegment.of(score), count, Integer::sum));
        return Collections.unmodifiableMap(segments);
    }

    @Override
    public List<Cohort> cohorts() {
        return cohorts;
    }
}
