package dev.comptoir.audit;

/**
 * The end of the chain at one moment. Kept elsewhere, on paper or in another system, it shows later that nothing before it was
 * changed, by nobody, not even by who has the master key. Immutable.
 *
 * @param sequence how many entries there were
 * @param hash the link of the last one, in hexadecimal; empty where there was none
 */
public record AuditHead(long sequence, String hash) {}
