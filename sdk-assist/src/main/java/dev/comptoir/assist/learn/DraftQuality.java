package dev.comptoir.assist.learn;

/**
 * How good the drafts were, by what the staff made of them. Immutable.
 *
 * @param replies how many replies began with a draft
 * @param unedited how many of them were sent as they were
 * @param editDistances the sum of their normalised edit distances
 */
public record DraftQuality(long replies, long unedited, double editDistances) {
    /** The share that was sent as it was, 0 to 1; 0 where there were no drafts. */
    public double shareUnedited() {
        return replies == 0 ? 0 : (double) unedited / replies;
    }

    /** How much of a draft was changed on average, 0 to 1; 0 where there were no drafts. */
    public double meanEditDistance() {
        return replies == 0 ? 0 : editDistances / replies;
    }
}
