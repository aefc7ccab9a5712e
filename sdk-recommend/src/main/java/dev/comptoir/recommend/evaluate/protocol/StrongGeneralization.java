package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Strong generalisation: a model learns from some users and is asked about others, of whom it sees one part of what they have
 * and must find the rest. Time plays no part. Stateless.
 */
public final class StrongGeneralization {
    /*
     * Liang, Krishnan, Hoffman, Jebara: "Variational Autoencoders for Collaborative Filtering", WWW 2018: users with at least 5
     * items; a tenth for validation and a tenth for the test, in neither training; 80 % of the items of each are shown. Items
     * that training does not know are dropped.
     */
    private static final int MIN_ITEMS = 5;
    private static final double FOLD_IN = 0.8;

    private StrongGeneralization() {}

    /**
     * Users and what is shown of them by chance.
     *
     * @param events a row for each user
     * @param seed chooses the users and their parts
     */
    public static Split seeded(Dataset events, long seed) {
        Histories histories = events.histories();
        List<Integer> users = new ArrayList<>(usersWithEnough(histories));
        Random random = new Random(seed);
        Collections.shuffle(users, random);
        int tenth = users.size() / 10;
        BitSet learnt = new BitSet();
        users.subList(2 * tenth, users.size()).forEach(learnt::set);
        Training training = Training.of(
                events, row -> learnt.get(row) || row >= histories.knownRows() ? histories.basketCount(row) : 0, false);
        Window test = window("test", training, histories, users.subList(0, tenth), random);
        Window validation =
                window("validation", training, histories, users.subList(tenth, 2 * tenth), new Random(seed + 1));
        return Split.of(
                "strong",
                Task.REST_OF_SET,
                validation.questions().isEmpty() ? List.of() : List.of(validation),
                List.of(test));
    }

    /**
     * ML-100K-SG, which leaves nothing to chance: users with fewer than 5 items are dropped; every fifth user (id divisible by
     * 5) is tested on the last fifth, at least one, of their items known from training, in order of time and item; with fewer
     * than 5 of these they are skipped. For the validation the users of remainder 1 are asked about in the same way, after
     * training without them and without the tested.
     *
     * @param positive lines that count: ratings of 4 and more
     * @throws IllegalArgumentException if an id is not a whole number
     */
    public static Split ml100kSg(Interactions positive) {
        Catalogue catalogue = Catalogue.of(positive, Map.of());
        Ids ids = positive.userNumbering();
        if (!ids.areNumbers() || !catalogue.hasNumericIds()) {
            throw new IllegalArgumentException(
                    "A user or item id is not a whole number, which the protocol ml100k-sg needs. Maybe use strong?");
        }
        Dataset events = positive.events(catalogue);
        Histories histories = events.histories();
        List<Integer> enough = usersWithEnough(histories);
        BitSet without01 = new BitSet();
        BitSet without0 = new BitSet();
        List<Integer> remainder0 = new ArrayList<>();
        List<Integer> remainder1 = new ArrayList<>();
        for (int row : enough) {
            int remainder = (int) (Long.parseLong(ids.id(row)) % 5);
            without0.set(row, remainder != 0);
            without01.set(row, remainder > 1);
            (remainder == 0 ? remainder0 : remainder == 1 ? remainder1 : new ArrayList<Integer>()).add(row);
        }
        Window test = lastFifth("test", events, without0, remainder0);
        Window validation = lastFifth("validation", events, without01, remainder1);
        return Split.of(
                "ml100k-sg",
                Task.REST_OF_SET,
                validation.questions().isEmpty() ? List.of() : List.of(validation),
                List.of(test));
    }

    private static List<Integer> usersWithEnough(Histories histories) {
        List<Integer> users = new ArrayList<>();
        for (int row = 0; row < histories.knownRows(); row++) {
            if (histories.history(row, 0).distinct() >= MIN_ITEMS) {
                users.add(row);
            }
        }
        return users;
    }

    private static Window lastFifth(String name, Dataset events, BitSet learnt, List<Integer> users) {
        Histories histories = events.histories();
        Training training = Training.of(events, row -> learnt.get(row) ? histories.basketCount(row) : 0, false);
        List<HeldOut> questions = new ArrayList<>();
        int few = 0;
        for (int row : users) {
            List<int[]> known = FoldIn.eventsInOrder(training, histories, row);
            if (known.size() < MIN_ITEMS) {
                few++;
                continue;
            }
            int shown = known.size() - Math.max(1, (int) Math.floor(0.2 * known.size()));
            questions.add(FoldIn.question(training, histories, row, known.subList(0, shown), known));
        }
        Map<String, Integer> skipped = few == 0 ? Map.of() : Map.of("fewer than five known items", few);
        return Window.of(name, training.data(), training.unitOfRow(), questions, skipped);
    }

    private static Window window(
            String name, Training training, Histories histories, List<Integer> users, Random random) {
        List<HeldOut> questions = new ArrayList<>();
        int silent = 0;
        for (int row : users.stream().sorted().toList()) {
            List<int[]> events = FoldIn.eventsInOrder(training, histories, row);
            List<Integer> items = new ArrayList<>(
                    events.stream().map(event -> event[1]).distinct().sorted().toList());
            Collections.shuffle(items, random);
            List<Integer> shown = items.subList(0, (int) Math.round(FOLD_IN * items.size()));
            List<int[]> foldIn =
                    events.stream().filter(event -> shown.contains(event[1])).toList();
            if (foldIn.isEmpty()) {
                silent++;
                continue;
            }
            questions.add(FoldIn.question(training, histories, row, foldIn, events));
        }
        Map<String, Integer> skipped = silent == 0 ? Map.of() : Map.of("nothing to show", silent);
        return Window.of(name, training.data(), training.unitOfRow(), questions, skipped);
    }

    /**
     * A split that was made before, for example by the authors of a paper: what to learn from, and what is shown and what is
     * asked for of the users of the validation and of the test.
     *
     * @param catalogue the items of the training; others are dropped
     * @param validation empty, or two parts: shown, asked for
     * @param test two parts: shown, asked for
     * @throws dev.comptoir.recommend.evaluate.LeakageException if training holds something of a questioned user that is not
     *     shown
     */
    public static Split given(
            Catalogue catalogue, Interactions train, List<Interactions> validation, List<Interactions> test) {
        GivenParts parts = new GivenParts(catalogue, train);
        List<Window> validated = new ArrayList<>();
        if (validation.size() == 2) {
            Window window = parts.window("validation", validation.get(0), validation.get(1));
            if (!window.questions().isEmpty()) {
                validated.add(window);
            }
        }
        return Split.of("given", Task.REST_OF_SET, validated, List.of(parts.window("test", test.get(0), test.get(1))));
    }

    /** Items as numbers of a training, and times, of what one user did. */
    static final class FoldIn {
        private FoldIn() {}

        /** The events of a row whose items training knows, as basket and item, by time and then item. */
        static List<int[]> eventsInOrder(Training training, Histories histories, int row) {
            List<int[]> events = new ArrayList<>();
            int first = histories.firstBasket(row);
            for (int b = first; b < first + histories.basketCount(row); b++) {
                for (int line = histories.firstLine(b);
                        line < histories.firstLine(b) + histories.basketSize(b);
                        line++) {
                    if (training.knows(histories.item(line))) {
                        events.add(new int[] {b, training.number(histories.item(line))});
                    }
                }
            }
            events.sort((left, right) -> {
                int byTime = Long.compare(histories.time(left[0]), histories.time(right[0]));
                return byTime != 0 ? byTime : Integer.compare(left[1], right[1]);
            });
            return events;
        }

        static HeldOut question(Training training, Histories histories, int row, List<int[]> shown, List<int[]> all) {
            long[] times =
                    shown.stream().mapToLong(event -> histories.time(event[0])).toArray();
            int[][] baskets = shown.stream().map(event -> new int[] {event[1]}).toArray(int[][]::new);
            History history = History.of(Arrays.stream(times).max().orElse(0), times, baskets);
            return Questions.of(
                    row, history, all.stream().mapToInt(event -> event[1]).toArray(), shown.size(), true);
        }
    }
}
