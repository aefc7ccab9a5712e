package dev.comptoir.value;

/** What a model lacks to speak, or what its answers have to be read with. */
public enum DataGate {
    /** Nobody has bought yet. */
    NO_CUSTOMERS,
    /** Fewer customers than a purchase model needs. */
    TOO_FEW_CUSTOMERS,
    /** Fewer customers with a repeat purchase than a purchase model needs. */
    TOO_FEW_REPEAT_CUSTOMERS,
    /** The first purchase of all is fewer weeks ago than a purchase model needs. */
    TOO_SHORT,
    /** The customers differ in too little for differences to be fitted. */
    ALL_ALIKE,
    /** The likelihood has no proper maximum. */
    NOT_CONVERGED,
    /** Fewer customers with repeat purchases of known amounts than the spend model needs. */
    TOO_FEW_PAYERS,
    /** The customers' mean amounts differ in too little for differences to be fitted. */
    SPEND_ALL_ALIKE,
    /** Frequent customers spend more, or less, per purchase, which the spend model supposes not to be. */
    SPEND_FOLLOWS_FREQUENCY
}
