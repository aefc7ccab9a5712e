package dev.comptoir.recommend.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Ways to split a data set into training and test, without a choice left open. Stateless. */
public final class Protocols {
    private static final int MIN_ITEMS = 5;
    private static final double MIN_RATING = 4;
    private static final double FOLD_IN = 0.8;

    private Protocols() {}

    /**
     * ML-100K-SG, which leaves nothing to chance: ratings of 4 and more count; users with fewer than 5 are dropped; every fifth
     * user (id divisible by 5) is held out, and keeps the items known from training, ordered by time and item; with 5 or more
     * of them, the last fifth (at least one) is the target.
     *
     * @throws IllegalArgumentException if an id is not a whole number
     */
    public static FoldInSplit ml100kSg(List<Interaction> interactions) {
        for (Interaction interaction : interactions) {
            if (!ItemNumbers.isNumber(interaction.user()) || !ItemNumbers.isNumber(interaction.item())) {
                throw new IllegalArgumentException(
                        "A user or item id is not a whole number, which the protocol ml100k-sg needs. Maybe use strong?");
            }
        }
        List<Interaction> positive = withEnough(interactions.stream()
                .filter(interaction -> interaction.value() >= MIN_RATING)
                .toList());
        List<Interaction> train = new ArrayList<>();
        List<Interaction> held = new ArrayList<>();
        for (Interaction interaction : positive) {
            (Long.parseLong(interaction.user()) % 5 == 0 ? held : train).add(interaction);
        }
        ItemNumbers items =
                new ItemNumbers(train.stream().map(Interaction::item).toList());
        held.sort(Comparator.comparingLong((Interaction interaction) -> Long.parseLong(interaction.user()))
                .thenComparingLong(Interaction::timestamp)
                .thenComparingLong(interaction -> Long.parseLong(interaction.item())));
        List<HeldOutUser> test = new ArrayList<>();
        for (List<Integer> known : FoldInSplit.byUser(held, items).values()) {
            if (known.size() >= MIN_ITEMS) {
                int cut = known.size() - Math.max(1, (int) Math.floor(0.2 * known.size()));
                test.add(new HeldOutUser(known.subList(0, cut), known.subList(cut, known.size())));
            }
        }
        return new FoldInSplit("ml100k-sg", FoldInSplit.matrix(train, items), test);
    }

    /**
     * Strong generalisation as in the paper of Mult-VAE (Liang et al., WWW 2018): users with at least 5 items; a random tenth is
     * kept for validation and a random tenth for the test; of each test user a random 80 % of the items known from training is
     * shown, and the rest must be found. The validation users are in neither part.
     *
     * @param minValue only interactions of this value and more count
     * @param seed chooses the users and their parts
     */
    public static FoldInSplit strong(List<Interaction> interactions, double minValue, long seed) {
        List<Interaction> positive = withEnough(interactions.stream()
                .filter(interaction -> interaction.value() >= minValue)
                .toList());
        List<String> users = new ArrayList<>(ItemNumbers.sorted(
                positive.stream().map(Interaction::user).distinct().toList()));
        Random random = new Random(seed);
        Collections.shuffle(users, random);
        int tenth = users.size() / 10;
        Set<String> tested = new HashSet<>(users.subList(0, tenth));
        Set<String> trained = new HashSet<>(users.subList(2 * tenth, users.size()));
        List<Interaction> train = positive.stream()
                .filter(interaction -> trained.contains(interaction.user()))
                .toList();
        ItemNumbers items =
                new ItemNumbers(train.stream().map(Interaction::item).toList());
        Map<String, List<Integer>> held = FoldInSplit.byUser(
                positive.stream()
                        .filter(interaction -> tested.contains(interaction.user()))
                        .toList(),
                items);
        List<HeldOutUser> test = new ArrayList<>();
        for (String user : ItemNumbers.sorted(tested)) {
            List<Integer> known = new ArrayList<>(held.getOrDefault(user, List.of()).stream()
                    .distinct()
                    .sorted()
                    .toList());
            Collections.shuffle(known, random);
            int cut = (int) Math.round(FOLD_IN * known.size());
            test.add(new HeldOutUser(known.subList(0, cut), known.subList(cut, known.size())));
        }
        return new FoldInSplit("strong", FoldInSplit.matrix(train, items), test);
    }

    /** Interactions of users who have enough distinct items. */
    private static List<Interaction> withEnough(List<Interaction> interactions) {
        Map<String, Set<String>> itemsOf = new LinkedHashMap<>();
        for (Interaction interaction : interactions) {
            itemsOf.computeIfAbsent(interaction.user(), id -> new HashSet<>()).add(interaction.item());
        }
        return interactions.stream()
                .filter(interaction -> {
                    Set<String> items = itemsOf.get(interaction.user());
                    return items != null && items.size() >= MIN_ITEMS;
                })
                .toList();
    }
}
