package dev.comptoir.value;

import java.util.Optional;

/**
 * What one customer is worth. Every number is finite. Immutable.
 *
 * <p>The intervals are of two kinds. Those of {@code probabilityAlive} and {@code expectedPurchases} say how uncertain the mean is
 * because the model's parameters are estimated. Those of {@code purchases} and {@code lifetimeValue} say what may happen: they
 * add to that the chance that the customer's future leaves. That of {@code expectedSpend} says how uncertain the customer's own
 * mean amount is.
 *
 * @param probabilityAlive the probability that the customer will ever buy again; from 0 to 1
 * @param expectedPurchases the mean number of purchases within the horizon
 * @param purchases the same mean, with the range of the number itself
 * @param expectedSpend the mean amount of a purchase; empty where no amount is known in the business at all
 * @param lifetimeValue margin of the purchases within the horizon, discounted, in units of money: the mean, and the range of what may
 *     come. The mean can lie above the range, where the customer is most likely gone. Empty where {@code expectedSpend} is
 * @param evidence what all this was computed from
 */
public record CustomerValue(
        Estimate probabilityAlive,
        Estimate expectedPurchases,
        Estimate purchases,
        Optional<Estimate> expectedSpend,
        Optional<Estimate> lifetimeValue,
        ValueEvidence evidence) {}
