package dev.comptoir.examples.report;

import dev.comptoir.BusinessSettings;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.event.Event;
import dev.comptoir.value.next.DueWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened with one customer: a lane for each kind of event, and the newest ones in words. */
record TimelineSection(
        List<Event> events, Catalog catalog, BusinessSettings settings, LocalDate today, Optional<DueWindow> window)
        implements Section {
    private static final int NEWEST = 8;

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public void write(Html html, Words words) {
        if (events.isEmpty()) {
            html.leaf("p", words.get("none"));
            return;
        }
        Lanes lanes = Lanes.of(events, settings);
        html.open("figure").line();
        new SvgTimeline(lanes, today, window, settings.currency(), words, "wide", 960).write(html);
        new SvgTimeline(lanes, today, window, settings.currency(), words, "narrow", 340).write(html);
        if (window.isPresent()) {
            html.open("p", "class", "legend").open("span");
            html.leaf("i", "", "class", "swatch band").text(words.get("timeline.window"));
            html.close().close();
        }
        html.close().line();
        html.leaf("h3", words.get("timeline.newest", Math.min(NEWEST, events.size()), events.size()));
        Table table =
                new Table(html, words.get("timeline.date"), words.get("timeline.kind"), words.get("timeline.what"));
        EventTexts texts = new EventTexts(catalog, words);
        for (int i = events.size() - 1; i >= Math.max(0, events.size() - NEWEST); i--) {
            Event event = events.get(i);
            table.row()
                    .cell(words.shortDay(LocalDate.ofInstant(event.at(), settings.zone())), "label")
                    .cell(words.get("event." + event.kind().name()), "")
                    .cell(texts.of(event), "reason")
                    .end();
        }
        table.close();
    }
}
