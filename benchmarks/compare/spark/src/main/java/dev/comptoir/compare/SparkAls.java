package dev.comptoir.compare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Trains Spark MLlib's implicit ALS on a synthetic set, split as {@code benchmarks ials --holdout KNOWN} splits it, and measures
 * it the same way: every fifth item of every tenth user is hidden, NDCG@100 over all items but those shown, ties by index.
 *
 * <p>Arguments: FILE.bin FACTORS ITERATIONS REGULARIZATION ALPHA [CORES] [BLOCKS]
 */
public final class SparkAls {
    private static final int LIST = 100;

    private SparkAls() {}

    /** One interaction, as Spark wants it. */
    public static final class Rating implements java.io.Serializable {
        private static final long serialVersionUID = 1;
        private int user;
        private int item;
        private float rating = 1;

        public int getUser() {
            return user;
        }

        public void setUser(int value) {
            user = value;
        }

        public int getItem() {
            return item;
        }

        public void setItem(int value) {
            item = value;
        }

        public float getRating() {
            return rating;
        }

        public void setRating(float value) {
            rating = value;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int factors = Integer.parseInt(arguments[1]);
        int iterations = Integer.parseInt(arguments[2]);
        double regularization = Double.parseDouble(arguments[3]);
        double alpha = Double.parseDouble(arguments[4]);
        String cores = arguments.length > 5 ? arguments[5] : "2";
        int blocks = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 10;

        List<int[]> shown = new ArrayList<>();
        List<int[]> hidden = new ArrayList<>();
        int items;
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]))) {
            ByteBuffer bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            int users = bytes.getInt();
            items = bytes.getInt();
            bytes.getLong();
            long[] start = new long[users + 1];
            for (int i = 0; i <= users; i++) {
                start[i] = bytes.getLong();
            }
            for (int user = 0; user < users; user++) {
                int[] row = new int[(int) (start[user + 1] - start[user])];
                for (int k = 0; k < row.length; k++) {
                    row[k] = bytes.getInt();
                }
                boolean held = user % 10 == 0 && row.length >= 5;
                int[] out = new int[held ? row.length / 5 : 0];
                int[] in = new int[row.length - out.length];
                for (int k = 0; k < row.length; k++) {
                    if (held && k % 5 == 4) {
                        out[k / 5] = row[k];
                    } else {
                        in[held ? k - k / 5 : k] = row[k];
                    }
                }
                shown.add(in);
                hidden.add(out);
            }
        }
        long begun = System.nanoTime();
        SparkSession spark = SparkSession.builder()
                .master("local[" + cores + "]")
                .appName("compare")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        List<Rating> ratings = new ArrayList<>();
        for (int user = 0; user < shown.size(); user++) {
            for (int item : shown.get(user)) {
                Rating rating = new Rating();
                rating.setUser(user);
                rating.setItem(item);
                ratings.add(rating);
            }
        }
        Dataset<Row> frame = spark.createDataFrame(ratings, Rating.class).repartition(4).cache();
        long count = frame.count();
        double ready = (System.nanoTime() - begun) / 1e9;

        long fit = System.nanoTime();
        ALSModel model = new ALS()
                .setImplicitPrefs(true)
                .setRank(factors)
                .setMaxIter(iterations)
                .setRegParam(regularization)
                .setAlpha(alpha)
                .setNumBlocks(blocks)
                .setSeed(1)
                .setUserCol("user")
                .setItemCol("item")
                .setRatingCol("rating")
                .fit(frame);
        float[][] userFactors = collect(model.userFactors(), shown.size());
        float[][] itemFactors = collect(model.itemFactors(), items);
        double seconds = (System.nanoTime() - fit) / 1e9;
        double cpu = ((com.sun.management.OperatingSystemMXBean)
                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
        System.out.printf(
                Locale.ROOT,
                "spark factors %d iterations %d regularization %s alpha %s interactions %d: start %.1f s, fit %.1f s, process cpu %.1f s, NDCG@100 %.4f%n",
                factors,
                iterations,
                regularization,
                alpha,
                count,
                ready,
                seconds,
                cpu,
                ndcg(userFactors, itemFactors, shown, hidden));
        spark.stop();
    }

    private static float[][] collect(Dataset<Row> rows, int count) {
        float[][] factors = new float[count][];
        for (Row row : rows.collectAsList()) {
            List<Float> values = row.getList(1);
            float[] vector = new float[values.size()];
            for (int k = 0; k < vector.length; k++) {
                vector[k] = values.get(k);
            }
            factors[row.getInt(0)] = vector;
        }
        return factors;
    }

    private static double ndcg(float[][] users, float[][] items, List<int[]> shown, List<int[]> hidden) {
        double sum = 0;
        int count = 0;
        for (int user = 0; user < users.length; user++) {
            int[] targets = hidden.get(user);
            if (targets.length == 0 || users[user] == null) {
                continue;
            }
            float[] scores = new float[items.length];
            for (int item = 0; item < scores.length; item++) {
                if (items[item] == null) {
                    scores[item] = Float.NEGATIVE_INFINITY;
                    continue;
                }
                float score = 0;
                for (int k = 0; k < users[user].length; k++) {
                    score += users[user][k] * items[item][k];
                }
                scores[item] = score;
            }
            for (int item : shown.get(user)) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
            double gain = 0;
            double ideal = 0;
            for (int target : targets) {
                int rank = 0;
                for (int item = 0; item < scores.length; item++) {
                    rank += scores[item] > scores[target] || (scores[item] == scores[target] && item < target) ? 1 : 0;
                }
                gain += rank < LIST ? Math.log(2) / Math.log(rank + 2) : 0;
            }
            for (int rank = 0; rank < Math.min(LIST, targets.length); rank++) {
                ideal += Math.log(2) / Math.log(rank + 2);
            }
            sum += gain / ideal;
            count++;
        }
        return sum / count;
    }
}
