package dev.comptoir.assist;

import dev.comptoir.assist.certify.Assessment;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.retrieve.SentenceCitation;
import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.route.Missing;
import dev.comptoir.assist.route.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply rests on. Immutable.
 *
 * @param reasons why it is what it is, for the staff; the decisive ones first; at least one
 * @param citations the entries that the text rests on; for a hand-over the nearest ones
 * @param sentences what each sentence between greeting and closing rests on; empty for a question back and a hand-over
 * @param facts what was looked up for it
 * @param missing what it lacks
 * @param clarification what is asked back; null where nothing is
 * @param assessment what is to be kept for its review
 */
public record Grounds(
        List<Reason> reasons,
        List<Citation> citations,
        List<SentenceCitation> sentences,
        List<LiveFact> facts,
        List<Missing> missing,
        @Nullable Clarification clarification,
        Assessment assessment) {
    public Grounds {
        reasons = List.copyOf(reasons);
        citations = List.copyOf(citations);
        sentences = List.copyOf(sentences);
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
    }
}
