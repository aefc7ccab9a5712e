package dev.comptoir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.benchmarks.GrowthSize.Quantity;
import dev.comptoir.recommend.interaction.Histories;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyModelIsMeasuredAndDrawn() throws Exception {
        StringWriter out = new StringWriter();
        Path json = folder.resolve("growth.json");

        int exit = Benchmarks.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("growth", "--quick", "--json", json.toString(), "--svg", folder.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("### users", "### items", "### interactions", "clock p99");
        JsonNode fields = new ObjectMapper().readTree(json.toFile());
        for (Quantity quantity : Quantity.values()) {
            assertThat(fields.get(quantity.title()))
                    .hasSize(2 * GrowthRun.models().size());
            assertThat(fields.get(quantity.title() + "Exponents"))
                    .hasSize(GrowthRun.models().size());
            String picture = Files.readString(folder.resolve("growth-" + quantity.title() + ".svg"));
            assertThat(picture).doesNotContain("NaN", "Infinity", "<script");
            for (String model : GrowthRun.models()) {
                assertThat(picture.split(">" + model + "</text>", -1))
                        .as("panels with " + model)
                        .hasSize(5);
            }
        }
        assertThat(fields.get("serving")).hasSize(GrowthRun.models().size());
    }

    @Test
    void theExponentOfAPowerIsItsPower() {
        List<GrowthFigure> cubes = IntStream.of(100, 200, 400, 800)
                .mapToObj(items -> new GrowthFigure(
                        "m", new GrowthSize(10, items, 1000), 2e-9 * Math.pow(items, 3), 7, 0, 0, 0, 40L * items))
                .toList();

        assertThat(GrowthFigure.exponent(cubes, Quantity.ITEMS, GrowthFigure::trainSeconds))
                .isCloseTo(3, within(1e-9));
        assertThat(GrowthFigure.exponent(cubes, Quantity.ITEMS, GrowthFigure::p50))
                .isCloseTo(0, within(1e-9));
        assertThat(GrowthFigure.exponent(cubes, Quantity.ITEMS, GrowthFigure::bytes))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void dataHaveTheSizeAskedForAndFewItemsThatSellMuch() {
        GrowthSize size = new GrowthSize(500, 200, 10_000);
        Histories histories = GrowthData.of(size, 3).histories();

        assertThat(histories.rows()).isEqualTo(500);
        assertThat(histories.items()).isEqualTo(200);
        // An item twice in one basket counts once.
        assertThat(histories.lines()).isBetween(9000, 10_000);
        int[] counts = new int[200];
        for (int line = 0; line < histories.lines(); line++) {
            counts[histories.item(line)]++;
        }
        assertThat(IntStream.range(0, 20).map(item -> counts[item]).sum())
                .isGreaterThan(
                        3 * IntStream.range(180, 200).map(item -> counts[item]).sum());
        Histories again = GrowthData.of(size, 3).histories();
        assertThat(IntStream.range(0, histories.lines()).map(again::item).toArray())
                .isEqualTo(IntStream.range(0, histories.lines())
                        .map(histories::item)
                        .toArray());
    }
}
