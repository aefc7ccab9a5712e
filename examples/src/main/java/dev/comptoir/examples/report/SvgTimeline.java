package dev.comptoir.examples.report;

import dev.comptoir.event.Event;
import dev.comptoir.value.next.DueWindow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Time to the right, a lane for each kind of event; purchases as bars as high as their amount. */
final class SvgTimeline {
    private static final int TOP = 22;
    private static final int LEFT = 4;
    private static final int RIGHT = 12;
    private static final int BARS = 110;
    private static final int LANE = 40;
    private static final int LABEL = 18;
    private static final int BOTTOM = 40;

    private final Lanes lanes;
    private final LocalDate today;
    private final Optional<DueWindow> window;
    private final Currency currency;
    private final Words words;
    private final String kind;
    private final int width;
    private final LocalDate start;
    private final long days;

    SvgTimeline(
            Lanes lanes,
            LocalDate today,
            Optional<DueWindow> window,
            Currency currency,
            Words words,
            String kind,
            int width) {
        this.lanes = lanes;
        this.today = today;
        this.currency = currency;
        this.words = words;
        this.kind = kind;
        this.width = width;
        this.start = lanes.first().minusDays(1);
        LocalDate end = lanes.last().isAfter(today) ? lanes.last() : today;
        long past = ChronoUnit.DAYS.between(start, end);
        // What may come shall not take more room than half of what was.
        this.window = window.filter(known -> ChronoUnit.DAYS.between(end, known.latest()) <= Math.max(14, past / 2));
        this.days = this.window
                        .map(DueWindow::latest)
                        .filter(latest -> latest.isAfter(end))
                        .map(latest -> ChronoUnit.DAYS.between(start, latest))
                        .orElse(past)
                + Math.max(2, past / 40);
    }

    void write(Html html) {
        double bottom = TOP;
        for (Event.Kind lane : lanes.marks().keySet()) {
            bottom += height(lane);
        }
        Svg.open(html, kind, width, bottom + BOTTOM, words.get("timeline"));
        double end = bottom;
        window.ifPresent(known -> Svg.rect(
                html,
                "expected",
                x(known.earliest()),
                TOP,
                x(known.latest().plusDays(1)) - x(known.earliest()),
                end - TOP,
                words.get("timeline.window")));
        double y = TOP;
        for (Map.Entry<Event.Kind, NavigableMap<LocalDate, Lanes.Mark>> lane :
                lanes.marks().entrySet()) {
            y += height(lane.getKey());
            lane(html, lane.getKey(), lane.getValue(), y);
        }
        Svg.line(html, "today", x(today), TOP - 4, x(today), bottom);
        Svg.text(html, words.get("timeline.today"), x(today) + 4, TOP - 8, "end", "tick");
        months(html, bottom);
        html.close().line();
    }

    private static int height(Event.Kind lane) {
        return lane == Event.Kind.PURCHASE ? BARS : LANE;
    }

    private void lane(Html html, Event.Kind lane, NavigableMap<LocalDate, Lanes.Mark> marks, double base) {
        double highest =
                marks.values().stream().mapToDouble(Lanes.Mark::amount).max().orElse(0);
        int count = marks.values().stream().mapToInt(Lanes.Mark::count).sum();
        String label = words.get("kind." + lane.name()) + "\u00a0: " + words.count(count);
        if (words.language().equals("en")) {
            label = label.replace("\u00a0:", ":");
        }
        if (lane == Event.Kind.PURCHASE && highest > 0) {
            label += ", " + words.get("timeline.highest", words.money(highest, currency));
        }
        Svg.text(html, label, LEFT, base - height(lane) + 14, "start", "lane");
        Svg.line(html, "grid", LEFT, base, width - RIGHT, base);
        double slot = Math.min(7, Math.max(1.6, plot() / days * 0.75));
        marks.forEach((day, mark) -> {
            String title = words.get(
                    "timeline.mark",
                    words.day(day),
                    words.count(mark.count()),
                    mark.amount() > 0 ? words.money(mark.amount(), currency) : "");
            if (lane == Event.Kind.PURCHASE) {
                double share = highest > 0 ? mark.amount() / highest : 0;
                double high = Math.max(2, share * (BARS - LABEL - 8));
                Svg.rect(html, "bar", x(day) - slot / 2, base - high, slot, high, title);
            } else {
                html.open(
                        "circle",
                        "class",
                        "dot " + lane.name().toLowerCase(Locale.ROOT),
                        "cx",
                        Html.number(x(day)),
                        "cy",
                        Html.number(base - 11),
                        "r",
                        "4");
                html.leaf("title", title).close();
            }
        });
    }

    private void months(Html html, double base) {
        int year = 0;
        for (YearMonth month :
                MonthTicks.between(start, start.plusDays(days - 1), (int) (plot() / (6.5 * Svg.LETTER)))) {
            double x = Math.min(x(month.atDay(1)), width - 3 * Svg.LETTER);
            Svg.line(html, "axis", x(month.atDay(1)), base, x(month.atDay(1)), base + 5);
            Svg.text(html, words.month(month), Math.max(x, 3 * Svg.LETTER), base + 18, "middle", "tick");
            if (month.getYear() != year) {
                year = month.getYear();
                Svg.text(html, String.valueOf(year), Math.max(x, 3 * Svg.LETTER), base + 33, "middle", "tick year");
            }
        }
    }

    private double x(LocalDate day) {
        return LEFT + plot() * ChronoUnit.DAYS.between(start, day) / days;
    }

    private double plot() {
        return width - RIGHT - LEFT;
    }
}
