package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a selection chose, by how much, and what it could not tell: the whole table, to be read by people and programs.
 * Immutable and thread-safe.
 *
 * @param choice what serves from now on
 * @param verdict how it ended
 * @param objective what was made as large as possible
 * @param table every model measured, best first; empty where nothing could be
 * @param gain what the best found has over the incumbent, on customers who had no part in finding it where there are enough; NaN
 *     where nothing was measured
 * @param leftOut methods that were not tried, with the reason
 * @param detectable the smallest gain over the incumbent that this much data would show four times in five; NaN where nothing
 *     was measured
 * @param windows the validation windows
 * @param questions how many were asked
 * @param units how many customers or sessions they are about
 * @param judges how many of them compared what was found without having chosen settings
 * @param dropped questions that the surface has no use for, or beyond the limit
 * @param evaluations how often a model was trained and asked
 * @param seed of draws and folds
 * @param seconds it took
 */
public record SelectionReport(
        Choice choice,
        Verdict verdict,
        String objective,
        List<Measured> table,
        Interval gain,
        List<LeftOut> leftOut,
        double detectable,
        List<String> windows,
        int questions,
        int units,
        int judges,
        int dropped,
        int evaluations,
        long seed,
        double seconds) {
    public SelectionReport {
        table = List.copyOf(table);
        leftOut = List.copyOf(leftOut);
        windows = List.copyOf(windows);
    }

    /** Where the choice serves. */
    public Surface surface() {
        return choice.surface();
    }

    /** Models that the data do not tell from the chosen. */
    public List<Measured> notTold() {
        return table.stream()
                .filter(line -> !line.isBeaten() && line.gain().mean() != 0)
                .toList();
    }

    /**
     * The verdict in a sentence or two.
     *
     * @param locale French where its language is French, otherwise English
     */
    public String why(Locale locale) {
        return ReportWords.in(locale).why(this);
    }

    /** Everything, as one JSON object; figures that there are none of are null. */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("surface", surface().name());
        all.put("verdict", verdict.name());
        all.put("why", why(Locale.ENGLISH));
        all.put("choice", choice.toData());
        all.put("objective", objective);
        all.put("gainOverIncumbent", Data.interval(gain));
        all.put("detectableGain", detectable);
        List<Object> lines = new ArrayList<>();
        table.forEach(line -> lines.add(line.toData()));
        all.put("table", lines);
        all.put("notToldApart", notTold().stream().map(Measured::name).toList());
        all.put("leftOut", leftOut.stream().map(LeftOut::toData).toList());
        Map<String, Object> how = new LinkedHashMap<>();
        how.put("windows", windows);
        how.put("questions", questions);
        how.put("units", units);
        how.put("judges", judges);
        how.put("dropped", dropped);
        how.put("evaluations", evaluations);
        how.put("folds", Questions.FOLDS);
        how.put("seed", seed);
        how.put("seconds", seconds);
        all.put("measured", how);
        return Json.write(all);
    }

    /**
     * One page that stands alone: no script, nothing fetched, plots with the same figures in tables beside them.
     *
     * @param locale French where its language is French, otherwise English
     */
    public String toHtml(Locale locale) {
        return ReportPage.of(this, ReportWords.in(locale));
    }
}
