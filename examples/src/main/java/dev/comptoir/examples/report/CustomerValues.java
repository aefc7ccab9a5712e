package dev.comptoir.examples.report;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.forecast.Forecasts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What every customer is expected to bring by the model, and beside it what they have brought until now. Immutable.
 *
 * @param customers those of whom the model says something, in the order of their ids
 * @param cameBack how many customers bought more than once
 */
record CustomerValues(List<Customer> customers, int cameBack) {
    /** One customer: what is expected within a year, and what was spent until now. */
    record Customer(CustomerId id, double expected, double spent, int purchases) {}

    static CustomerValues of(Business business, Forecasts forecasts) {
        Map<CustomerId, Double> means = forecasts.meanValues();
        List<Customer> customers = new ArrayList<>();
        int[] cameBack = new int[1];
        business.profiles().forEach(profile -> {
            cameBack[0] += profile.purchaseCount() > 1 ? 1 : 0;
            Double mean = means.get(profile.customer());
            if (mean != null) {
                double spent = Math.max(0, profile.spend().amount().doubleValue());
                customers.add(new Customer(profile.customer(), mean, spent, profile.purchaseCount()));
            }
        });
        return new CustomerValues(List.copyOf(customers), cameBack[0]);
    }

    /** The best by something, ties in the order of their ids. */
    List<Customer> best(int count, ToDoubleFunction<Customer> by) {
        return customers.stream()
                .sorted(Comparator.comparingDouble(by).reversed().thenComparing(Customer::id))
                .limit(count)
                .toList();
    }

    /** So many customers are this share of them, at least one. */
    int count(double share) {
        return Math.max(1, (int) Math.ceil(share * customers.size()));
    }

    /** The part of the sum that the best customers have; 0 where the sum is 0. */
    double held(double share, ToDoubleFunction<Customer> by) {
        double all = customers.stream().mapToDouble(by).sum();
        return all > 0 ? best(count(share), by).stream().mapToDouble(by).sum() / all : 0;
    }

    /** How many of those best by the model are also best by what they spent until now, as a share. */
    double agreement(double share) {
        Set<Customer> model = new HashSet<>(best(count(share), Customer::expected));
        model.retainAll(best(count(share), Customer::spent));
        return (double) model.size() / count(share);
    }
}
