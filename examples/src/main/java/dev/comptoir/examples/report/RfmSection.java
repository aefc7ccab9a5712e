package dev.comptoir.examples.report;

import java.util.List;

/** The map of customers with its legend. */
record RfmSection(List<RfmCell> cells) implements Section {
    @Override
    public String id() {
        return "rfm";
    }

    @Override
    public void write(Html html, Words words) {
        int customers = cells.stream().mapToInt(RfmCell::customers).sum();
        html.leaf("p", words.get("rfm.intro")).open("figure").line();
        new SvgHeatMap(cells, words).write(html);
        html.open("p", "class", "legend").text(words.get("rfm.colour")).text(" ");
        for (int level = 1; level <= SvgHeatMap.LEVELS; level++) {
            html.open("span").leaf("i", "", "class", "swatch q" + level);
            html.text(words.number(0.2 + 0.8 * level, 1) + "\u2013" + words.number(1 + 0.8 * level, 1));
            html.close().text(" ");
        }
        html.close()
                .leaf("figcaption", words.get("rfm.total", customers))
                .close()
                .line();
    }
}
