package dev.comptoir.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The frame around the parts: head, title, overview, contents, footer. */
final class Page {
    private final String title;
    private final String subtitle;
    private final LocalDate day;
    private final Words words;

    Page(String title, String subtitle, LocalDate day, Words words) {
        this.title = title;
        this.subtitle = subtitle;
        this.day = day;
        this.words = words;
    }

    String write(List<HtmlReport.Figure> figures, List<Section> sections) {
        Html html = new Html();
        html.doctype().line();
        html.open("html", "lang", words.language()).line();
        head(html);
        html.open("body").line().open("header").leaf("h1", title);
        if (!subtitle.isEmpty()) {
            html.leaf("p", subtitle, "class", "subtitle");
        }
        contents(html, sections);
        html.close().line().open("main").line();
        overview(html, figures);
        for (Section section : sections) {
            html.open("section", "id", section.id())
                    .leaf("h2", words.get(section.id()))
                    .line();
            section.write(html, words);
            html.close().line();
        }
        html.close().line().leaf("footer", words.get("footer", words.day(day))).line();
        return html.close().close().line().finish();
    }

    private void head(Html html) {
        html.open("head").single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        // A browser then refuses to load or run anything, even if something slipped through.
        html.single(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.leaf("title", title).line().style(css()).close().line();
    }

    private void contents(Html html, List<Section> sections) {
        html.open("nav");
        for (Section section : sections) {
            html.leaf("a", words.get(section.id()), "href", "#" + section.id()).text(" ");
        }
        html.close();
    }

    private void overview(Html html, List<HtmlReport.Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        html.open("section", "id", "summary").leaf("h2", words.get("summary")).open("dl", "class", "figures");
        for (HtmlReport.Figure figure : figures) {
            html.open("div")
                    .leaf("dt", figure.label())
                    .leaf("dd", figure.value())
                    .close();
        }
        html.close().close().line();
    }

    private static String css() {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("The file report.css is not bundled. Maybe build again?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
