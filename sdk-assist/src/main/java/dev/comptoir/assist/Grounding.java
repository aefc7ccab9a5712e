package dev.comptoir.assist;

import dev.comptoir.assist.certify.Assessment;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.retrieve.HybridRetriever;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.SentenceCitation;
import dev.comptoir.assist.route.Found;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.Route;
import dev.comptoir.assist.route.WordingReasons;
import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a reply rests on. Immutable. */
record Grounding(HybridRetriever retriever, Language staff) {
    /** What the body of a reply rests on, sentence by sentence; of a blank body nothing. */
    List<SentenceCitation> sentences(String body, List<Found> found) {
        if (body.isBlank()) {
            return List.of();
        }
        List<Entry> evidence = new ArrayList<>();
        for (Found one : found) {
            Match match = one.match();
            LiveFact fact = one.fact();
            if (match != null) {
                evidence.add(match.entry());
            } else if (fact != null) {
                evidence.add(new Entry(fact.source(), fact.title(), List.of(), "", fact.text(), fact.language()));
            }
        }
        return retriever.cite(body, evidence).sentences();
    }

    Grounds of(Route route, List<Reason> further, List<SentenceCitation> sentences, Assessment assessment) {
        List<Reason> reasons = new ArrayList<>(route.reasons());
        reasons.addAll(further);
        long unsupported =
                sentences.stream().filter(sentence -> !sentence.isSupported()).count();
        if (unsupported > 0) {
            reasons.add(WordingReasons.unsupported(unsupported));
        }
        List<Citation> citations = new ArrayList<>();
        List<LiveFact> facts = new ArrayList<>();
        for (Found found : route.found()) {
            Match match = found.match();
            if (match != null) {
                citations.add(
                        new Citation(match.entry().id(), match.entry().question(), match.passage(), match.score()));
            }
            if (found.fact() != null) {
                facts.add(found.fact());
            }
        }
        return new Grounds(
                reasons.stream().map(reason -> reason.forStaff(staff)).toList(),
                citations,
                sentences,
                facts,
                route.missing(),
                route.clarification(),
                assessment);
    }
}
