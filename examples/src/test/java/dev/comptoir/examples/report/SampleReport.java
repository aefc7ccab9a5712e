package dev.comptoir.examples.report;

import dev.comptoir.Money;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Rejection;
import dev.comptoir.profile.RfmScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page with all parts, and a text of the caller's choice wherever a text can stand. */
final class SampleReport {
    static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private SampleReport() {}

    static HtmlReport of(String text, Locale locale) {
        return HtmlReport.titled("Boulangerie " + text, locale, DAY)
                .subtitle(text)
                .figure(text, text)
                .imported(new AppendReport(10, 0, 3, List.of(new Rejection(7, text, text, Rejection.Rule.TIME, text))))
                .weeklySales(weeks(104))
                .rfm(RfmCell.of(List.of(new RfmScore(5, 5, 5), new RfmScore(5, 5, 2), new RfmScore(1, 2, 1))))
                .customers(List.of(new CustomerCard(text, text, text, List.of(new CustomerCard.Row(text, text, text)))))
                .recommendations(List.of(new RecommendationTable(
                        text,
                        List.of(
                                new RecommendationTable.Item(text, 0.8, text),
                                new RecommendationTable.Item("Croissant", 0.2, text)))))
                .replies(List.of(
                        new ReplyCard(text, ReplyCard.Kind.ANSWER, text, List.of(text), List.of(text)),
                        new ReplyCard(text, ReplyCard.Kind.DRAFT, text, List.of(text), List.of(text)),
                        new ReplyCard(text, ReplyCard.Kind.HANDOFF, "", List.of(), List.of(text))));
    }

    static List<WeekSales> weeks(int count) {
        List<WeekSales> weeks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate monday = LocalDate.of(2024, 3, 4).plusWeeks(i);
            weeks.add(new WeekSales(monday, Money.eur(100 + (i * 37) % 90 + ".50"), i > 0));
        }
        return weeks;
    }
}
