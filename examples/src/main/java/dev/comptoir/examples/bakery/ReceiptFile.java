package dev.comptoir.examples.bakery;

import dev.comptoir.event.Rejection.Rule;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes receipts as a French till exports them: semicolons, decimal commas, day before month. */
final class ReceiptFile {
    static final String NAME = "receipts.csv";
    static final String HEADER = "ticket;date;heure;carte;article;libelle;categorie;quantite;prix_unitaire";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu;HH:mm", Locale.ROOT);

    private ReceiptFile() {}

    static void write(Path file, List<Ticket> tickets) throws IOException {
        int gap = Math.max(1, tickets.size() / (DirtyLine.ALL.size() + 1));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            line(out, HEADER);
            int dirty = 0;
            for (int i = 0; i < tickets.size(); i++) {
                String number = "T%06d".formatted(i + 1);
                for (Map.Entry<String, Integer> piece : tickets.get(i).pieces().entrySet()) {
                    line(out, line(number, tickets.get(i), piece));
                }
                // A line with another card only contradicts a receipt that has one.
                boolean due = i + 1 >= gap * (dirty + 1) && dirty < DirtyLine.ALL.size();
                if (due && tickets.get(i).card() != null) {
                    dirty(out, DirtyLine.ALL.get(dirty), number, dirty++);
                }
            }
        }
    }

    private static String line(String number, Ticket ticket, Map.Entry<String, Integer> piece) {
        Article article = Assortment.article(piece.getKey());
        @Nullable String card = ticket.card();
        return String.join(
                ";",
                number,
                DAY.format(ticket.at()),
                card == null ? "" : card,
                article.id(),
                article.title(),
                article.category(),
                String.valueOf(piece.getValue()),
                BigDecimal.valueOf(article.centsOn(ticket.at().toLocalDate()), 2)
                        .toPlainString()
                        .replace('.', ','));
    }

    private static void dirty(OutputStream out, DirtyLine dirty, String before, int place) throws IOException {
        String number = dirty.sharesReceipt() ? before : "T9%05d".formatted(place + 1);
        byte[] bytes = dirty.text()
                .formatted(number)
                .getBytes(dirty.rule() == Rule.ENCODING ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        out.write(bytes);
        out.write('\n');
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
