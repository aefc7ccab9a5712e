package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import java.util.List;
import java.util.Objects;

/**
 * What is kept of a reply until it is reviewed, and then with its review: figures and ids, no text. Immutable.
 *
 * @param decision what was done
 * @param source what the reply rests on, see {@link Scope#source}
 * @param score the score that was held against the certificate, 0..1; 0 where a rule forbids sending the reply alone
 * @param baseScore the score as it is without a fitted model, 0..1; 0 as before
 * @param features what a fitted model scores; at most 64 finite numbers
 * @param language the language of the reply
 * @param channel how the message came; empty where it is not known
 * @param evidence the ids of the entries it rests on, at most 20
 * @param scoreVersion how base score and features are made
 * @param knowledgeVersion the knowledge it was made from
 */
public record Assessment(
        Decision decision,
        String source,
        double score,
        double baseScore,
        List<Double> features,
        Language language,
        String channel,
        List<String> evidence,
        String scoreVersion,
        String knowledgeVersion) {
    static final int MAX_FEATURES = 64;
    private static final int MAX_EVIDENCE = 20;

    public Assessment {
        Objects.requireNonNull(decision, "decision");
        check("score", score);
        check("base score", baseScore);
        features = List.copyOf(features);
        evidence = List.copyOf(evidence);
        if (features.size() > MAX_FEATURES || !features.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A reply has at most " + MAX_FEATURES + " features, all finite.");
        }
        if (evidence.size() > MAX_EVIDENCE) {
            throw new IllegalArgumentException(
                    "A reply rests on " + evidence.size() + " entries; at most " + MAX_EVIDENCE + " are allowed.");
        }
    }

    private static void check(String what, double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "The " + what + " of a reply is " + score + "; it lies between 0 and 1.");
        }
    }

    /** The same with what was decided, and by which score. */
    public Assessment decided(Decision decision, double score) {
        return new Assessment(
                decision,
                source,
                score,
                baseScore,
                features,
                language,
                channel,
                evidence,
                scoreVersion,
                knowledgeVersion);
    }

    /** One line of JSON, to be kept until the reply is reviewed. */
    public String toJson() {
        return ReviewText.write(ReviewText.attributes(this));
    }

    /**
     * Reads {@link #toJson()} back.
     *
     * @throws IllegalArgumentException where it is no assessment
     */
    public static Assessment fromJson(String json) {
        return ReviewText.assessment(ReviewText.read(json));
    }
}
