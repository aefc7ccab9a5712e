package dev.comptoir.value.next.internal;

import dev.comptoir.value.next.Calibration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the model's probabilities held on the business's own past, and the map that sets them right. Immutable.
 *
 * @param windows how many earlier days it was asked on
 */
public record PastCheck(Calibration calibration, LogitMap map, int windows) {
    /*
     * Windows of the length of the longest horizon follow each other up to asOf, so that no outcome is in two of them. A map is
     * taken only if in every window the one fitted to all others does better than none, and in the latest clearly so: what one
     * window would correct is often but the season, and the next window would suffer from it.
     */
    static final int MIN_OUTCOMES = 20;
    private static final int MAX_WINDOWS = 4;
    private static final int MIN_HISTORY_DAYS = 56;

    public static PastCheck of(SeriesSet set, long asOf, double quantityPower, RenewalFit fit, int... horizons) {
        int longest = 0;
        for (int horizon : horizons) {
            longest = Math.max(longest, horizon);
        }
        List<PastWindow> windows = new ArrayList<>();
        long first = set.firstDay(asOf);
        for (int i = 1; i <= MAX_WINDOWS; i++) {
            long day = asOf - (long) i * longest;
            if (day - first < Math.max(MIN_HISTORY_DAYS, longest)) {
                break;
            }
            PastWindow window = PastWindow.of(set, day, quantityPower, fit, horizons);
            if (!window.tells()) {
                break;
            }
            windows.add(window);
        }
        if (windows.isEmpty()) {
            return new PastCheck(new Calibration(Calibration.Status.UNCHECKED, 0, 0, 0, 0), LogitMap.IDENTITY, 0);
        }
        List<PastWindow> corrected = new ArrayList<>();
        for (PastWindow window : windows) {
            List<PastWindow> others = new ArrayList<>(windows);
            others.remove(window);
            corrected.add(others.isEmpty() ? window : window.mapped(LogitMap.fit(others)));
        }
        boolean helps = windows.size() > 1;
        for (int i = 0; i < windows.size() && helps; i++) {
            helps = corrected.get(i).gainOver(windows.get(i)) > 0;
        }
        return helps && corrected.get(0).clearlyBetterThan(windows.get(0))
                ? said(Calibration.Status.CORRECTED, LogitMap.fit(windows), windows.size(), corrected.get(0))
                : said(Calibration.Status.CONFIRMED, LogitMap.IDENTITY, windows.size(), windows.get(0));
    }

    private static PastCheck said(Calibration.Status status, LogitMap map, int windows, PastWindow latest) {
        double predicted = 0;
        double happened = 0;
        int n = latest.predicted.length;
        for (int i = 0; i < n; i++) {
            predicted += latest.predicted[i] / n;
            happened += latest.happened[i] ? 1.0 / n : 0;
        }
        return new PastCheck(
                new Calibration(
                        status,
                        n / latest.horizons,
                        predicted,
                        happened,
                        Scores.calibrationError(latest.predicted, latest.happened)),
                map,
                windows);
    }
}
