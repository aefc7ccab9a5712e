package dev.comptoir.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final List<String> SECTIONS =
            List.of("summary", "import", "sales", "rfm", "customers", "recommendations", "replies");

    @Test
    void aRealBrowserShowsAllPartsAndNoWindowIsTooNarrow() throws Exception {
        Optional<Browser> browser = Browser.find();
        assumeTrue(browser.isPresent(), Browser.ABSENT);
        String report = SampleReport.of("Un très long titre : anticonstitutionnellement & <b>fils</b>", Locale.FRENCH)
                .html();
        // Not a temporary folder: a browser may still write to its profile when it has ended.
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "browser")
                .toAbsolutePath();
        Path page = folder.resolve("frames.html");
        Files.writeString(page, frames(report));

        String dom = browser.get().dump(page, folder);
        int start = dom.indexOf("<pre id=\"out\">");
        assertThat(start).as("the page was loaded and measured").isPositive();
        String measured = dom.substring(start, dom.indexOf("</pre>", start));

        for (int width : List.of(320, 400, 768, 1200)) {
            assertThat(measured).contains("[" + width + " overflow 0 sections " + String.join(",", SECTIONS) + "]");
            assertThat(measured).contains("[" + width + " charts " + (width > 640 ? "wide" : "narrow") + ",heat]");
            // The longest texts of a chart must stay inside of it.
            assertThat(measured).contains("[" + width + " cut 0]");
        }
    }

    /** The report in windows of several widths, and a script of the test's own that measures them. */
    private static String frames(String report) {
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><body>");
        for (int width : List.of(320, 400, 768, 1200)) {
            page.append("<iframe style=\"border:0;width:")
                    .append(width)
                    .append("px;height:800px\" srcdoc=\"")
                    .append(Html.escape(report))
                    .append("\"></iframe>");
        }
        return page.append("<pre id=out></pre><script>addEventListener('load', () => {")
                .append("for (const frame of document.querySelectorAll('iframe')) {")
                .append("const inner = frame.contentDocument, root = inner.documentElement;")
                .append("const width = frame.clientWidth;")
                .append("const ids = [...inner.querySelectorAll('section')].map(s => s.id).join(',');")
                .append(
                        "const charts = [...inner.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0);")
                .append("let cut = 0;")
                .append("for (const svg of charts) for (const text of svg.querySelectorAll('text')) {")
                .append("const a = svg.getBoundingClientRect(), b = text.getBoundingClientRect();")
                .append("if (b.left < a.left - 1 || b.right > a.right + 1 || b.bottom > a.bottom + 1) cut++; }")
                .append("document.getElementById('out').textContent += ")
                .append("`[${width} overflow ${root.scrollWidth - root.clientWidth} sections ${ids}]")
                .append("[${width} charts ${charts.map(s => s.getAttribute('class')).join(',')}]")
                .append("[${width} cut ${cut}]`;")
                .append("}});</script>")
                .toString();
    }
}
