package dev.comptoir.examples.bakery;

import dev.comptoir.event.Rejection.Rule;
import java.util.List;

/**
 * A line such as a till writes on a bad day. In {@code %s} stands the number of a receipt.
 *
 * @param rule what it breaks
 * @param text the line
 * @param sharesReceipt whether the receipt is the one before it, or one of its own
 */
record DirtyLine(Rule rule, String text, boolean sharesReceipt) {
    static final List<DirtyLine> ALL = List.of(
            own(Rule.TIME, "%s;31/02/2025;09:12;carte-0077;baguette;Baguette ordinaire;pains;1;1,05"),
            own(Rule.NUMBER, "%s;12/04/2024;08:03;;croissant;Croissant au beurre;viennoiseries;deux;1,20"),
            own(Rule.REQUIRED, "%s;14/05/2024;12:31;carte-0012;;Sandwich jambon-beurre;snacking;1;4,20"),
            own(Rule.FIELD_COUNT, "%s;02/06/2024;10:45;carte-0150;flan;Flan pâtissier"),
            own(Rule.RANGE, "%s;18/07/2024;17:20;;baguette-tradition;Baguette de tradition;pains;0;1,30"),
            own(Rule.NUMBER, "%s;21/09/2024;11:58;carte-0201;eau;Eau plate 50 cl;boissons;1;offert"),
            own(Rule.QUOTES, "%s;10/11/2024;09:40;;eclair-chocolat;\"Éclair au chocolat;pâtisseries;2;2,90"),
            own(Rule.REQUIRED, "%s;;;carte-0033;pain-mie;Pain de mie tranché;pains;1;3,50"),
            own(Rule.ENCODING, "%s;15/03/2025;16:05;;religieuse-cafe;Religieuse au café;pâtisseries;1;3,70"),
            own(Rule.RANGE, "%s;24/05/2025;10:10;carte-0260;croissant;Croissant au beurre;viennoiseries;1;-1,30"),
            own(Rule.TIME, "%s;2025-09-06;7h50;carte-0042;baguette-tradition;Baguette de tradition;pains;1;1,40"),
            new DirtyLine(
                    Rule.CONFLICT,
                    "%s;17/01/2026;09:30;carte-9999;croissant;Croissant au beurre;viennoiseries;1;1,30",
                    true));

    private static DirtyLine own(Rule rule, String text) {
        return new DirtyLine(rule, text, false);
    }
}
