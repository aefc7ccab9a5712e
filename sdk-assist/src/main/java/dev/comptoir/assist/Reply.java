package dev.comptoir.assist;

import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.understand.Language;
import java.util.List;

/** What the assistant makes of a message: an answer to send, a draft to read over, or a hand-over. Immutable. */
public sealed interface Reply {
    Kind kind();

    /** What to send or to read over; empty for a hand-over. */
    String text();

    /** The language of the text: the customer's, or the business's where it could not be told. */
    Language language();

    /** Why, for the staff; the decisive reasons first; at least one. */
    List<Reason> reasons();

    /** The entries that the text rests on; for a hand-over the nearest ones, which were not good enough. */
    List<Citation> citations();

    /** How well the worst of the cited entries fits its question, 0..1; 0 where nothing is cited. Not a probability. */
    default double confidence() {
        return citations().stream()
                .mapToDouble(citation -> citation.score().confidence())
                .min()
                .orElse(0);
    }

    /** For {@code switch}, which Java 17 cannot do over types. */
    enum Kind {
        ANSWER,
        DRAFT,
        HANDOFF
    }

    /** May be sent as it is; says that a machine wrote it. */
    record Answer(String text, Language language, List<Reason> reasons, List<Citation> citations) implements Reply {
        public Answer {
            reasons = List.copyOf(reasons);
            citations = List.copyOf(citations);
        }

        @Override
        public Kind kind() {
            return Kind.ANSWER;
        }
    }

    /** To be read over and sent by the staff. */
    record Draft(String text, Language language, List<Reason> reasons, List<Citation> citations) implements Reply {
        public Draft {
            reasons = List.copyOf(reasons);
            citations = List.copyOf(citations);
        }

        @Override
        public Kind kind() {
            return Kind.DRAFT;
        }
    }

    /** To be answered by a human. */
    record Handoff(Language language, List<Reason> reasons, List<Citation> citations) implements Reply {
        public Handoff {
            reasons = List.copyOf(reasons);
            citations = List.copyOf(citations);
        }

        @Override
        public Kind kind() {
            return Kind.HANDOFF;
        }

        @Override
        public String text() {
            return "";
        }
    }
}
