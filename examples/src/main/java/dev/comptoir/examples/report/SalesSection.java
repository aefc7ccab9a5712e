package dev.comptoir.examples.report;

import dev.comptoir.Money;
import java.util.Comparator;
import java.util.List;

/** Sales by week: once for a wide window, once for a narrow one, so that letters are never shrunk. */
record SalesSection(List<WeekSales> weeks) implements Section {
    SalesSection {
        weeks = weeks.stream()
                .sorted(Comparator.comparing(WeekSales::weekStart))
                .toList();
        long currencies =
                weeks.stream().map(week -> week.total().currency()).distinct().count();
        if (currencies > 1) {
            throw new IllegalArgumentException("The weeks are in " + currencies
                    + " currencies; one chart shows one. Maybe make a report for each?");
        }
    }

    @Override
    public String id() {
        return "sales";
    }

    @Override
    public void write(Html html, Words words) {
        if (weeks.isEmpty()) {
            html.leaf("p", words.get("none"));
            return;
        }
        html.open("figure").line();
        new SvgBars(weeks, words, "wide", 960, 340).write(html);
        new SvgBars(weeks, words, "narrow", 340, 280).write(html);
        if (weeks.stream().anyMatch(week -> !week.complete())) {
            html.open("p", "class", "legend");
            html.open("span").leaf("i", "", "class", "swatch whole").text(words.get("sales.complete"));
            html.close().text(" ");
            html.open("span").leaf("i", "", "class", "swatch part").text(words.get("sales.part"));
            html.close().close();
        }
        caption(html, words);
        html.close().line();
    }

    private void caption(Html html, Words words) {
        List<WeekSales> whole = weeks.stream()
                .filter(WeekSales::complete)
                .sorted(Comparator.comparing(WeekSales::total))
                .toList();
        if (whole.isEmpty()) {
            return;
        }
        WeekSales lowest = whole.get(0);
        WeekSales highest = whole.get(whole.size() - 1);
        Money mean = whole.stream()
                .map(WeekSales::total)
                .reduce(Money.zero(lowest.total().currency()), Money::plus)
                .dividedBy(whole.size());
        html.leaf(
                "figcaption",
                words.get(
                        "sales.caption",
                        words.money(mean),
                        words.money(highest.total()),
                        words.day(highest.weekStart()),
                        words.money(lowest.total()),
                        words.day(lowest.weekStart())));
    }
}
