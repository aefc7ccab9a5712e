package dev.comptoir.rights;

import java.io.IOException;
import java.io.Writer;

/** Writes a page to a stream. Every text is escaped on its way in, so nothing that a customer wrote can become markup. */
final class Markup {
    private final Writer out;

    Markup(Writer out) {
        this.out = out;
    }

    /** Our own markup, as it is. */
    Markup raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    Markup text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> out.write(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return this;
    }

    /** An element with nothing but a text. */
    Markup leaf(String tag, String text) throws IOException {
        return raw("<" + tag + ">").text(text).raw("</" + tag + ">");
    }
}
