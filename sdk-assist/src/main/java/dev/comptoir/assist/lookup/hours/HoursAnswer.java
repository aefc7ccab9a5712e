package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is answered to a question about opening hours. */
final class HoursAnswer {
    /** How far ahead a general answer warns of days that are not as usual. */
    private static final int AHEAD_DAYS = 14;

    private static final int MAX_WARNINGS = 3;

    private final OpeningHours hours;
    private final Instant now;
    private final LocalDateTime local;
    private final LocalDate today;
    private final HoursWording wording;
    private final List<String> sentences = new ArrayList<>();

    private HoursAnswer(OpeningHours hours, Instant now, Language language) {
        this.hours = hours;
        this.now = now;
        this.local = LocalDateTime.ofInstant(now, hours.zone());
        this.today = local.toLocalDate();
        this.wording = HoursWording.of(language);
    }

    /** The sentences; none where the hours do not say. */
    static String to(HoursQuestion question, OpeningHours hours, Instant now, Language language) {
        HoursAnswer answer = new HoursAnswer(hours, now, language);
        switch (question.topic()) {
            case NOW -> answer.state(true);
            case TODAY_AND_NOW -> {
                answer.state(false);
                answer.day(hours.on(answer.today), false);
            }
            case DAYS -> answer.days(question);
            case WEEK -> answer.week();
            case HOLIDAYS -> {
                if (hours.holidays().isPresent()) {
                    answer.sentences.add(answer.wording.holidays(hours, answer.today));
                }
            }
        }
        return String.join(" ", answer.sentences);
    }

    private void state(boolean withReason) {
        if (hours.isOpenAt(now)) {
            sentences.add(wording.open(local, hours.nextClosing(now).map(this::local)));
            return;
        }
        sentences.add(wording.closed(local));
        OpeningDay day = hours.on(today);
        if (withReason && day.isClosed() && day.rule() != OpeningDay.Rule.WEEK) {
            day(day, false);
        }
        opening(now);
    }

    private void days(HoursQuestion question) {
        for (LocalDate date : question.days()) {
            day(hours.on(date), question.dated());
        }
        Map<List<TimeRange>, Set<DayOfWeek>> alike = new LinkedHashMap<>();
        for (DayOfWeek day : new TreeSet<>(question.weekdays())) {
            alike.computeIfAbsent(hours.usually(day), key -> new TreeSet<>()).add(day);
        }
        alike.forEach((ranges, days) -> sentences.add(wording.weekdays(days, ranges)));
        for (DayOfWeek day : question.weekdays()) {
            LocalDate next = today.with(TemporalAdjusters.nextOrSame(day));
            if (isUnusual(next) && !question.days().contains(next)) {
                day(hours.on(next), false);
            }
        }
        boolean oneClosed = question.days().size() == 1
                && question.weekdays().isEmpty()
                && hours.on(question.days().first()).isClosed();
        if (oneClosed) {
            Instant end = question.days()
                    .first()
                    .plusDays(1)
                    .atStartOfDay(hours.zone())
                    .toInstant();
            opening(end.minusNanos(1));
        }
    }

    private void week() {
        boolean never =
                WeekRun.of(hours::usually).stream().allMatch(run -> run.ranges().isEmpty());
        if (never) {
            return;
        }
        sentences.add(wording.week(hours));
        int warnings = 0;
        for (int i = 0; i < AHEAD_DAYS && warnings < MAX_WARNINGS; i++) {
            LocalDate day = today.plusDays(i);
            Optional<Closure> closure = hours.closure(day);
            boolean told = closure.isPresent() && i > 0 && closure.get().contains(day.minusDays(1));
            if (isUnusual(day) && !told) {
                day(hours.on(day), false);
                warnings++;
            }
        }
    }

    private boolean isUnusual(LocalDate date) {
        OpeningDay day = hours.on(date);
        return day.rule() != OpeningDay.Rule.WEEK && !day.ranges().equals(hours.usually(date.getDayOfWeek()));
    }

    private void day(OpeningDay day, boolean dated) {
        sentences.add(wording.day(day, closure(day), today, dated));
    }

    private Optional<Closure> closure(OpeningDay day) {
        return day.rule() == OpeningDay.Rule.CLOSURE ? hours.closure(day.date()) : Optional.empty();
    }

    private void opening(Instant after) {
        hours.nextOpening(after).ifPresent(next -> sentences.add(wording.opening(local(next), today)));
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, hours.zone());
    }
}
