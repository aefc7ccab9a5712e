package dev.comptoir.value.next;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All customers of a business, those likeliest to buy first. Immutable.
 *
 * @param asOf the last day that counts as known in full
 * @param days within how many days after it
 * @param forecasts by falling probability, then by customer
 * @param silent how many customers nothing can be said about, by the reason
 * @param futureDays purchase days after {@code asOf}, which were left aside
 */
public record DueReport(
        LocalDate asOf, int days, List<DueForecast> forecasts, Map<DueGate, Integer> silent, int futureDays) {
    public DueReport {
        forecasts = List.copyOf(forecasts);
        silent = Map.copyOf(silent);
    }
}
