package dev.comptoir.assist.certify;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Bounds the share of wrong automatic replies among <em>all</em> messages. Pure functions, n log n. */
public final class ConformalRiskControl {
    /*
     * Angelopoulos, Bates, Fisch, Lei, Schuster, arXiv 2208.02814. The loss of a message at threshold t is 1 where its reply
     * reaches t and is wrong; it falls as t rises and is at most 1. With n judgements of mean loss R(t), the smallest t with
     *
     *   n / (n + 1) * R(t) + 1 / (n + 1) <= rate,   that is (wrong(t) + 1) / (n + 1) <= rate,
     *
     * has an expected loss of at most the rate on the next message. Expected: not with a confidence, as a certificate has.
     */
    private ConformalRiskControl() {}

    /**
     * The lowest threshold with which at most this share of all messages is expected to get a wrong automatic reply; empty
     * where there are too few judgements: 1 / rate - 1 are needed.
     */
    public static Optional<Control> of(Collection<Judgement> judgements, double rate) {
        Target.checkOpen("rate", rate);
        int n = judgements.size();
        int allowed = (int) Math.floor(rate * (n + 1) - 1);
        if (allowed < 0) {
            return Optional.empty();
        }
        List<Judgement> ordered = judgements.stream()
                .filter(judgement -> judgement.score() > 0)
                .sorted(Comparator.comparingDouble(Judgement::score).reversed())
                .toList();
        double threshold = 0;
        int wrong = 0;
        for (Judgement judgement : ordered) {
            wrong += judgement.correct() ? 0 : 1;
            if (wrong > allowed) {
                threshold = Math.nextUp(judgement.score());
                break;
            }
        }
        int accepted = 0;
        int errors = 0;
        for (Judgement judgement : ordered) {
            if (judgement.score() >= threshold) {
                accepted++;
                errors += judgement.correct() ? 0 : 1;
            }
        }
        return Optional.of(new Control(rate, threshold, accepted, errors, n));
    }

    /**
     * A threshold and what it does to the judgements. Immutable.
     *
     * @param rate the share that was asked for
     * @param threshold the least score of a reply sent alone; a score of 0 is never
     * @param accepted how many judgements reach it
     * @param errors how many of these are wrong
     * @param n how many judgements there are
     */
    public record Control(double rate, double threshold, int accepted, int errors, int n) {}
}
