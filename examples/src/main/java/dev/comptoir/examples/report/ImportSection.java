package dev.comptoir.examples.report;

import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Rejection;
import java.util.List;

/** What an import left out, and why. */
record ImportSection(AppendReport report) implements Section {
    private static final int SHOWN = 50;

    @Override
    public String id() {
        return "import";
    }

    @Override
    public void write(Html html, Words words) {
        if (report.rejected() == 0) {
            html.leaf("p", words.get("import.none"));
            return;
        }
        List<Rejection> shown = report.rejections().stream().limit(SHOWN).toList();
        Table table = new Table(
                html,
                words.get("import.line"),
                words.get("import.field"),
                words.get("import.form"),
                words.get("import.rule"),
                words.get("import.hint"));
        for (Rejection rejection : shown) {
            table.row()
                    .cell(words.count(rejection.position()), "num")
                    .cell(rejection.field(), "")
                    .code(rejection.valueClass())
                    .cell(
                            words.getOr(
                                    "rule." + rejection.rule().name(),
                                    rejection.rule().name()),
                            "")
                    .cell(rejection.hint(), "reason")
                    .end();
        }
        table.close();
        if (report.rejected() > shown.size()) {
            html.leaf("p", words.get("import.more", report.rejected() - shown.size()));
        }
    }
}
