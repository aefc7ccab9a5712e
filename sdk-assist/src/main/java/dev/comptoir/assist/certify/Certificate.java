package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.DataException;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Proof, to be shown, that replies from a score on are wrong at most at a given rate. Immutable. Holds as far as live messages
 * are like those whose replies were reviewed; {@link RiskMonitor} watches that.
 *
 * @param target what was to be certified
 * @param scope which replies it is about
 * @param threshold the least score of a reply sent alone; a score of 0 is never
 * @param accepted how many of the reviewed replies reach the threshold
 * @param errors how many of these were wrong
 * @param upperBound the rate of errors that the target's confidence vouches for, at most the target's rate
 * @param reviewed how many reviewed replies of the scope it was made from
 * @param from when the first of them was reviewed
 * @param until when the last of them was reviewed
 * @param scoreVersion how the scores were made: another way needs another certificate
 * @param knowledgeVersion the knowledge it holds for
 * @param underOtherKnowledge how many of the reviewed replies were made from an earlier state of the knowledge
 * @param madeAt when it was made
 * @param hash SHA-256 over all the rest, in hexadecimal
 */
public record Certificate(
        Target target,
        Scope scope,
        double threshold,
        int accepted,
        int errors,
        double upperBound,
        int reviewed,
        Instant from,
        Instant until,
        String scoreVersion,
        String knowledgeVersion,
        int underOtherKnowledge,
        Instant madeAt,
        String hash) {

    /** The same with its hash. */
    Certificate sealed() {
        return new Certificate(
                target,
                scope,
                threshold,
                accepted,
                errors,
                upperBound,
                reviewed,
                from,
                until,
                scoreVersion,
                knowledgeVersion,
                underOtherKnowledge,
                madeAt,
                CertificateJson.hash(this));
    }

    /** The share of the reviewed replies that would have been sent alone, 0..1. */
    public double automationShare() {
        return reviewed == 0 ? 0 : (double) accepted / reviewed;
    }

    /**
     * Whether it is unchanged, its figures bear out what it says, and it was made for this score and this knowledge. A
     * safeguard against mistakes: who can write a certificate can also compute its hash.
     */
    public boolean isValidFor(String scoreVersion, String knowledgeVersion) {
        return isSound() && this.scoreVersion.equals(scoreVersion) && this.knowledgeVersion.equals(knowledgeVersion);
    }

    /** Whether it is unchanged and its figures bear out what it says. */
    public boolean isSound() {
        if (!hash.equals(CertificateJson.hash(this)) || accepted < 1 || reviewed < accepted) {
            return false;
        }
        OptionalDouble declared = target.declaredThreshold();
        if (declared.isPresent() && declared.getAsDouble() != threshold) {
            return false;
        }
        if (errors < 0 || errors > accepted) {
            return false;
        }
        double bound = ClopperPearson.upper(errors, accepted, target.risk() / target.thresholds());
        return bound <= target.rate() && upperBound >= bound && upperBound <= target.rate();
    }

    /** Whether a score is high enough. */
    public boolean accepts(double score) {
        return score > 0 && score >= threshold;
    }

    /** A JSON object, to be kept or handed on; the same certificate always gives the same text. */
    public String toJson() {
        return CertificateJson.write(this);
    }

    /**
     * Reads {@link #toJson()} back. What was changed meanwhile is read as it stands; {@link #isSound()} tells.
     *
     * @throws DataException {@code certificate.unreadable} where it is no certificate
     */
    public static Certificate fromJson(String json) {
        return CertificateJson.read(json);
    }

    /** A few sentences for people. */
    public String text(Language language) {
        return CertificateText.of(this, language);
    }
}
