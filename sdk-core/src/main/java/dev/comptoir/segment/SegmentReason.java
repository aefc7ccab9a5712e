package dev.comptoir.segment;

import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody belongs to a segment, or why not. Immutable.
 *
 * <p>The findings decide: whoever has their values gets the same answer from the rule, whatever else is known.
 *
 * @param segment which segment it is about
 * @param belongs whether the customer belongs to it
 * @param findings the comparisons that decide, in the order of the rule
 * @param today the local day on which it was asked
 */
public record SegmentReason(Segment segment, boolean belongs, List<Finding> findings, LocalDate today) {
    public SegmentReason {
        findings = List.copyOf(findings);
    }

    static SegmentReason of(Segment segment, Facts facts, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        boolean belongs = decide(segment.rule(), facts, today, findings);
        return new SegmentReason(segment, belongs, findings, today);
    }

    /** The reason in words: French for a French locale, otherwise English; the first {@value #MAX_SPOKEN} findings. */
    public String text(Locale locale) {
        return SegmentTexts.of(this, locale);
    }

    /** So many findings, and so many values of each, are put into words; the rest is counted. */
    public static final int MAX_SPOKEN = 10;

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }

    /**
     * Adds what decides. Of branches that agree with the whole ("any" that holds, "all" that does not) each decides alone, and all of
     * these are named; otherwise the whole needs every branch.
     */
    private static boolean decide(Rule rule, Facts facts, LocalDate today, List<Finding> findings) {
        if (rule instanceof Comparison comparison) {
            @Nullable Fact value = Evaluation.value(comparison, facts);
            boolean held = Evaluation.holds(comparison, value, today);
            findings.add(new Finding(comparison, held, value));
            return held;
        }
        if (rule instanceof Rule.Not not) {
            return !decide(not.rule(), facts, today, findings);
        }
        boolean aloneDecides = rule instanceof Rule.Any;
        List<Finding> alone = new ArrayList<>();
        List<Finding> together = new ArrayList<>();
        boolean found = false;
        for (Rule branch : RuleBounds.branchesOf(rule)) {
            List<Finding> own = new ArrayList<>();
            boolean held = decide(branch, facts, today, own);
            if (held == aloneDecides) {
                found = true;
                alone.addAll(own);
            } else {
                together.addAll(own);
            }
        }
        findings.addAll(found ? alone : together);
        return found == aloneDecides;
    }
}
