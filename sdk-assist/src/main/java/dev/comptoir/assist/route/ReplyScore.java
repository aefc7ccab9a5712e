package dev.comptoir.assist.route;

import dev.comptoir.assist.retrieve.Feature;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.retrieve.MatchScore;
import java.util.Collections;
import java.util.List;

/** The number that is held against a certificate's threshold. Pure functions. */
final class ReplyScore {
    /*
     * A reply is as good as its weakest question, and a question's score is the confidence of its best entry. On the questions
     * to two invented shops (tests' resources, words alone) it tells right from wrong with an AUROC of .77 and .90; means with
     * the entry's coverage, the margin or both came to .56 to .79: the confidence has weighed them already. A fitted model,
     * certified on other replies, may take its place. A live fact has the score 1: look-ups have no degrees, and are certified
     * apart.
     */
    /** Changes with the formula or the features: certificates hold for one version only. */
    static final String VERSION = "confidence/1";

    private static final double LEAST = 1e-6;
    private static final int FEATURES = 9;

    private ReplyScore() {}

    static double of(List<Match> matches) {
        return Math.min(1, Math.max(LEAST, matches.get(0).score().confidence()));
    }

    /** What a fitted model sees of a question; always as many numbers. */
    static List<Double> features(List<Match> matches, int questions) {
        MatchScore best = matches.get(0).score();
        return List.of(
                best.confidence(),
                best.lead(),
                best.headCoverage(),
                best.coverage(),
                best.entryCoverage(),
                best.features().getOrDefault(Feature.TITLE, 0.0),
                best.denseTrusted() ? best.dense().orElse(0) : 0,
                margin(matches),
                (double) questions);
    }

    static List<Double> noFeatures() {
        return Collections.nCopies(FEATURES, 0.0);
    }

    /** How far the next entry by words lies behind the best, as a share of the best's score; 1 where there is no other. */
    static double margin(List<Match> matches) {
        double best = matches.get(0).score().lexical();
        double next = matches.stream()
                .skip(1)
                .mapToDouble(match -> match.score().lexical())
                .max()
                .orElse(0);
        return best <= 0 ? 0 : Math.max(0, 1 - next / best);
    }
}
