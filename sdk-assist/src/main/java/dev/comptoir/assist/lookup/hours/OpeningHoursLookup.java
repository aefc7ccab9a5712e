package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.lookup.Lookup;
import dev.comptoir.assist.lookup.LookupRequest;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers when a business is open: now, on a day or a holiday, in general. Questions in French and English, read strictly:
 * one with any word that does not belong to such questions, in any of its sentences, is left to others. Thread-safe; microseconds; reads the first 2,000
 * characters of a question and leaves longer ones alone.
 *
 * <p>An answer about the present names its time of day. A day without year is the next one; "lundi" said on a Monday is both that
 * day and the next Monday.
 */
public final class OpeningHoursLookup implements Lookup {
    private final OpeningHours hours;
    private final HoursReader reader;

    private OpeningHoursLookup(OpeningHours hours, Collection<String> names) {
        this.hours = Objects.requireNonNull(hours, "hours");
        this.reader = new HoursReader(new HoursVocabulary(names));
    }

    /** Answers from these hours. */
    public static OpeningHoursLookup of(OpeningHours hours) {
        return new OpeningHoursLookup(hours, List.of());
    }

    /**
     * Also understands what customers call this business and no other: its name, {@code boulangerie}, {@code salon}, each at most
     * six words. Without them only {@code magasin}, {@code boutique}, {@code shop} and the like are understood.
     */
    public static OpeningHoursLookup of(OpeningHours hours, Collection<String> names) {
        return new OpeningHoursLookup(hours, names);
    }

    @Override
    public String name() {
        return "opening-hours";
    }

    @Override
    public Optional<LiveFact> find(LookupRequest request) {
        return reader.read(request, hours.zone())
                .map(question -> HoursAnswer.to(question, hours, request.now(), request.language()))
                .filter(text -> !text.isEmpty())
                .map(text -> new LiveFact(
                        name(), HoursWording.of(request.language()).title(), text, request.language(), request.now()));
    }
}
