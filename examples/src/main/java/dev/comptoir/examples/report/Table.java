package dev.comptoir.examples.report;

import java.util.List;

/** A table whose rows become blocks in a narrow window; each cell then carries its column's name. Not thread-safe. */
final class Table {
    private final Html html;
    private final List<String> columns;
    private int column;

    Table(Html html, String... columns) {
        this.html = html;
        this.columns = List.of(columns);
        html.open("table").open("thead").open("tr");
        this.columns.forEach(name -> html.leaf("th", name, "scope", "col"));
        html.close().close().open("tbody").line();
    }

    Table row() {
        column = 0;
        html.open("tr");
        return this;
    }

    /** A row that links can lead to. */
    Table row(String id) {
        column = 0;
        html.open("tr", "id", id);
        return this;
    }

    Table link(String text, String href) {
        html.open("td", "class", "label", "data-label", label())
                .leaf("a", text, "href", href)
                .close();
        return this;
    }

    /** A short word on a coloured ground. */
    Table badge(String text, String kind) {
        html.open("td", "data-label", label())
                .leaf("span", text, "class", "badge " + kind)
                .close();
        return this;
    }

    Table cell(String text, String kind) {
        html.leaf("td", text, "class", kind, "data-label", label());
        return this;
    }

    Table code(String text) {
        html.open("td", "data-label", label()).leaf("code", text).close();
        return this;
    }

    /** A bar of a share from 0 to 1, and its number beside it. */
    Table bar(double share, String number) {
        html.open("td", "class", "score", "data-label", label());
        html.open("span", "class", "track")
                .leaf("span", "", "style", "width:" + Html.number(100 * share) + "%")
                .close();
        html.leaf("span", number, "class", "num").close();
        return this;
    }

    void end() {
        html.close().line();
    }

    void close() {
        html.close().close().line();
    }

    private String label() {
        return columns.get(column++);
    }
}
