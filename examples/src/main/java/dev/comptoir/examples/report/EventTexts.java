package dev.comptoir.examples.report;

import dev.comptoir.ProductId;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Line;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.View;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a line what an event was. */
final class EventTexts {
    private static final int TITLES = 3;
    private static final int LETTERS = 160;

    private final Catalog catalog;
    private final Words words;

    EventTexts(Catalog catalog, Words words) {
        this.catalog = catalog;
        this.words = words;
    }

    String of(Event event) {
        if (event instanceof Purchase purchase) {
            return words.money(purchase.total()) + words.get("colon") + titles(purchase.lines());
        } else if (event instanceof Return brought) {
            return words.money(brought.total()) + words.get("colon") + titles(brought.lines());
        } else if (event instanceof Message message) {
            return message.channel() + words.get("colon") + cut(message.text());
        } else if (event instanceof Feedback feedback) {
            ProductId product = feedback.product();
            return feedback.rating() + " / 5" + (product == null ? "" : ", " + catalog.title(product))
                    + (feedback.text().isEmpty() ? "" : words.get("colon") + cut(feedback.text()));
        } else if (event instanceof StaffNote note) {
            return note.author() + words.get("colon") + cut(note.text());
        } else if (event instanceof ConsentChange change) {
            return change.purpose()
                    + words.get("colon")
                    + words.get("status." + change.status().name());
        } else if (event instanceof View view) {
            return catalog.title(view.product());
        } else if (event instanceof CustomEvent custom) {
            return custom.name();
        }
        return "";
    }

    private String titles(List<Line> lines) {
        String first = lines.stream()
                .limit(TITLES)
                .map(line -> catalog.title(line.product()))
                .collect(Collectors.joining(", "));
        int more = lines.size() - TITLES;
        return more > 0 ? first + " " + words.get("timeline.more", more) : first;
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = Math.min(line.length(), LETTERS);
        return end < line.length()
                ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, end))) + "…"
                : line;
    }
}
