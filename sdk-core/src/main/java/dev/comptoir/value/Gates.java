package dev.comptoir.value;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How much must be known before a model speaks. */
final class Gates {
    static final int MIN_CUSTOMERS = 30;
    static final int MIN_REPEAT_CUSTOMERS = 10;
    static final double MIN_WEEKS = 4;
    static final int MIN_DIFFERENT = 5;
    static final int MIN_PAYERS = 10;
    static final double MAX_CORRELATION = 0.3;

    private Gates() {}

    /** Why no purchase model is fitted; empty where one can be. */
    static Optional<ValueNotice> purchases(Collection<PurchaseHistory> histories) {
        if (histories.isEmpty()) {
            return Optional.of(new ValueNotice(DataGate.NO_CUSTOMERS, 0, 1));
        }
        if (histories.size() < MIN_CUSTOMERS) {
            return Optional.of(new ValueNotice(DataGate.TOO_FEW_CUSTOMERS, histories.size(), MIN_CUSTOMERS));
        }
        int repeat = 0;
        double oldest = 0;
        Set<PurchaseHistory> different = new HashSet<>();
        for (PurchaseHistory history : histories) {
            repeat += history.frequency() > 0 ? 1 : 0;
            oldest = Math.max(oldest, history.age());
            if (different.size() < MIN_DIFFERENT) {
                different.add(PurchaseHistory.of(history.frequency(), history.recency(), history.age()));
            }
        }
        if (repeat < MIN_REPEAT_CUSTOMERS) {
            return Optional.of(new ValueNotice(DataGate.TOO_FEW_REPEAT_CUSTOMERS, repeat, MIN_REPEAT_CUSTOMERS));
        }
        if (oldest < MIN_WEEKS) {
            return Optional.of(new ValueNotice(DataGate.TOO_SHORT, oldest, MIN_WEEKS));
        }
        return different.size() < MIN_DIFFERENT
                ? Optional.of(new ValueNotice(DataGate.ALL_ALIKE, different.size(), MIN_DIFFERENT))
                : Optional.empty();
    }

    /** Why no spend model is fitted; empty where one can be. */
    static Optional<ValueNotice> spend(Collection<PurchaseHistory> histories) {
        long payers = histories.stream().filter(SpendFitting::counts).count();
        if (payers < MIN_PAYERS) {
            return Optional.of(new ValueNotice(DataGate.TOO_FEW_PAYERS, payers, MIN_PAYERS));
        }
        long different = histories.stream()
                .filter(SpendFitting::counts)
                .mapToDouble(PurchaseHistory::meanSpend)
                .distinct()
                .limit(MIN_DIFFERENT)
                .count();
        return different < MIN_DIFFERENT
                ? Optional.of(new ValueNotice(DataGate.SPEND_ALL_ALIKE, different, MIN_DIFFERENT))
                : Optional.empty();
    }
}
