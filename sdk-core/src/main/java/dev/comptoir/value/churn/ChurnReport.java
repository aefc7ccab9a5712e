package dev.comptoir.value.churn;

import dev.comptoir.value.next.DueGate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The risks of all customers of a business, the highest first. Immutable.
 *
 * @param asOf the last day that counts as known in full
 * @param risks by falling probability, then by customer
 * @param silent how many customers nothing can be said about, by the reason
 * @param futureDays purchase days after {@code asOf}, which were left aside
 */
public record ChurnReport(
        ChurnDefinition definition,
        LocalDate asOf,
        List<ChurnRisk> risks,
        Map<DueGate, Integer> silent,
        int futureDays) {
    public ChurnReport {
        risks = List.copyOf(risks);
        silent = Map.copyOf(silent);
    }
}
