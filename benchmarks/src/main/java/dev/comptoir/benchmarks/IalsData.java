package dev.comptoir.benchmarks;

import dev.comptoir.recommend.interaction.InteractionMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has what, read from a file and split without chance. */
final class IalsData {
    private static final int MIN_ITEMS = 5;
    private static final int USERS = 10;
    private static final int HIDDEN = 5;

    /** Which interactions are kept from training, to be found again. */
    enum Holdout {
        /** None: for speed alone. */
        NONE,
        /** Every fifth item of every tenth user; the others' and their own remaining ones are in training. */
        KNOWN,
        /** The same users, but wholly unknown to training: they are folded in by what remains. */
        STRONG
    }

    /** What was kept back of one user. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(int user, int[] shown, int[] hidden) {}

    final InteractionMatrix train;
    final List<Held> held = new ArrayList<>();

    private IalsData(int items, List<int[]> users, Holdout holdout) {
        List<int[]> rows = new ArrayList<>();
        for (int user = 0; user < users.size(); user++) {
            int[] row = users.get(user).clone();
            Arrays.sort(row);
            if (holdout == Holdout.NONE || user % USERS != 0 || row.length < MIN_ITEMS) {
                rows.add(row);
                continue;
            }
            int[] hidden = new int[row.length / HIDDEN];
            int[] shown = new int[row.length - hidden.length];
            for (int k = 0; k < row.length; k++) {
                if (k % HIDDEN == HIDDEN - 1) {
                    hidden[k / HIDDEN] = row[k];
                } else {
                    shown[k - k / HIDDEN] = row[k];
                }
            }
            held.add(new Held(user, shown, hidden));
            rows.add(holdout == Holdout.KNOWN ? shown : new int[0]);
        }
        this.train = InteractionMatrix.of(items, rows);
    }

    /**
     * The synthetic format: little endian, int32 users, int32 items, int64 interactions, int64[users + 1] starts, int32 items
     * ascending within a user.
     */
    static IalsData synthetic(Path file, Holdout holdout) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            int users = bytes.getInt();
            int items = bytes.getInt();
            bytes.getLong();
            long[] start = new long[users + 1];
            for (int i = 0; i <= users; i++) {
                start[i] = bytes.getLong();
            }
            List<int[]> rows = new ArrayList<>(users);
            for (int user = 0; user < users; user++) {
                int[] row = new int[Math.toIntExact(start[user + 1] - start[user])];
                for (int k = 0; k < row.length; k++) {
                    row[k] = bytes.getInt();
                }
                rows.add(row);
            }
            return new IalsData(items, rows, holdout);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " is no synthetic set: " + e + ". Maybe it was cut off?", e);
        }
    }

    /** A folder with {@code interactions.csv[.gz]}; users with fewer than five items are left out. */
    static IalsData folder(Path folder, double minValue, Holdout holdout) {
        List<Path> files = DataFolder.files(folder, List.of("interactions.csv", "interactions.csv.gz"));
        if (files.isEmpty()) {
            throw new IllegalArgumentException("The folder " + folder + " has no interactions.csv[.gz].");
        }
        Map<String, Integer> items = new HashMap<>();
        Map<String, Set<Integer>> users = new LinkedHashMap<>();
        DataFolder.rows(files.get(0), row -> {
            String value = row.findField("value").orElse("");
            if (value.isBlank() || Double.parseDouble(value) >= minValue) {
                Integer item = items.computeIfAbsent(row.getField("item"), id -> items.size());
                users.computeIfAbsent(row.getField("user"), id -> new LinkedHashSet<>())
                        .add(item);
            }
        });
        List<int[]> rows = users.values().stream()
                .filter(row -> row.size() >= MIN_ITEMS)
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The folder " + folder + " has no user with " + MIN_ITEMS
                    + " items. Maybe --min-value is too large?");
        }
        return new IalsData(items.size(), rows, holdout);
    }
}
