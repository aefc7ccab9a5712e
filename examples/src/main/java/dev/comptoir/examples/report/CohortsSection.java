package dev.comptoir.examples.report;

import dev.comptoir.profile.Cohort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** How many of the customers who began in a month came back in the months after it. */
record CohortsSection(List<Cohort> cohorts, LocalDate today) implements Section {
    /** Shares of fewer customers say little. */
    static final int FEW = 10;

    private static final int ROWS = 24;

    @Override
    public String id() {
        return "cohorts";
    }

    @Override
    public void write(Html html, Words words) {
        if (cohorts.isEmpty()) {
            html.leaf("p", words.get("none"));
            return;
        }
        List<Cohort> shown = cohorts.subList(Math.max(0, cohorts.size() - ROWS), cohorts.size());
        double highest = shown.stream()
                .filter(cohort -> cohort.customers() >= FEW)
                .mapToDouble(CohortsSection::highest)
                .max()
                .orElse(1);
        double top = Math.min(1, Math.max(0.1, Math.ceil(highest * 10) / 10));
        YearMonth now = YearMonth.from(today);
        html.leaf("p", words.get("cohorts.intro")).open("figure").line();
        new SvgCohorts(shown, now, top, words, "wide", 12, 960).write(html);
        new SvgCohorts(shown, now, top, words, "narrow", 5, 340).write(html);
        html.open("p", "class", "legend").text(words.get("cohorts.colour")).text(" ");
        for (int level = 1; level <= SvgHeatMap.LEVELS; level++) {
            html.open("span").leaf("i", "", "class", "swatch q" + level);
            html.text(
                    words.number(20 * top * (level - 1), 0) + "\u2013" + words.number(20 * top * level, 0) + "\u00a0%");
            html.close().text(" ");
        }
        html.close().leaf("figcaption", words.get("cohorts.caption", FEW));
        html.close().line();
    }

    private static double highest(Cohort cohort) {
        double highest = 0;
        for (int months = 1; months < cohort.active().size(); months++) {
            highest = Math.max(highest, cohort.retention(months));
        }
        return highest;
    }
}
