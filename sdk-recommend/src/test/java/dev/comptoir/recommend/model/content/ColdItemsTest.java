package dev.comptoir.recommend.model.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.recommend.interaction.Dataset;
import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import dev.comptoir.recommend.interaction.ItemFeatures;
import dev.comptoir.recommend.linalg.Tiles;
import dev.comptoir.recommend.rank.TopCandidates;
import dev.comptoir.testkit.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * New articles of a gift retailer (UCI Online Retail), by the words of their titles alone. A tenth of the article codes, drawn by
 * seed 7, is hidden from all histories, which end on 2011-09-01; the hidden articles that a customer bought afterwards are to
 * be found among all hidden ones. Recall@10 = hits / min(10, number). The first half of the customers, shuffled by seed 7, was
 * looked at for other settings, the second half is asked here: .210 (standard error .010) against .030 by chance.
 */
@Tag("data")
class ColdItemsTest {
    private static final String SPLIT = "2011-09-01";
    private static final long DAY = 86_400_000L;

    private final TreeMap<String, String> titles = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, TreeSet<String>>> before = new TreeMap<>();
    private final TreeMap<String, TreeSet<String>> after = new TreeMap<>();

    @Test
    void titlesFindNewArticlesFarMoreOftenThanChance() throws IOException {
        read(PublicData.require("online-retail"));
        List<String> codes = new ArrayList<>(titles.keySet());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, codes.size()).boxed().toList());
        Collections.shuffle(order, new Random(7));
        boolean[] cold = new boolean[codes.size()];
        order.subList(0, codes.size() / 10).forEach(item -> cold[item] = true);
        ItemFeatures features =
                ItemFeatures.of(new ArrayList<>(titles.values()), Arrays.asList(new String[codes.size()]));
        ContentScorer scorer = ContentAlgorithm.of()
                .train(new Dataset(Histories.builder(codes.size()).build(), features), Tiles.sequential());

        List<Double> found = new ArrayList<>();
        float[] scores = new float[codes.size()];
        for (String customer : customers(codes, cold)) {
            scorer.score(history(before.get(customer), codes, cold), scores);
            TreeSet<String> target = after.get(customer);
            target.removeIf(code -> !cold[Collections.binarySearch(codes, code)]);
            long hits = Arrays.stream(TopCandidates.of(scores, null, 10, item -> cold[item]))
                    .filter(item -> target.contains(codes.get(item)))
                    .count();
            found.add((double) hits / Math.min(10, target.size()));
        }

        List<Double> second = IntStream.range(0, found.size())
                .filter(k -> k % 2 == 1)
                .mapToObj(found::get)
                .toList();
        assertThat(second).hasSize(830);
        assertThat(second.stream().mapToDouble(recall -> recall).sum() / 830).isBetween(0.18, 0.24);
    }

    /** Who had something else before and bought hidden articles afterwards. */
    private List<String> customers(List<String> codes, boolean[] cold) {
        List<String> customers = new ArrayList<>();
        after.forEach((customer, bought) -> {
            boolean known = before.getOrDefault(customer, new TreeMap<>()).values().stream()
                    .flatMap(TreeSet::stream)
                    .anyMatch(code -> !cold[Collections.binarySearch(codes, code)]);
            if (known && bought.stream().anyMatch(code -> cold[Collections.binarySearch(codes, code)])) {
                customers.add(customer);
            }
        });
        Collections.shuffle(customers, new Random(7));
        return customers;
    }

    private static History history(TreeMap<String, TreeSet<String>> baskets, List<String> codes, boolean[] cold) {
        List<int[]> items = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (Map.Entry<String, TreeSet<String>> basket : baskets.entrySet()) {
            int[] known = basket.getValue().stream()
                    .mapToInt(code -> Collections.binarySearch(codes, code))
                    .filter(item -> !cold[item])
                    .toArray();
            if (known.length > 0) {
                items.add(known);
                times.add(LocalDate.parse(basket.getKey().substring(0, 10)).toEpochDay() * DAY);
            }
        }
        long[] at = times.stream().mapToLong(Long::longValue).toArray();
        return History.of(at[at.length - 1], at, items.toArray(int[][]::new));
    }

    private void read(Path folder) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("online_retail.csv.gz"))),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(ColdItemsTest::cells).forEach(this::take);
        }
    }

    private void take(String[] cells) {
        boolean article = cells[1].matches("\\d{5}.*") && !cells[2].isBlank();
        if (cells[0].startsWith("C") || cells[3].startsWith("-") || cells[6].isBlank() || !article) {
            return;
        }
        titles.putIfAbsent(cells[1], cells[2].strip());
        if (cells[4].compareTo(SPLIT) < 0) {
            before.computeIfAbsent(cells[6], customer -> new TreeMap<>())
                    .computeIfAbsent(cells[4], time -> new TreeSet<>())
                    .add(cells[1]);
        } else {
            after.computeIfAbsent(cells[6], customer -> new TreeSet<>()).add(cells[1]);
        }
    }

    /** Commas within quotes do not part cells. */
    private static String[] cells(String line) {
        if (line.indexOf('"') < 0) {
            return line.split(",", -1);
        }
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", ""))
                .toArray(String[]::new);
    }
}
