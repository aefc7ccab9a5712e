package dev.comptoir.recommend.select;

/** How a selection ended. */
public enum Verdict {
    /** Something better was found, and the data say so: it takes the incumbent's place. */
    CHANGED,
    /** Nothing found is better, as far as the data can tell: the incumbent stays. */
    KEPT,
    /** Something may be better, but by less than this much data can show: the incumbent stays. */
    UNDECIDED,
    /** Too few customers or sessions to compare anything: the incumbent stays. */
    TOO_LITTLE_DATA
}
