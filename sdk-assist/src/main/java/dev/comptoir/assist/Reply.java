package dev.comptoir.assist;

import dev.comptoir.assist.certify.Assessment;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.retrieve.SentenceCitation;
import dev.comptoir.assist.route.Clarification;
import dev.comptoir.assist.route.Missing;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.understand.Language;
import java.util.List;
import java.util.Optional;

/** What the assistant makes of a message: an answer or a question to send, a draft to read over, or a hand-over. Immutable. */
public sealed interface Reply {
    Kind kind();

    /** What to send or to read over; empty for a hand-over. */
    String text();

    /** The language of the text: the customer's, or the business's where it could not be told. */
    Language language();

    /** All that it rests on. */
    Grounds grounds();

    /** Why, for the staff; the decisive reasons first; at least one. */
    default List<Reason> reasons() {
        return grounds().reasons();
    }

    /** The entries that the text rests on; for a hand-over the nearest ones, which were not good enough. */
    default List<Citation> citations() {
        return grounds().citations();
    }

    /** What each sentence between greeting and closing rests on, and which rest on nothing; empty where nothing is told. */
    default List<SentenceCitation> sentences() {
        return grounds().sentences();
    }

    /** What was looked up for the text. */
    default List<LiveFact> facts() {
        return grounds().facts();
    }

    /** What would make it a better reply, or one that may be sent alone. */
    default List<Missing> missing() {
        return grounds().missing();
    }

    /** The question back that the text is; for {@link Message#inReplyTo} once the customer has answered it. */
    default Optional<Clarification> clarification() {
        return Optional.ofNullable(grounds().clarification());
    }

    /** What is to be kept of it until it is reviewed, see {@link dev.comptoir.assist.certify.Autonomy#reviewed}; no text. */
    default Assessment assessment() {
        return grounds().assessment();
    }

    /** How well the worst of the cited entries fits its question, 0..1; 0 where nothing is cited. */
    default double confidence() {
        double least = citations().stream()
                .mapToDouble(citation -> citation.score().confidence())
                .min()
                .orElse(1);
        return citations().isEmpty() && facts().isEmpty() ? 0 : least;
    }

    /** For {@code switch}, which Java 17 cannot do over types. */
    enum Kind {
        ANSWER,
        ASK,
        DRAFT,
        HANDOFF
    }

    /** May be sent as it is; says that a machine wrote it. */
    record Answer(String text, Language language, Grounds grounds) implements Reply {
        @Override
        public Kind kind() {
            return Kind.ANSWER;
        }
    }

    /** One question back to the customer; may be sent as it is, and says that a machine wrote it. */
    record Ask(String text, Language language, Grounds grounds) implements Reply {
        @Override
        public Kind kind() {
            return Kind.ASK;
        }
    }

    /** To be read over and sent by the staff. */
    record Draft(String text, Language language, Grounds grounds) implements Reply {
        @Override
        public Kind kind() {
            return Kind.DRAFT;
        }
    }

    /** To be answered by a human. */
    record Handoff(Language language, Grounds grounds) implements Reply {
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
