package dev.comptoir.assist.understand;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Turns the HTML of a mail into plain text, with a line {@code >} where quoted mail stood. */
final class HtmlText {
    /*
     * jsoup reads as browsers do; its tree is walked without recursion and may be 256 levels deep at most, beyond which it goes
     * flat. One megabyte of the worst markup tried takes about a second. What mail programs mark as quoted is known by their
     * own names: quotations as such may be followed by the customer's words, Outlook's and Yahoo's are not.
     */
    private static final int MAX_DEPTH = 256;

    private static final Pattern TAGS =
            Pattern.compile("(?i)</?(?:html|body|p|div|br|span|a|b|i|u|em|strong|table|tbody|td|tr|font|script|style"
                    + "|blockquote|ul|ol|li|h[1-6]|pre|head|hr|img|center)(?=[\\s/>])");
    private static final Pattern BLOCK_TAGS =
            Pattern.compile("(?i)<(?:html|body|p|div|br|table|blockquote|ul|ol)(?=[\\s/>])");
    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^>");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s{0,4}:\\s{0,4}none");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr", "pre");
    private static final Set<String> LINES =
            Set.of("div", "tr", "li", "body", "center", "section", "article", "dt", "dd");
    private static final Set<String> DROPPED =
            Set.of("script", "style", "head", "title", "template", "noscript", "select", "textarea", "svg", "object");
    private static final Set<String> QUOTE_CLASSES = Set.of("yahoo_quoted", "protonmail_quote", "tutanota_quote");
    private static final Set<String> SIGNATURE_CLASSES =
            Set.of("gmail_signature", "moz-signature", "protonmail_signature_block");
    private static final Set<String> ENDS =
            Set.of("appendonsend", "divrplyfwdmsg", "mail-editor-reference-message-container", "orimsghtmlseperator");

    private HtmlText() {}

    /** The visible text; a text without HTML tags is returned as it is. */
    static String strip(String text) {
        if (!TAGS.matcher(text).find()) {
            return text;
        }
        boolean keepsLines =
                !BLOCK_TAGS.matcher(text).find() || QUOTED_LINE.matcher(text).find();
        Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(text, "");
        Text out = new Text(keepsLines);
        NodeTraversor.filter(out, document);
        return out.text.toString();
    }

    /** Gathers the text on one walk through the document; not thread-safe. */
    private static final class Text implements NodeFilter {
        private final StringBuilder text = new StringBuilder();
        private final boolean keepsLines;

        Text(boolean keepsLines) {
            this.keepsLines = keepsLines;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String tag = element.normalName();
            if (ENDS.contains(element.id().toLowerCase(Locale.ROOT))) {
                return FilterResult.STOP;
            }
            if (tag.equals("blockquote") || hasClass(element, QUOTE_CLASSES)) {
                text.append("\n>\n");
                return FilterResult.SKIP_ENTIRELY;
            }
            if (DROPPED.contains(tag)
                    || hasClass(element, SIGNATURE_CLASSES)
                    || HIDDEN.matcher(element.attr("style")).find()) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(tag);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (PARAGRAPHS.contains(node.nodeName())) {
                newLine();
                blankLine();
            } else if (LINES.contains(node.nodeName())) {
                newLine();
            }
            return FilterResult.CONTINUE;
        }

        private void open(String tag) {
            switch (tag) {
                case "br" -> text.append('\n');
                case "td", "th" -> text.append(' ');
                case "li" -> {
                    newLine();
                    text.append("- ");
                }
                default -> {
                    if (PARAGRAPHS.contains(tag)) {
                        newLine();
                        blankLine();
                    } else if (LINES.contains(tag)) {
                        newLine();
                    }
                }
            }
        }

        private void add(TextNode words) {
            String whole = words.getWholeText();
            Node parent = words.parent();
            boolean preformatted = parent != null && parent.nodeName().equals("pre");
            text.append(
                    keepsLines || preformatted
                            ? whole
                            : whole.replace('\n', ' ').replace('\r', ' '));
        }

        private void newLine() {
            int last = text.length() - 1;
            while (last >= 0 && text.charAt(last) == ' ') {
                last--;
            }
            if (last >= 0 && text.charAt(last) != '\n') {
                text.append('\n');
            }
        }

        private void blankLine() {
            int length = text.length();
            if (length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) != '\n') {
                text.append('\n');
            }
        }

        private static boolean hasClass(Element element, Set<String> names) {
            for (String name : names) {
                if (element.hasClass(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
