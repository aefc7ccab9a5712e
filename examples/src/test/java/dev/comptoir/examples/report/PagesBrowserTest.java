package dev.comptoir.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comptoir.CustomerId;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Both pages in a real browser: what it shows, that it is complete in windows of all widths, and that nothing is loaded. */
class PagesBrowserTest {
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final String EVIL = "<img src=https://evil.example/x.png onerror=alert(1)><script>throw 1</script>";

    @Test
    void bothPagesAreShownAndNothingIsLoaded() throws Exception {
        Browser browser = browser();
        try (SampleShop shop = SampleShop.of(ANA, EVIL, Locale.FRENCH)) {
            Map<String, HtmlReport> pages = Map.of(
                    "customer",
                    CustomerPage.of(shop.business, ANA, "Ana " + EVIL, Locale.FRENCH),
                    "overview",
                    OverviewPage.of(shop.business, "Le Fournil", Locale.FRENCH, Map.of()));
            for (Map.Entry<String, HtmlReport> page : pages.entrySet()) {
                Path folder = scratch();
                Browser.Look look = browser.look(
                        page.getValue().write(folder.resolve(page.getKey() + ".html")), folder, 1000, 1600);

                assertThat(look.requests()).isEmpty();
                assertThat(look.log()).doesNotContain("CONSOLE", "Refused", "Uncaught");
                assertThat(look.dom()).contains("<html lang=\"fr\">").doesNotContain("<img", "<script");
                assertThat(look.dom())
                        .contains(
                                page.getKey().equals("customer")
                                        ? List.of("Historique", "case cochée", "Achètera encore un jour")
                                        : List.of("Qui devrait venir", "Champions", "client-", "BG/"));
                assertThat(colours(look.screenshot()))
                        .as("colours on the picture of " + page.getKey())
                        .hasSizeGreaterThan(30);
            }
        }
    }

    @Test
    void whatAPageLoadsAndWhatFailsInItWouldBeSeen() throws Exception {
        Browser browser = browser();
        Path folder = scratch();
        Path page = Files.writeString(
                folder.resolve("bad.html"),
                "<!doctype html><body><img src=http://example.invalid/x.png><script>throw new Error('x')</script>");

        Browser.Look look = browser.look(page, folder, 390, 300);

        assertThat(look.requests()).containsExactly("http://example.invalid/x.png");
        assertThat(look.log()).contains("CONSOLE", "Uncaught");
        assertThat(colours(look.screenshot())).hasSizeLessThan(30);
    }

    @Test
    void noWindowIsTooNarrow() throws Exception {
        Browser browser = browser();
        try (SampleShop shop = SampleShop.of(ANA, "Un très long texte, anticonstitutionnellement", Locale.FRENCH);
                SampleShop one = SampleShop.ofOne(ANA, Locale.FRENCH)) {
            Path folder = scratch();
            StringBuilder frames = new StringBuilder("<!doctype html><meta charset=utf-8><body>");
            for (SampleShop each : List.of(shop, one)) {
                for (int width : List.of(320, 390, 1100)) {
                    frame(frames, CustomerPage.of(each.business, ANA, "Ana", Locale.FRENCH), width);
                    frame(frames, OverviewPage.of(each.business, "Le Fournil", Locale.FRENCH, Map.of()), width);
                }
            }
            Path page = Files.writeString(folder.resolve("frames.html"), frames + MEASURE);

            String dom = browser.dump(page, folder);

            int start = dom.indexOf("<pre id=\"out\">");
            assertThat(start).isPositive();
            List<String> measured = dom.substring(start + 14, dom.indexOf("</pre>", start))
                    .strip()
                    .lines()
                    .toList();
            assertThat(measured)
                    .hasSize(12)
                    .allSatisfy(line -> assertThat(line).endsWith(" overflow 0 cut  overlap  loaded 0"));
        }
    }

    /** How far each frame is too wide, which texts of charts leave them or overlap, and how much was loaded. */
    private static final String MEASURE = """
            <pre id=out></pre><script>addEventListener('load', () => {
            for (const frame of document.querySelectorAll('iframe')) {
              const inner = frame.contentDocument, root = inner.documentElement;
              const cut = [], overlap = [];
              for (const svg of inner.querySelectorAll('svg')) {
                const a = svg.getBoundingClientRect();
                if (a.width === 0) continue;
                const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                boxes.forEach(([text, b], i) => {
                  if (b.left < a.left - 1 || b.right > a.right + 1 || b.bottom > a.bottom + 1 || b.top < a.top - 1) cut.push(text);
                  for (const [other, c] of boxes.slice(i + 1))
                    if (b.left < c.right - 1 && c.left < b.right - 1 && b.top < c.bottom - 3 && c.top < b.bottom - 3)
                      overlap.push(text + '/' + other);
                });
              }
              const loaded = frame.contentWindow.performance.getEntriesByType('resource').length;
              document.getElementById('out').textContent +=
                `${frame.clientWidth} overflow ${root.scrollWidth - root.clientWidth} cut ${cut} overlap ${overlap} loaded ${loaded}\\n`;
            }});</script>
            """;

    private static void frame(StringBuilder frames, HtmlReport page, int width) {
        frames.append("<iframe style=\"border:0;width:")
                .append(width)
                .append("px;height:800px\" srcdoc=\"")
                .append(Html.escape(page.html()))
                .append("\"></iframe>");
    }

    private static Browser browser() {
        Optional<Browser> browser = Browser.find();
        if (browser.isEmpty()) {
            System.out.println("Skipped: " + Browser.ABSENT);
        }
        assumeTrue(browser.isPresent(), Browser.ABSENT);
        return browser.orElseThrow();
    }

    /** Not a temporary folder: a browser may still write to its profile when it has ended. */
    private static Path scratch() throws Exception {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "browser")
                .toAbsolutePath();
    }

    private static Set<Integer> colours(Path picture) throws Exception {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
