package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Sessions to learn from, and others whose next events are to be found. Items are numbered in order of their ids. */
record SessionData(Dataset train, List<Test> tests) {
    /** One event, or one line of a receipt. */
    record Click(long time, String item) {}

    /** A session of known items, in order. */
    @SuppressWarnings("ArrayRecordComponent") // Only read, within these tests.
    record Test(long[] times, int[] items) {
        /** The session when so many events have happened. */
        History prefix(int events) {
            int[][] steps = new int[events][];
            for (int k = 0; k < events; k++) {
                steps[k] = new int[] {items[k]};
            }
            return History.of(times[events - 1], Arrays.copyOf(times, events), steps);
        }

        /** A receipt without one of its items. */
        History without(int item) {
            int[] others = Arrays.stream(items).filter(one -> one != item).toArray();
            return History.of(times[0], new long[] {times[0]}, new int[][] {others});
        }
    }

    /**
     * Items not learnt are taken out of the tests, and tests with fewer than two then.
     *
     * @param oneStep whether the items of a session are one basket without order
     */
    static SessionData of(List<List<Click>> train, List<List<Click>> tests, boolean oneStep) {
        TreeSet<String> ids = new TreeSet<>();
        train.forEach(session -> session.forEach(click -> ids.add(click.item())));
        Map<String, Integer> index = new HashMap<>();
        ids.forEach(id -> index.put(id, index.size()));
        Histories.Builder rows = Histories.builder(index.size());
        for (List<Click> session : train) {
            if (oneStep) {
                rows.basket(session.get(0).time(), items(session, index));
            } else {
                session.forEach(click -> rows.basket(click.time(), index.get(click.item())));
            }
            rows.endAnonymous();
        }
        List<Test> kept = new ArrayList<>();
        for (List<Click> session : tests) {
            List<Click> known = session.stream()
                    .filter(click -> index.containsKey(click.item()))
                    .toList();
            int[] items = items(known, index);
            if (oneStep) {
                items = Arrays.stream(items).distinct().sorted().toArray();
            }
            if (items.length > 1) {
                kept.add(new Test(known.stream().mapToLong(Click::time).toArray(), items));
            }
        }
        return new SessionData(Dataset.of(rows.build()), kept);
    }

    private static int[] items(List<Click> session, Map<String, Integer> index) {
        return session.stream().mapToInt(click -> index.get(click.item())).toArray();
    }

    /** The sessions of a file session,item,timestamp (seconds, with fractions), each in order of time. */
    static List<List<Click>> sessions(Path file) throws IOException {
        Map<String, List<Click>> sessions = new LinkedHashMap<>();
        for (String line : lines(file)) {
            String[] cells = line.split(",", -1);
            sessions.computeIfAbsent(cells[0], id -> new ArrayList<>())
                    .add(new Click(Math.round(Double.parseDouble(cells[2]) * 1000), cells[1]));
        }
        Collection<List<Click>> all = sessions.values();
        all.forEach(session -> session.sort(Comparator.comparingLong(Click::time)));
        return List.copyOf(all);
    }

    /** The lines of a packed file but for its header. */
    static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
