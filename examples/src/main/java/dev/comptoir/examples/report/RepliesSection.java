package dev.comptoir.examples.report;

import java.util.List;
import java.util.Locale;

/** A card for each message: what came in, what goes out or does not, on what it rests. */
record RepliesSection(List<ReplyCard> cards) implements Section {
    @Override
    public String id() {
        return "replies";
    }

    @Override
    public void write(Html html, Words words) {
        if (cards.isEmpty()) {
            html.leaf("p", words.get("none"));
        }
        for (ReplyCard card : cards) {
            String kind = card.kind().name();
            html.open("article", "class", "reply");
            html.leaf("blockquote", card.message(), "aria-label", words.get("replies.message"));
            html.open("p")
                    .leaf("span", words.get("replies." + kind), "class", "badge " + kind.toLowerCase(Locale.ROOT));
            html.close();
            if (!card.text().isBlank()) {
                html.leaf("div", card.text(), "class", "text");
            }
            list(html, words.get("replies.citations"), card.citations());
            list(html, words.get("replies.reasons"), card.reasons());
            html.close().line();
        }
    }

    private static void list(Html html, String title, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        html.leaf("h4", title).open("ul");
        texts.forEach(text -> html.leaf("li", text));
        html.close();
    }
}
