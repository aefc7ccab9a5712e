package dev.comptoir.examples.report;

import dev.comptoir.event.AppendReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the parts of a page and writes them, in the order in which they came, as one HTML file: inline style and plots, no
 * script, nothing loaded, light or dark as the reader's system is. Everything shown is escaped. Not thread-safe.
 *
 * <pre>{@code
 * HtmlReport.titled("Boulangerie Martin", Locale.FRENCH, today)
 *     .figure("Tickets", "26 649")
 *     .weeklySales(BusinessFacts.weeklySales(bakery))
 *     .rfm(BusinessFacts.rfm(bakery))
 *     .write(Path.of("report.html"));
 * }</pre>
 */
public final class HtmlReport {
    private final String title;
    private final Words words;
    private final LocalDate day;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private String subtitle = "";

    private HtmlReport(String title, Locale locale, LocalDate day) {
        this.title = title;
        this.words = new Words(locale);
        this.day = day;
    }

    /** Begins a page, in French for a French locale, otherwise in English, that says it was made on a day. */
    public static HtmlReport titled(String title, Locale locale, LocalDate day) {
        return new HtmlReport(title, locale, day);
    }

    /** A line below the title. */
    public HtmlReport subtitle(String subtitle) {
        this.subtitle = subtitle;
        return this;
    }

    /** One number of the overview, which stands first on the page; the value comes written as it shall be read. */
    public HtmlReport figure(String label, String value) {
        figures.add(new Figure(label, value));
        return this;
    }

    /** What an import left out, the first 50 lines of it. */
    public HtmlReport imported(AppendReport report) {
        return add(new ImportSection(report));
    }

    /** The chart of sales by week; weeks without sales may be missing. All amounts in one currency. */
    public HtmlReport weeklySales(List<WeekSales> weeks) {
        return add(new SalesSection(List.copyOf(weeks)));
    }

    /** The map of customers by recency and frequency, coloured by what they spend. */
    public HtmlReport rfm(List<RfmCell> cells) {
        return add(new RfmSection(List.copyOf(cells)));
    }

    /** A card for each customer. */
    public HtmlReport customers(List<CustomerCard> cards) {
        return add(new CustomersSection(List.copyOf(cards)));
    }

    /** A table for each customer or product that something is recommended to. */
    public HtmlReport recommendations(List<RecommendationTable> tables) {
        return add(new RecommendationsSection(List.copyOf(tables)));
    }

    /** A card for each message. */
    public HtmlReport replies(List<ReplyCard> cards) {
        return add(new RepliesSection(List.copyOf(cards)));
    }

    /** The segments that a customer is in: the segment, since when or how sure, and why. */
    public HtmlReport segments(List<CustomerCard.Row> segments) {
        return add(new SegmentsSection(List.copyOf(segments)));
    }

    /** The page. */
    public String html() {
        return new Page(title, subtitle, day, words).write(figures, sections);
    }

    /**
     * Writes the page in UTF-8, making the folder where it does not exist and replacing the file.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return Files.writeString(file, html(), StandardCharsets.UTF_8);
    }

    /** The parts that only this package knows. */
    HtmlReport add(Section section) {
        sections.add(section);
        return this;
    }

    /** One number of the overview. */
    record Figure(String label, String value) {}
}
