package dev.comptoir.recommend.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Surface SURFACE = Surface.FOR_CUSTOMER;

    @Test
    void findsTheBestOfThree() {
        SelectionReport report = choose(
                portfolio("noise-1", Planted.noise(1), Planted.left(), Planted.noise(2)),
                Planted.window("spring", 0, 600, .5, 0, 1));
        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(names(report.choice())).containsExactly("left");
        assertThat(report.gain().lower()).isPositive();
        assertThat(report.table().get(0).value().mean())
                .isGreaterThan(
                        report.table().get(report.table().size() - 1).value().mean());
    }

    @Test
    void blendsTwoThatAreEachRightForSome() {
        SelectionReport report = choose(
                portfolio("left", Planted.left(), Planted.right(), Planted.noise(1)),
                Planted.window("spring", 0, 800, .45, .3, 2));
        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(names(report.choice())).containsExactlyInAnyOrder("left", "right");
        assertThat(report.table()).allMatch(line -> line.role() == Measured.Role.BLEND || line.isBeaten());
    }

    @Test
    void theIncumbentStaysWhereAnotherIsAsGood() {
        Family twin = Planted.family("twin", (history, item) -> 2 * score(Planted.left(), history, item));
        SelectionReport report =
                choose(portfolio("left", twin, Planted.left()), Planted.window("spring", 0, 600, .5, 0, 3));
        assertThat(report.verdict()).isEqualTo(Verdict.KEPT);
        assertThat(names(report.choice())).containsExactly("left");
    }

    @Test
    void threeCustomersAreTooFew() {
        SelectionReport report = choose(
                portfolio("noise-1", Planted.noise(1), Planted.left()), Planted.window("spring", 0, 3, .5, 0, 1));
        assertThat(report.verdict()).isEqualTo(Verdict.TOO_LITTLE_DATA);
        assertThat(names(report.choice())).containsExactly("noise-1");
        assertThat(report.why(Locale.ENGLISH)).contains("3 customers");
        assertThat(report.why(Locale.FRENCH)).contains("3 clients");
        assertThat(report.toJson()).contains("\"verdict\":\"TOO_LITTLE_DATA\"").contains("\"mean\":null");
        assertThat(report.toHtml(Locale.ENGLISH)).contains("Too little data");
    }

    @Test
    void aGainTooSmallToBeSeenIsNamed() {
        SelectionReport report = choose(
                portfolio("left", Planted.left(), Planted.right()), Planted.window("spring", 0, 60, .3, .35, 22));
        assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(names(report.choice())).containsExactly("left");
        assertThat(report.gain().mean()).isPositive().isLessThan(report.detectable());
        assertThat(report.notTold()).isNotEmpty();
        assertThat(report.why(Locale.ENGLISH)).contains("More customers will tell");
    }

    @Test
    void threadsAndTheSameSeedGiveTheSameReport() {
        Portfolio portfolio = portfolio("left", Planted.left(), Planted.right(), Planted.noise(1));
        List<Window> windows =
                List.of(Planted.window("spring", 0, 300, .4, .3, 2), Planted.window("summer", 200, 300, .4, .3, 3));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            SelectionReport one = Selection.of(SURFACE, portfolio).run(Task.NEXT_BASKET, windows, Tiles.sequential());
            SelectionReport eight = Selection.of(SURFACE, portfolio).run(Task.NEXT_BASKET, windows, Tiles.on(pool, 8));
            assertThat(untimed(eight)).isEqualTo(untimed(one));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void asksNoMoreThanAllowedAndSaysHowFarItIs() {
        List<String> heard = new ArrayList<>();
        SelectionReport report = Selection.of(SURFACE, portfolio("left", Planted.left(), Planted.right()))
                .questions(100)
                .evaluations(0)
                .seed(5)
                .progress((step, of, what) -> heard.add(step + "/" + of + " " + what))
                .run(Task.NEXT_BASKET, List.of(Planted.window("spring", 0, 300, .4, .3, 2)), Tiles.sequential());
        assertThat(report.questions()).isEqualTo(100);
        assertThat(report.dropped()).isEqualTo(200);
        assertThat(report.seed()).isEqualTo(5);
        assertThat(heard).first().asString().startsWith("1/9 defaults of left");
        assertThat(heard).last().asString().startsWith("9/9 weights");
    }

    @Test
    void refusesWhatItCannotUse() {
        Selection selection = Selection.of(SURFACE, portfolio("left", Planted.left()));
        assertThatThrownBy(() -> selection.run(Task.NEXT_BASKET, List.of(), Tiles.sequential()))
                .hasMessageContaining("validation windows is 0");
        assertThatThrownBy(() -> selection.questions(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> selection.evaluations(-1)).hasMessageContaining("must not be negative");
        Choice elsewhere =
                new Choice(Surface.SESSION, List.of(new Choice.Part("left", new TreeMap<>(), 1, Scale.MAXIMUM)));
        assertThatThrownBy(() -> selection.incumbent(elsewhere)).hasMessageContaining("serves SESSION");
        Choice unknown = new Choice(SURFACE, List.of(new Choice.Part("magic", new TreeMap<>(), 1, Scale.MAXIMUM)));
        assertThatThrownBy(() -> selection.incumbent(unknown)).hasMessageContaining("no model magic");
        Selection broken =
                Selection.of(SURFACE, portfolio("broken", Planted.family("broken", (history, item) -> Float.NaN)));
        Window window = Planted.window("spring", 0, 50, .5, 0, 1);
        assertThatThrownBy(() -> broken.run(Task.NEXT_BASKET, List.of(window), Tiles.sequential()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken gave a score of NaN");
    }

    private static float score(Family family, dev.comptoir.recommend.interaction.History history, int item) {
        float[] scores = new float[Planted.ITEMS];
        family.make(java.util.Map.of())
                .train(Planted.window("any", 0, 1, 0, 0, 0).train(), Tiles.sequential())
                .score(history, scores);
        return scores[item];
    }

    private static SelectionReport choose(Portfolio portfolio, Window window) {
        return Selection.of(SURFACE, portfolio).run(Task.NEXT_BASKET, List.of(window), Tiles.sequential());
    }

    private static Portfolio portfolio(String serving, Family... families) {
        Portfolio portfolio = Portfolio.empty();
        for (Family family : families) {
            portfolio = portfolio.with(family, SURFACE);
        }
        return portfolio.startingWith(
                new Choice(SURFACE, List.of(new Choice.Part(serving, new TreeMap<>(), 1, Scale.MAXIMUM))));
    }

    private static List<String> names(Choice choice) {
        return choice.parts().stream().map(Choice.Part::name).toList();
    }

    private static String untimed(SelectionReport report) {
        return report.toJson().replaceAll("\"seconds\":[-0-9.E]+", "");
    }
}
