package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sentences about opening hours in one language. Implementations are pure. */
interface HoursWording {
    static HoursWording of(Language language) {
        return language == Language.FRENCH ? new FrenchHoursWording() : new EnglishHoursWording();
    }

    /** The title of the fact. */
    String title();

    /** When it is open on a day. */
    String day(OpeningDay day, Optional<Closure> closure, LocalDate today, boolean dated);

    /** Whether it is open at a moment, and until when. */
    String open(LocalDateTime now, Optional<LocalDateTime> closing);

    /** That it is closed at a moment. */
    String closed(LocalDateTime now);

    /** When it opens next. */
    String opening(LocalDateTime opening, LocalDate today);

    /** The hours of weekdays in general. */
    String weekdays(Set<DayOfWeek> days, List<TimeRange> ranges);

    /** The hours of all the week, with what holds on holidays where they are known to be closed. */
    String week(OpeningHours hours);

    /** What holds on public holidays in general, and when the next is. */
    String holidays(OpeningHours hours, LocalDate today);
}
