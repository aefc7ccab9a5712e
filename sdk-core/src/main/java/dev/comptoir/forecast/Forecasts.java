package dev.comptoir.forecast;

import dev.comptoir.CustomerId;
import dev.comptoir.value.CustomerValue;
import dev.comptoir.value.LifetimeValue;
import dev.comptoir.value.churn.Churn;
import dev.comptoir.value.churn.ChurnDefinition;
import dev.comptoir.value.next.Due;
import dev.comptoir.value.next.DueReport;
import dev.comptoir.value.next.NextPurchases;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is to be expected of the customers of one business. Immutable and thread-safe: all answers are of the same day and the same
 * events. Models are fitted when first asked for: a second or two for some thousand customers, in the caller's thread.
 */
public interface Forecasts {
    /** The last local day that counts: yesterday, because today is not over. */
    LocalDate asOf();

    /** What a customer is worth; empty for somebody who had not bought by {@link #asOf()}. */
    Optional<CustomerValue> value(CustomerId customer);

    /**
     * The mean lifetime value of everyone who had bought by {@link #asOf()}, in the order of their ids, without the ranges that
     * {@link #value} has; empty where no amount is known at all.
     */
    SortedMap<CustomerId, Double> meanValues();

    /** When a customer will buy again, or why nothing is said about it. */
    Due nextPurchase(CustomerId customer);

    /** When a customer will buy something of a category again, or why nothing is said about it. */
    Due nextPurchase(CustomerId customer, String category);

    /** Everyone who may be expected within some days, likeliest first. */
    DueReport due(int days);

    /** The probability that a customer buys nothing for so long, or why nothing is said about it. */
    Churn churn(CustomerId customer, ChurnDefinition definition);

    /** The fitted model of values: its choice, its parameters, its notices. */
    LifetimeValue lifetimeValue();

    /** The fitted model of intervals. */
    NextPurchases nextPurchases();
}
