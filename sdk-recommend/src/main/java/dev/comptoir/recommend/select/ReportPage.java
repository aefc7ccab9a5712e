package dev.comptoir.recommend.select;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as one page that stands alone. Not thread-safe. */
final class ReportPage {
    /** Before a cell or column title that is a number. */
    private static final char NUMBER = '\u0001';

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2430;--soft:#5a6675;--line:#d8dee6;--back:#fff;--chosen:#0b6e4f;--model:#27509b;--base:#8a5a00}
            @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#a4afbd;--line:#3a4452;--back:#151a21;--chosen:#5fd3a8;--model:#8fb4ff;--base:#e0b060}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);max-width:800px;margin:2em auto;padding:0 1em}
            h1{font-size:1.6em;line-height:1.2}h2{font-size:1.2em;margin-top:2em}
            .verdict{border-left:4px solid var(--chosen);padding:.2em 1em;margin:1em 0}
            table{border-collapse:collapse;width:100%;font-size:.9em}caption{text-align:left;color:var(--soft);padding:.3em 0}
            th,td{text-align:left;padding:.3em .6em;border-bottom:1px solid var(--line);vertical-align:top}
            td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            tr.chosen th,tr.chosen td{font-weight:600}details{margin:1em 0}summary{cursor:pointer}
            .scroll{overflow-x:auto}svg{max-width:100%;height:auto}
            svg text{fill:var(--ink);font:13px system-ui,sans-serif}svg text.small{fill:var(--soft);font-size:12px}
            svg .grid{stroke:var(--line)}svg line.chosen{stroke:var(--chosen);stroke-width:2}svg line.model{stroke:var(--model);stroke-width:2}
            svg line.baseline{stroke:var(--base);stroke-width:2}svg circle.chosen{fill:var(--chosen)}svg circle.model{fill:var(--model)}
            svg circle.baseline{fill:var(--base)}svg text.chosen{font-weight:700}svg rect.fill{fill:var(--chosen)}
            svg polyline{fill:none;stroke-width:2}svg .t0{stroke:#0b6e4f}svg .t1{stroke:#27509b;stroke-dasharray:6 3}svg .t2{stroke:#b3541e;stroke-dasharray:2 3}
            svg .t3{stroke:#7a3fa0;stroke-dasharray:8 3 2 3}svg .t4{stroke:#8a7000}svg .t5{stroke:#7d8896;stroke-dasharray:4 4}
            svg .trace-dot{stroke-dasharray:none;stroke-width:2;fill:var(--back)}
            """;

    private final SelectionReport report;
    private final ReportWords words;
    private final StringBuilder page = new StringBuilder();

    private ReportPage(SelectionReport report, ReportWords words) {
        this.report = report;
        this.words = words;
    }

    static String of(SelectionReport report, ReportWords words) {
        return new ReportPage(report, words).page();
    }

    private String page() {
        String title = words.say("Choice of models: ", "Choix des modèles : ") + words.surface(report.surface());
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.locale().getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Svg.escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n");
        page.append("<h1>").append(Svg.escaped(title)).append("</h1>\n<div class=\"verdict\">\n");
        paragraph("<strong>" + Svg.escaped(words.verdict(report.verdict())) + ".</strong> "
                + Svg.escaped(words.why(report)));
        page.append("</div>\n");
        choice();
        if (!report.table().isEmpty()) {
            models();
        }
        if (report.windows().size() > 1 && !report.table().isEmpty()) {
            windows();
        }
        untold();
        measured();
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void choice() {
        heading(words.say("What serves from now on", "Ce qui sert désormais"));
        page.append(ReportPlots.weights(report, words));
        open(
                words.say(
                        "Components, each brought to its scale before it is weighed",
                        "Composantes, chacune ramenée à son échelle avant d’être pesée"),
                words.say("model", "modèle"),
                NUMBER + words.say("weight", "poids"),
                words.say("scale", "échelle"),
                words.say("settings", "réglages"));
        for (Choice.Part part : report.choice().parts()) {
            row(
                    "",
                    part.name(),
                    NUMBER + words.setting(part.weight()),
                    part.scale() == Scale.MAXIMUM
                            ? words.say("largest score", "plus grand score")
                            : words.say("standard deviation", "écart type"),
                    settings(part.parameters()));
        }
        close();
    }

    private void models() {
        heading(words.say("All models on the same questions", "Tous les modèles sur les mêmes questions"));
        page.append(ReportPlots.models(report, words));
        open(
                words.objective(report.objective())
                        + words.say(
                                ", with 95 % intervals; best first",
                                ", avec des intervalles à 95 % ; le meilleur d’abord"),
                words.say("model", "modèle"),
                words.say("role", "rôle"),
                NUMBER + words.say("value", "valeur"),
                NUMBER + words.say("95 % interval", "intervalle à 95 %"),
                NUMBER + words.say("what serves gains", "gain de ce qui sert"),
                NUMBER + words.say("95 % interval", "intervalle à 95 %"));
        for (Measured line : report.table()) {
            boolean chosen = ReportPlots.isChosen(line, report);
            row(
                    chosen ? "chosen" : "",
                    words.name(line),
                    words.role(line.role()),
                    NUMBER + words.number(line.value().mean()),
                    NUMBER
                            + words.number(line.value().lower())
                            + words.say(" to ", " à ")
                            + words.number(line.value().upper()),
                    NUMBER + (chosen ? "–" : words.difference(line.gain().mean())),
                    NUMBER
                            + (chosen
                                    ? ""
                                    : words.difference(line.gain().lower())
                                            + words.say(" to ", " à ")
                                            + words.difference(line.gain().upper())));
        }
        close();
        page.append("<details><summary>")
                .append(Svg.escaped(words.say("Settings of each", "Réglages de chacun")))
                .append("</summary>\n");
        open("", words.say("model", "modèle"), words.say("settings", "réglages"));
        report.table().forEach(line -> row("", words.name(line), settings(line.parameters())));
        close();
        page.append("</details>\n");
    }

    private void windows() {
        heading(words.say("From window to window", "De fenêtre en fenêtre"));
        page.append(ReportPlots.windows(report, words));
        String[] columns = new String[1 + report.windows().size()];
        columns[0] = words.say("model", "modèle");
        for (int w = 0; w < report.windows().size(); w++) {
            columns[w + 1] = NUMBER + report.windows().get(w);
        }
        open(words.objective(report.objective()), columns);
        for (Measured line : report.table()) {
            String[] cells = new String[columns.length];
            cells[0] = words.name(line);
            for (int w = 1; w < columns.length; w++) {
                cells[w] = NUMBER + words.number(line.byWindow().get(w - 1));
            }
            row(ReportPlots.isChosen(line, report) ? "chosen" : "", cells);
        }
        close();
    }

    private void untold() {
        heading(words.say("What the data do not tell", "Ce que les données ne disent pas"));
        List<Measured> alike = report.notTold();
        if (report.table().isEmpty()) {
            paragraph(Svg.escaped(words.say(
                    "Nothing was compared: everything is still open.", "Rien n’a été comparé : tout reste ouvert.")));
        } else if (alike.isEmpty()) {
            paragraph(Svg.escaped(words.say(
                    "What serves is better than every other line, as far as 95 % intervals go.",
                    "Ce qui sert est meilleur que toutes les autres lignes, au sens des intervalles à 95 %.")));
        } else {
            paragraph(Svg.escaped(words.say(
                            "These may be as good as what serves, or better: ",
                            "Peuvent valoir autant que ce qui sert, ou plus : ")
                    + alike.stream().map(words::name).collect(Collectors.joining(", "))
                    + "."));
        }
        if (Double.isFinite(report.detectable())) {
            paragraph(Svg.escaped(words.say(
                            "With this much data a gain shows four times in five only from ",
                            "Avec autant de données, un gain ne se voit quatre fois sur cinq qu’à partir de ")
                    + words.number(report.detectable())
                    + words.say(" on.", ".")));
        }
        if (!report.leftOut().isEmpty()) {
            open(words.say("Not tried", "Non essayés"), words.say("model", "modèle"), words.say("reason", "raison"));
            report.leftOut().forEach(out -> row("", out.name(), words.leftOut(out)));
            close();
        }
    }

    private void measured() {
        heading(words.say("How it was measured", "Comment cela a été mesuré"));
        paragraph(Svg.escaped(words.say(
                "Each model learns what lies before a window and is asked what came in it, among all products. Settings are"
                        + " searched on some customers; weights are fitted in folds, and a component enters only if, on"
                        + " customers who had no part in choosing its weight, its gain's 95 % interval lies above 0. The"
                        + " intervals come from 2,000 bootstrap draws of customers, of windows too where there are several.",
                "Chaque modèle apprend ce qui précède une fenêtre, puis doit trouver, parmi tous les produits, ce qui y est"
                        + " venu. Les réglages sont cherchés sur une partie des clients ; les poids sont ajustés par plis, et"
                        + " une composante n’entre que si l’intervalle à 95 % de son gain est au-dessus de 0 chez des clients"
                        + " qui n’ont pas servi à choisir son poids. Les intervalles viennent de 2 000 tirages bootstrap de"
                        + " clients, et de fenêtres quand il y en a plusieurs.")));
        open("", words.say("what", "quoi"), words.say("figure", "chiffre"));
        row("", words.say("objective", "objectif"), words.objective(report.objective()));
        row("", words.say("windows", "fenêtres"), String.join(", ", report.windows()));
        row("", words.say("questions", "questions"), words.count(report.questions()));
        row("", words.say("not asked", "non posées"), words.count(report.dropped()));
        row("", words.say("customers or sessions", "clients ou sessions"), words.count(report.units()));
        row(
                "",
                words.say("of them in the figures above", "dont dans les chiffres ci-dessus"),
                words.count(report.judges()));
        row(
                "",
                words.say("models trained and asked", "modèles entraînés et interrogés"),
                words.count(report.evaluations()));
        row("", words.say("seed", "graine"), Long.toString(report.seed()));
        row("", words.say("time", "durée"), String.format(words.locale(), "%.1f s", report.seconds()));
        close();
    }

    private void heading(String words) {
        page.append("<h2>").append(Svg.escaped(words)).append("</h2>\n");
    }

    private void paragraph(String html) {
        page.append("<p>").append(html).append("</p>\n");
    }

    private void open(String caption, String... columns) {
        page.append("<div class=\"scroll\"><table>\n");
        if (!caption.isEmpty()) {
            page.append("<caption>").append(Svg.escaped(caption)).append("</caption>\n");
        }
        page.append("<thead><tr>");
        for (String column : columns) {
            cell("th", " scope=\"col\"", column);
        }
        page.append("</tr></thead>\n<tbody>\n");
    }

    private void row(String kind, String... cells) {
        page.append(kind.isEmpty() ? "<tr>" : "<tr class=\"" + kind + "\">");
        for (int k = 0; k < cells.length; k++) {
            cell(k == 0 ? "th" : "td", k == 0 ? " scope=\"row\"" : "", cells[k]);
        }
        page.append("</tr>\n");
    }

    private void cell(String tag, String attributes, String content) {
        boolean number = content.indexOf(NUMBER) == 0;
        page.append('<').append(tag).append(attributes).append(number ? " class=\"n\">" : ">");
        page.append(Svg.escaped(number ? content.substring(1) : content));
        page.append("</").append(tag).append('>');
    }

    private void close() {
        page.append("</tbody>\n</table></div>\n");
    }

    private String settings(Map<String, Double> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + " " + words.setting(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
