package dev.comptoir.assist.route;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.route.Clarification.Kind;
import dev.comptoir.assist.route.Clarification.Option;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a question back to the customer helps, and which. Immutable. */
final class Clarifying {
    /** An entry whose confidence is so much of the best's may be meant as well. */
    private static final double ABOUT_EQUAL = 0.9;

    private final Thresholds thresholds;

    Clarifying(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The question back; null where there is none worth asking. */
    @Nullable
    Clarification of(Topic topic, Language language) {
        if (topic.fact().isPresent()) {
            return null;
        }
        if (topic.needsOrder()) {
            return new Clarification(Kind.ORDER_NUMBER, topic.question(), List.of());
        }
        List<Entry> equals = equals(topic.matches(), language);
        List<Option> options = options(equals, false);
        if (options.size() < equals.size()) {
            options = options(equals, true);
        }
        return options.size() < 2 || options.size() < equals.size()
                ? null
                : new Clarification(Kind.WHICH_ENTRY, topic.question(), options);
    }

    /** The entries that fit about as well as the best, and say something else. */
    private List<Entry> equals(List<Match> matches, Language language) {
        List<Entry> equals = new ArrayList<>();
        Set<String> answers = new HashSet<>();
        for (Match match : matches) {
            Match best = matches.get(0);
            boolean near = match.score().confidence() >= thresholds.draft()
                    && match.score().confidence() >= ABOUT_EQUAL * best.score().confidence()
                    && match.score().lexical()
                            > (1 - thresholds.ask()) * best.score().lexical();
            boolean readable = match.entry().language() == language;
            if (near
                    && readable
                    && answers.add(TextNormalizer.fold(match.entry().answer()))) {
                equals.add(match.entry());
            }
        }
        return equals.size() <= Clarification.MAX_OPTIONS ? equals : equals.subList(0, Clarification.MAX_OPTIONS);
    }

    /** One option for each entry that reads differently; fewer than entries where two read alike. */
    private static List<Option> options(List<Entry> entries, boolean withTheme) {
        List<Option> options = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Entry entry : entries) {
            String theme = entry.theme();
            String label = withTheme && !theme.isEmpty() ? theme + " : " + entry.question() : entry.question();
            if (labels.add(TextNormalizer.fold(label))) {
                options.add(new Option(entry.id(), label));
            }
        }
        return options;
    }
}
