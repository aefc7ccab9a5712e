package dev.comptoir.profile.internal;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.profile.CategoryShare;
import dev.comptoir.profile.Favourite;
import dev.comptoir.profile.HabitualDay;
import dev.comptoir.profile.HabitualHour;
import dev.comptoir.profile.Profile;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What of a fold was most often, or cost most. */
final class Rankings {
    private static final Comparator<Favourite> BEST_FIRST = Comparator.comparingInt(Favourite::purchases)
            .reversed()
            .thenComparing(Favourite::lastBought, Comparator.reverseOrder())
            .thenComparing(Favourite::key);

    private Rankings() {}

    static List<Favourite> products(List<Map.Entry<ProductId, BoughtProduct>> bought, int purchases, Catalog catalog) {
        // Titles are looked up for the few that are listed.
        return best(bought.stream().map(entry -> favourite(entry.getKey().value(), entry.getValue().tally, purchases)))
                .stream()
                .map(best -> new Favourite(
                        best.key(),
                        catalog.title(ProductId.of(best.key())),
                        best.purchases(),
                        best.ofPurchases(),
                        best.lastBought()))
                .toList();
    }

    /** Of categories or channels. */
    static List<Favourite> names(Map<String, Tally> tallies, int purchases) {
        return best(tallies.entrySet().stream().map(entry -> favourite(entry.getKey(), entry.getValue(), purchases)));
    }

    private static Favourite favourite(String key, Tally tally, int purchases) {
        return new Favourite(key, key, tally.purchases(), purchases, tally.last);
    }

    private static List<Favourite> best(Stream<Favourite> all) {
        return all.sorted(BEST_FIRST).limit(Profile.MAX_FAVOURITES).toList();
    }

    static List<HabitualDay> days(Counts weekdays, int purchases) {
        return IntStream.range(0, weekdays.distinct())
                .mapToObj(i -> new HabitualDay(DayOfWeek.of((int) weekdays.value(i)), weekdays.times(i), purchases))
                .sorted(Comparator.comparingInt(HabitualDay::purchases).reversed())
                .toList();
    }

    static List<HabitualHour> hours(Counts hours, int purchases) {
        return IntStream.range(0, hours.distinct())
                .mapToObj(i -> new HabitualHour((int) hours.value(i), hours.times(i), purchases))
                .sorted(Comparator.comparingInt(HabitualHour::purchases).reversed())
                .toList();
    }

    static List<CategoryShare> composition(
            List<Map.Entry<ProductId, BoughtProduct>> bought, Categories categories, Currency currency) {
        TreeMap<String, Long> amounts = new TreeMap<>();
        long all = 0;
        for (Map.Entry<ProductId, BoughtProduct> entry : bought) {
            long amount = entry.getValue().amount;
            if (amount > 0) {
                String category = categories.of(entry.getKey());
                amounts.merge(category == null ? "" : category, amount, Sums::plus);
                all = Sums.plus(all, amount);
            }
        }
        List<CategoryShare> shares = new ArrayList<>();
        for (Map.Entry<String, Long> entry : amounts.entrySet()) {
            shares.add(new CategoryShare(
                    entry.getKey(), new Money(entry.getValue(), currency), (double) entry.getValue() / all));
        }
        shares.sort(
                Comparator.comparing((CategoryShare share) -> share.category().isEmpty())
                        .thenComparing(CategoryShare::amount, Comparator.reverseOrder()));
        return List.copyOf(shares);
    }
}
