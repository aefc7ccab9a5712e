package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strong generalisation: a model is trained on some users and tested on others, of whom it sees one part (fold-in) and must
 * find the rest (target). Immutable.
 */
public final class FoldInSplit {
    private final String protocol;
    private final InteractionMatrix train;
    private final List<HeldOutUser> test;
    private final int skippedUsers;

    FoldInSplit(String protocol, InteractionMatrix train, List<HeldOutUser> candidates) {
        this.protocol = protocol;
        this.train = train;
        this.test = candidates.stream()
                .filter(user -> !user.foldIn().isEmpty() && !user.target().isEmpty())
                .toList();
        this.skippedUsers = candidates.size() - test.size();
    }

    /**
     * A split that was made before, for example by the authors of a paper. Items that training does not know are dropped.
     *
     * @param train what the model learns from
     * @param foldIn what it is shown of the test users
     * @param target what it must find, for the same users
     */
    public static FoldInSplit given(List<Interaction> train, List<Interaction> foldIn, List<Interaction> target) {
        ItemNumbers items =
                new ItemNumbers(train.stream().map(Interaction::item).toList());
        Map<String, List<Integer>> shown = byUser(foldIn, items);
        Map<String, List<Integer>> sought = byUser(target, items);
        List<HeldOutUser> test = new ArrayList<>();
        for (String user : ItemNumbers.sorted(shown.keySet())) {
            test.add(new HeldOutUser(shown.getOrDefault(user, List.of()), sought.getOrDefault(user, List.of())));
        }
        return new FoldInSplit("given", matrix(train, items), test);
    }

    /** The items of each user, in the order of the interactions; unknown items are dropped, their users are kept. */
    static Map<String, List<Integer>> byUser(List<Interaction> interactions, ItemNumbers items) {
        Map<String, List<Integer>> users = new LinkedHashMap<>();
        for (Interaction interaction : interactions) {
            List<Integer> user = users.computeIfAbsent(interaction.user(), id -> new ArrayList<>());
            int item = items.of(interaction.item());
            if (item >= 0) {
                user.add(item);
            }
        }
        return users;
    }

    static InteractionMatrix matrix(List<Interaction> train, ItemNumbers items) {
        List<int[]> rows = byUser(train, items).values().stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return InteractionMatrix.of(items.size(), rows);
    }

    /** Which protocol made it. */
    public String protocol() {
        return protocol;
    }

    public int trainUsers() {
        return train.rows();
    }

    public int trainInteractions() {
        return train.size();
    }

    public int items() {
        return train.items();
    }

    /** Users that are tested: with something to show and something to find. */
    public int testUsers() {
        return test.size();
    }

    /** Users held out who have nothing to show or nothing to find. */
    public int skippedUsers() {
        return skippedUsers;
    }

    InteractionMatrix train() {
        return train;
    }

    List<HeldOutUser> test() {
        return test;
    }
}
