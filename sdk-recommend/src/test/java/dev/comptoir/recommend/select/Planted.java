package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.Contribution;
import dev.comptoir.recommend.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A simulated shop in which it is known who is right: each customer's history is one item, and what they buy next is the item
 * that "left" knows, or the one that "right" knows, or anything.
 */
final class Planted {
    static final int ITEMS = 60;

    private Planted() {}

    /** Scores one item for one history. */
    interface Opinion {
        float of(History history, int item);
    }

    static Algorithm scoring(String name, Opinion opinion) {
        return new Algorithm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public SortedMap<String, Double> parameters() {
                return new TreeMap<>();
            }

            @Override
            public long estimateBytes(Dataset data) {
                return 1;
            }

            @Override
            public Scorer train(Dataset data, Tiles tiles) {
                return new Scorer() {
                    @Override
                    public int items() {
                        return data.items();
                    }

                    @Override
                    public void score(History history, float[] scores) {
                        for (int item = 0; item < scores.length; item++) {
                            scores[item] = opinion.of(history, item);
                        }
                    }

                    @Override
                    public List<Contribution> explain(History history, int item) {
                        return List.of(Contribution.of(Contribution.Kind.POPULAR, opinion.of(history, item)));
                    }
                };
            }
        };
    }

    static Family family(String name, Opinion opinion) {
        return Family.of(name, Map.of(), parameters -> scoring(name, opinion));
    }

    /** Knows the next item of those who follow it, among two others. */
    static Family left() {
        return family("left", (history, item) -> near(item, leftOf(history)));
    }

    static Family right() {
        return family("right", (history, item) -> near(item, rightOf(history)));
    }

    /** Says something else for every customer and item, and never anything true. */
    static Family noise(int seed) {
        return family("noise-" + seed, (history, item) -> {
            long mixed = (history.now() * 31 + item) * 0x9E3779B97F4A7C15L + seed * 0xC2B2AE3D27D4EB4FL;
            mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
            return (mixed >>> 40) / (float) (1 << 24);
        });
    }

    private static float near(int item, int centre) {
        int distance = Math.floorMod(item - centre, ITEMS);
        return distance == 0 ? 1 : distance == 1 ? 0.6f : distance == 2 ? 0.3f : 0;
    }

    private static int leftOf(History history) {
        return (int) ((history.now() * 7 + 3) % ITEMS);
    }

    private static int rightOf(History history) {
        return (int) ((history.now() * 13 + 31) % ITEMS);
    }

    /**
     * Questions of so many customers.
     *
     * @param leftShare of them buy what left knows
     * @param rightShare of them buy what right knows
     */
    static Window window(String name, int firstUnit, int customers, double leftShare, double rightShare, long seed) {
        Random random = new Random(seed);
        List<HeldOut> questions = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            // The moment of the question stands for who asks it.
            History history = History.of(1000 + random.nextInt(100_000), new long[] {0}, new int[][] {{c % ITEMS}});
            double drawn = random.nextDouble();
            int next = drawn < leftShare
                    ? leftOf(history)
                    : drawn < leftShare + rightShare ? rightOf(history) : random.nextInt(ITEMS);
            questions.add(HeldOut.of(firstUnit + c, history, new int[] {next}, 1, false));
        }
        Dataset train = Dataset.of(
                Histories.builder(ITEMS).basket(0, 1, 2).endAnonymous().build());
        return Window.of(name, train, new int[0], questions, Map.of());
    }
}
