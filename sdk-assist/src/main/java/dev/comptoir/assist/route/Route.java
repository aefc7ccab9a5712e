package dev.comptoir.assist.route;

import dev.comptoir.assist.certify.Decision;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a message, and why. Immutable.
 *
 * @param decision what is to be done
 * @param reasons why, the decisive ones first; at least one
 * @param found for an answer or a draft what speaks about each question, in the order of the questions; for a hand-over the
 *     nearest entries, which are not good enough or not for a machine
 * @param missing what the reply lacks
 * @param clarification what to ask back; null where nothing is
 * @param grade what is held against a certificate
 */
public record Route(
        Decision decision,
        List<Reason> reasons,
        List<Found> found,
        List<Missing> missing,
        @Nullable Clarification clarification,
        Grade grade) {
    public Route {
        reasons = List.copyOf(reasons);
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }

    static Route handoff(List<Reason> reasons, List<Found> found, List<Missing> missing) {
        return new Route(Decision.HANDOFF, reasons, found, missing, null, Grade.none(found));
    }

    /**
     * A reply in figures. Immutable.
     *
     * @param source what it rests on, see {@link dev.comptoir.assist.certify.Scope#source}
     * @param score 0..1; 0 where it must not be sent alone
     * @param features what a fitted model scores
     */
    public record Grade(String source, double score, List<Double> features) {
        /** The source of questions asked back. */
        static final String ASK = "ask";

        /** The source of replies to the option that a customer chose. */
        static final String CHOSEN = "chosen";

        /** How scores and features are made. */
        public static final String VERSION = ReplyScore.VERSION;

        public Grade {
            features = List.copyOf(features);
        }

        static Grade none(List<Found> found) {
            return new Grade(source(found), 0, ReplyScore.noFeatures());
        }

        static String source(List<Found> found) {
            return found.stream().map(Found::source).distinct().sorted().collect(Collectors.joining("+"));
        }
    }
}
