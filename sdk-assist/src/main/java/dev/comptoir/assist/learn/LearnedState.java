package dev.comptoir.assist.learn;

import dev.comptoir.assist.journal.JournalReader;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.knowledge.Origin;
import dev.comptoir.assist.knowledge.QuestionWords;
import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.learn.PairEvents.Lesson;
import dev.comptoir.assist.learn.PairEvents.Reviewed;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.event.CustomEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What follows from the reviewed pairs that are in the log. Not thread-safe. */
final class LearnedState implements JournalReader {
    /** Enough for any shop; a flood of pairs must not fill the memory. */
    static final int MAX_PAIRS = 10_000;

    private final int needed;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    /** By entry, then by the words of the question. */
    private final Map<String, Map<String, Variant>> variants = new LinkedHashMap<>();

    private long replies;
    private long unedited;
    private double distances;
    private long revision;

    LearnedState(int needed) {
        this.needed = needed;
    }

    @Override
    public void beginAnew() {
        pairs.clear();
        variants.clear();
        replies = 0;
        unedited = 0;
        distances = 0;
        revision++;
    }

    @Override
    public void read(CustomEvent event) {
        if (event.name().equals(PairEvents.FORGOTTEN)) {
            String entry = event.attributes().getOrDefault("entry", "");
            pairs.remove(entry);
            variants.remove(entry);
            revision++;
            return;
        }
        Reviewed reviewed = PairEvents.read(event).orElse(null);
        if (reviewed == null) {
            return;
        }
        if (reviewed.hadDraft()) {
            replies++;
            unedited += reviewed.unedited() ? 1 : 0;
            distances += reviewed.distance();
        }
        Lesson lesson = reviewed.lesson();
        if (lesson != null) {
            learn(lesson, reviewed.agent());
            revision++;
        }
    }

    private void learn(Lesson lesson, String agent) {
        String target = lesson.variantOf();
        if (target == null) {
            Pair pair = pairs.get(lesson.entryId());
            if (pair == null && pairs.size() < MAX_PAIRS) {
                pair = new Pair(lesson);
                pairs.put(lesson.entryId(), pair);
            }
            if (pair != null) {
                pair.add(lesson.action(), agent);
            }
            return;
        }
        Pair used = pairs.get(target);
        if (used != null) {
            // Who sends a learned answer as it is says that it is right.
            used.add(lesson.action(), agent);
        }
        Map<String, Variant> ofEntry = variants.computeIfAbsent(target, id -> new LinkedHashMap<>());
        if (ofEntry.containsKey(lesson.questionKey()) || ofEntry.size() < Entry.MAX_VARIANTS) {
            ofEntry.computeIfAbsent(lesson.questionKey(), key -> new Variant(lesson))
                    .agents
                    .add(agent);
        }
    }

    long revision() {
        return revision;
    }

    DraftQuality quality() {
        return new DraftQuality(replies, unedited, distances);
    }

    int confirmations(Lesson lesson) {
        String target = lesson.variantOf();
        if (target == null) {
            Pair pair = pairs.get(lesson.entryId());
            return pair == null ? 0 : pair.agents.size();
        }
        Variant variant = variants.getOrDefault(target, Map.of()).get(lesson.questionKey());
        return variant == null ? 0 : variant.agents.size();
    }

    List<LearnedPair> pairs() {
        List<LearnedPair> all = new ArrayList<>();
        pairs.forEach((id, pair) -> all.add(new LearnedPair(
                id,
                pair.lesson.question(),
                pair.lesson.answer(),
                pair.lesson.language(),
                pair.action,
                pair.agents.size(),
                pair.agents.size() >= needed)));
        return all;
    }

    Knowledge over(Knowledge base) {
        List<Entry> entries = new ArrayList<>();
        Set<String> answered = new HashSet<>();
        for (Entry entry : base.entries()) {
            entries.add(withVariants(entry));
            answered.add(
                    new Lesson(entry.question(), entry.answer(), entry.language(), entry.action(), null).entryId());
        }
        pairs.forEach((id, pair) -> {
            // What the merchant has written down since needs not be learned any more.
            if (!answered.contains(id) && base.find(id).isEmpty()) {
                entries.add(withVariants(pair.entry(id, pair.agents.size() >= needed)));
            }
        });
        return base.with(entries);
    }

    private Entry withVariants(Entry entry) {
        Map<String, Variant> learned = variants.get(entry.id());
        if (learned == null) {
            return entry;
        }
        Set<String> asked = new HashSet<>();
        Stream.concat(Stream.of(entry.question()), entry.variants().stream())
                .forEach(
                        one -> asked.add(QuestionWords.of(one, entry.language()).key()));
        List<String> all = new ArrayList<>(entry.variants());
        for (Variant variant : learned.values()) {
            String question = variant.lesson.question();
            boolean isNew =
                    asked.add(QuestionWords.of(question, entry.language()).key());
            if (isNew && variant.agents.size() >= needed && all.size() < Entry.MAX_VARIANTS) {
                all.add(question);
            }
        }
        return all.size() == entry.variants().size() ? entry : entry.withVariants(all);
    }

    private static final class Pair {
        final Lesson lesson;
        final Set<String> agents = new HashSet<>();
        ActionClass action;

        Pair(Lesson lesson) {
            this.lesson = lesson;
            this.action = lesson.action();
        }

        /** Of what several agents say that sending it does, the weightiest holds. */
        void add(ActionClass said, String agent) {
            action = said.compareTo(action) > 0 ? said : action;
            agents.add(agent);
        }

        Entry entry(String id, boolean confirmed) {
            return new Entry(
                    id,
                    lesson.question(),
                    List.of(),
                    List.of(),
                    "",
                    lesson.answer(),
                    lesson.language(),
                    action,
                    Validity.ALWAYS,
                    confirmed ? Origin.LEARNED : Origin.UNCONFIRMED);
        }
    }

    private static final class Variant {
        final Lesson lesson;
        final Set<String> agents = new HashSet<>();

        Variant(Lesson lesson) {
            this.lesson = lesson;
        }
    }
}
