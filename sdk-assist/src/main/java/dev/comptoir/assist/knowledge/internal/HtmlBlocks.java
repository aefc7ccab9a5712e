package dev.comptoir.assist.knowledge.internal;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The visible text of a part of a page, with its blocks on lines of their own. Linear time, no recursion. */
final class HtmlBlocks {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private HtmlBlocks() {}

    /** All on one line. */
    static String line(Element element) {
        return text(element).replace('\n', ' ').strip();
    }

    /** Blocks, list items and rows on lines of their own; the cells of a row between bars. */
    static String text(Element element) {
        Lines lines = new Lines(false);
        element.traverse(lines);
        lines.endLine();
        return lines.sections.body().strip();
    }

    /** The same, cut at the headings. */
    static Sections sections(Element element) {
        Lines lines = new Lines(true);
        element.traverse(lines);
        lines.endLine();
        return lines.sections;
    }

    private static final class Lines implements NodeVisitor {
        final Sections sections = new Sections();
        private final boolean cut;
        private final StringBuilder line = new StringBuilder();
        private int heading;
        private int headingLine;
        private int preformatted;

        Lines(boolean cut) {
            this.cut = cut;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (preformatted > 0 && heading == 0) {
                    appendLines(text.getWholeText());
                } else {
                    append(text.text());
                }
            } else if (node instanceof Element element) {
                String name = element.normalName();
                preformatted += name.equals("pre") ? 1 : 0;
                if (cut && heading == 0 && HEADINGS.contains(name)) {
                    endLine();
                    heading = name.charAt(1) - '0';
                    headingLine = element.sourceRange().isTracked()
                            ? element.sourceRange().start().lineNumber()
                            : 0;
                } else if (heading == 0 && (name.equals("td") || name.equals("th"))) {
                    append(line.isEmpty() ? "" : " | ");
                } else if (heading == 0 && (name.equals("br") || element.isBlock())) {
                    endLine();
                    append(name.equals("li") ? "- " : "");
                } else {
                    // Words in neighbouring blocks of a heading must not run together.
                    append(name.equals("br") || element.isBlock() ? " " : "");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                preformatted -= name.equals("pre") ? 1 : 0;
                boolean cell = name.equals("td") || name.equals("th");
                if (heading > 0 && HEADINGS.contains(name)) {
                    String title = line.toString().strip();
                    line.setLength(0);
                    if (!title.isEmpty()) {
                        sections.heading(title, heading, headingLine);
                    }
                    heading = 0;
                } else if (heading == 0 && element.isBlock() && !cell) {
                    endLine();
                }
            }
        }

        void endLine() {
            String text = line.toString().strip();
            line.setLength(0);
            if (!text.isEmpty() && !text.equals("-")) {
                sections.text(text);
            }
        }

        private void appendLines(String text) {
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                append(text.substring(from, end));
                endLine();
                from = end + 1;
            }
            append(text.substring(from));
        }

        /** One blank between words, none where the line begins. */
        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean blank = Character.isWhitespace(c) || c == '\u00A0';
                if (!blank) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
        }
    }
}
