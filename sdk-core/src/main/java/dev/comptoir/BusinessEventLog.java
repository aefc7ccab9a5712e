package dev.comptoir;

import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Rejection;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.store.EventStore.Kept;
import dev.comptoir.store.EventStore.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The event log of one business over whichever store it has. */
final class BusinessEventLog implements EventLog {
    /** Large enough to read fast, small enough that a page of receipts stays well below a few megabytes. */
    private static final int PAGE = 1000;

    private final BusinessId id;
    private final Sessions sessions;
    private final Limits limits;

    BusinessEventLog(BusinessId id, Sessions sessions, Limits limits) {
        this.id = id;
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    public boolean append(Event event) {
        Optional<Rejection> broken = broken(event, 1);
        if (broken.isPresent()) {
            throw new DataException(
                    ErrorCode.EVENT_TOO_LARGE,
                    "An event was not kept: " + broken.get().hint());
        }
        Outcome outcome = sessions.with(id, session -> session.store().events().append(List.of(event)))
                .get(0);
        if (outcome == Outcome.CONFLICT) {
            throw new DataException(
                    ErrorCode.EVENT_CONFLICT,
                    "Another event is kept under the same id, with other content; the first one stays."
                            + " Maybe receipt numbers begin anew each year, and need the year in front?");
        }
        return outcome == Outcome.STORED;
    }

    @Override
    public AppendReport appendAll(Collection<? extends Event> events) {
        List<Event> good = new ArrayList<>(events.size());
        List<Long> positions = new ArrayList<>(events.size());
        List<Rejection> rejections = new ArrayList<>();
        long rejected = 0;
        long position = 0;
        for (Event event : events) {
            position++;
            Optional<Rejection> broken = broken(event, position);
            if (broken.isEmpty()) {
                good.add(event);
                positions.add(position);
            } else {
                rejected++;
                note(rejections, broken.get());
            }
        }
        List<Outcome> outcomes = good.isEmpty()
                ? List.of()
                : sessions.with(id, session -> session.store().events().append(good));
        long stored = 0;
        long duplicates = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case STORED -> stored++;
                case DUPLICATE -> duplicates++;
                case CONFLICT -> {
                    rejected++;
                    note(rejections, conflict(positions.get(i)));
                }
                case ERASED -> {
                    rejected++;
                    note(rejections, erased(positions.get(i)));
                }
            }
        }
        return new AppendReport(stored, duplicates, rejected, rejections);
    }

    @Override
    public long read(EventQuery query, Consumer<? super Event> consumer) {
        Kept last = null;
        long highest = query.afterSequence();
        List<Kept> page;
        do {
            Kept after = last;
            page = sessions.with(id, session -> session.store().events().page(query, after, PAGE));
            for (Kept kept : page) {
                consumer.accept(kept.event());
                last = kept;
                highest = Math.max(highest, kept.sequence());
            }
        } while (page.size() == PAGE);
        return highest;
    }

    @Override
    public List<Event> of(CustomerId customer) {
        List<Event> events = new ArrayList<>();
        read(EventQuery.all().of(customer), events::add);
        return events;
    }

    @Override
    public long size() {
        return sessions.with(id, session -> session.store().events().size());
    }

    @Override
    public long lastSequence() {
        return sessions.with(id, session -> session.store().events().lastSequence());
    }

    @Override
    public long erasures() {
        return sessions.with(id, session -> session.store().events().erasures());
    }

    private Optional<Rejection> broken(Event event, long position) {
        int lines = event instanceof Purchase purchase
                ? purchase.lines().size()
                : event instanceof Return given ? given.lines().size() : 0;
        if (lines > limits.linesPerEvent()) {
            return Optional.of(new Rejection(
                    position,
                    "lines",
                    lines + " lines",
                    Rejection.Rule.TOO_LONG,
                    "it has " + lines + " lines; Limits.linesPerEvent allows " + limits.linesPerEvent() + "."));
        }
        int text = textLength(event);
        if (text > limits.textLength()) {
            return Optional.of(new Rejection(
                    position,
                    "text",
                    text + " characters",
                    Rejection.Rule.TOO_LONG,
                    "its text has " + text + " characters; Limits.textLength allows " + limits.textLength() + "."));
        }
        return Optional.empty();
    }

    private static int textLength(Event event) {
        return switch (event.kind()) {
            case MESSAGE -> ((Message) event).text().length();
            case FEEDBACK -> ((Feedback) event).text().length();
            case STAFF_NOTE -> ((StaffNote) event).text().length();
            case CONSENT_CHANGE -> ((ConsentChange) event).evidence().length();
            case CUSTOM ->
                ((CustomEvent) event)
                        .attributes().values().stream()
                                .mapToInt(String::length)
                                .max()
                                .orElse(0);
            case PURCHASE, RETURN, VIEW, VISIT -> 0;
        };
    }

    private static Rejection conflict(long position) {
        return new Rejection(
                position,
                "id",
                "an id in use",
                Rejection.Rule.CONFLICT,
                "another event is kept under this id, with other content; the first one stays.");
    }

    private static Rejection erased(long position) {
        return new Rejection(
                position,
                "id",
                "an id that was erased",
                Rejection.Rule.ERASED,
                "an event of this id was erased with its customer, and is not kept again.");
    }

    private static void note(List<Rejection> rejections, Rejection rejection) {
        if (rejections.size() < AppendReport.MAX_REJECTIONS) {
            rejections.add(rejection);
        }
    }
}
