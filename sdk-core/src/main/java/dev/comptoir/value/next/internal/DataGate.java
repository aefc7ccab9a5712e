package dev.comptoir.value.next.internal;

import dev.comptoir.value.next.DueGate;
import dev.comptoir.value.next.NextPurchases;
import org.jspecify.annotations.Nullable;

/** From how much data on there is a model. */
public final class DataGate {
    private DataGate() {}

    /** Why the data is too little for a model; null where it is enough. */
    public static @Nullable DueGate of(SeriesSet set, Histories histories, long asOf) {
        if (histories.size() == 0) {
            return DueGate.NO_PURCHASES;
        }
        if (set.onOneDay(asOf)) {
            return DueGate.ONE_DAY;
        }
        return histories.intervalCount() < NextPurchases.MIN_INTERVALS ? DueGate.TOO_FEW_INTERVALS : null;
    }
}
