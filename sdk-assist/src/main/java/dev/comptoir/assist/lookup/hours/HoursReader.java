package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.lookup.LookupRequest;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.Sentences;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds a question about opening hours, or none. Thread-safe. */
final class HoursReader {
    /*
     * A closed vocabulary instead of patterns with exceptions: a sentence asks about opening hours only if each of its words is
     * one that such questions are made of. "Ouvert aux enfants", "ouvrir un compte", "delivery hours" fail for the one word that
     * makes them something else, and so does everything that nobody thought of. It costs questions with a reason added ("for my
     * parcel"), which the knowledge may still answer.
     */
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_SENTENCES = 12;
    private static final int MAX_DAYS = 7;

    private static final Set<HoursTag> ANCHORS = EnumSet.of(
            HoursTag.TIME,
            HoursTag.ASK_TIME,
            HoursTag.ASK_DAY,
            HoursTag.USUALLY,
            HoursTag.NOW,
            HoursTag.STILL,
            HoursTag.PUBLIC_HOLIDAYS);

    private final HoursVocabulary vocabulary;

    HoursReader(HoursVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Optional<HoursQuestion> read(LookupRequest request, ZoneId zone) {
        if (request.question().length() > MAX_LENGTH) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(request.now(), zone);
        List<String> sentences = Sentences.of(request.question());
        if (sentences.size() > MAX_SENTENCES) {
            return Optional.empty();
        }
        List<HoursSentence> all = new ArrayList<>();
        for (String sentence : sentences) {
            if (sentence.length() > HoursSentence.MAX_LENGTH) {
                return Optional.empty();
            }
            all.add(sentence(sentence, request, today));
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            HoursSentence sentence = all.get(i);
            if (asksHours(sentence) && othersKnown(all, i)) {
                return question(sentence, all, today);
            }
        }
        return Optional.empty();
    }

    private HoursSentence sentence(String text, LookupRequest request, LocalDate today) {
        DayMentions days = new DayMentions(today, request.language());
        HoursSentence plain = HoursSentence.of(text, days, vocabulary);
        if (plain.known()) {
            return plain;
        }
        String replaced = text;
        for (Entity entity : request.entities()) {
            String date = entity.kind() == Entity.Kind.DATE ? day(entity) : "";
            if (!date.isEmpty() && !entity.text().isBlank() && entity.text().length() <= 60) {
                replaced = replaced.replace(entity.text(), " " + date + " ");
            }
        }
        return replaced.equals(text)
                ? plain
                : HoursSentence.of(replaced, new DayMentions(today, request.language()), vocabulary);
    }

    private static String day(Entity entity) {
        try {
            return LocalDate.parse(entity.value()).toString();
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static boolean asksHours(HoursSentence sentence) {
        boolean question = sentence.asks()
                || sentence.has(HoursTag.QUESTION)
                || sentence.has(HoursTag.ASK_TIME)
                || sentence.has(HoursTag.ASK_DAY)
                || sentence.has(HoursTag.HOURS);
        if (!sentence.known()
                || !sentence.cues()
                || !question
                || sentence.days().isContradicted()) {
            return false;
        }
        boolean named = sentence.has(HoursTag.SUBJECT) || sentence.has(HoursTag.SHOP);
        boolean supposes = sentence.has(HoursTag.WHETHER) && !sentence.has(HoursTag.QUESTION);
        if (supposes || (sentence.has(HoursTag.DEPENDENT_PRONOUN) && !named)) {
            return false;
        }
        boolean day = !sentence.days().days(sentence.tags()).isEmpty()
                || !sentence.days().weekdays(sentence.tags()).isEmpty()
                || sentence.days().isRange();
        boolean anchored = day || ANCHORS.stream().anyMatch(sentence::has) || sentence.midday();
        boolean state = sentence.has(HoursTag.STATE) || (sentence.has(HoursTag.FERME) && sentence.has(HoursTag.COPULA));
        boolean act = sentence.has(HoursTag.ACT)
                || sentence.has(HoursTag.FERME)
                || (sentence.has(HoursTag.CLOSE)
                        && (sentence.has(HoursTag.AUXILIARY) || sentence.has(HoursTag.ASK_TIME)));
        return sentence.has(HoursTag.HOURS)
                || (state && (named || anchored))
                || (act && anchored && (named || day || sentence.has(HoursTag.PRONOUN)));
    }

    /** What else was said would go unanswered, and "it" may be anything that was mentioned before. */
    private static boolean othersKnown(List<HoursSentence> all, int except) {
        for (int i = 0; i < all.size(); i++) {
            if (i != except && !all.get(i).known()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<HoursQuestion> question(HoursSentence sentence, List<HoursSentence> all, LocalDate today) {
        SortedSet<LocalDate> days = new TreeSet<>(sentence.days().days(sentence.tags()));
        Set<DayOfWeek> weekdays = sentence.days().weekdays(sentence.tags());
        boolean dated = sentence.days().isDated();
        boolean now = weekdays.isEmpty() && (days.isEmpty() || (days.size() == 1 && days.contains(today)));
        HoursQuestion.Topic topic = now && sentence.has(HoursTag.NOW)
                ? HoursQuestion.Topic.NOW
                : topic(sentence, days.isEmpty() && weekdays.isEmpty());
        if (topic == HoursQuestion.Topic.TODAY_AND_NOW) {
            for (HoursSentence other : all) {
                SortedSet<LocalDate> named = other.days().days(other.tags());
                if (other.has(HoursTag.VISIT) && !other.days().isContradicted() && !named.isEmpty()) {
                    days.addAll(named);
                    dated |= other.days().isDated();
                    topic = HoursQuestion.Topic.DAYS;
                }
            }
        }
        return days.size() > MAX_DAYS ? Optional.empty() : Optional.of(new HoursQuestion(topic, days, dated, weekdays));
    }

    private static HoursQuestion.Topic topic(HoursSentence sentence, boolean noDays) {
        if (!noDays) {
            return HoursQuestion.Topic.DAYS;
        }
        if (sentence.has(HoursTag.PUBLIC_HOLIDAYS)) {
            return HoursQuestion.Topic.HOLIDAYS;
        }
        if (sentence.has(HoursTag.STILL)) {
            return HoursQuestion.Topic.NOW;
        }
        boolean general = sentence.has(HoursTag.HOURS)
                || sentence.has(HoursTag.ASK_DAY)
                || sentence.has(HoursTag.USUALLY)
                || sentence.days().isRange()
                || sentence.midday();
        return general ? HoursQuestion.Topic.WEEK : HoursQuestion.Topic.TODAY_AND_NOW;
    }
}
