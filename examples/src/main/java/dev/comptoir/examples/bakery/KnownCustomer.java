package dev.comptoir.examples.bakery;

import dev.comptoir.CustomerId;
import java.util.List;

/**
 * A made-up customer whose habit is told beforehand, so that one can check what the profile says. Immutable.
 *
 * @param id the loyalty card, the same for every seed
 * @param name what to call the customer in a report
 * @param habit what the generator makes the customer do, in French
 */
public record KnownCustomer(CustomerId id, String name, String habit) {
    static final List<KnownCustomer> ALL = List.of(
            of("carte-0042", "Ana", "une baguette presque tous les jours, des croissants le week-end"),
            of("carte-0107", "Karim", "un sandwich à midi en semaine"),
            of("carte-0118", "Famille Petit", "viennoiseries et pain de campagne le week-end"),
            of("carte-0156", "Mme Lefèvre", "chaque samedi les mêmes tartelettes au citron"),
            of("carte-0201", "Jules", "venait souvent, plus revenu depuis juillet 2025"),
            of("carte-0233", "Inès", "nouvelle cliente depuis janvier 2026"),
            of("carte-0298", "M. Dubois", "un gâteau le dimanche"));

    private static KnownCustomer of(String card, String name, String habit) {
        return new KnownCustomer(CustomerId.of(card), name, habit);
    }
}
