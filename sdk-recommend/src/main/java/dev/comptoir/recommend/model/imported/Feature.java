package dev.comptoir.recommend.model.imported;

import dev.comptoir.recommend.model.Contribution.Kind;
import java.util.Locale;

/** What is known of one item for one history, besides the scores of models. */
enum Feature {
    USER_BASKETS(Kind.OWN_PURCHASES, 0),
    USER_ITEMS(Kind.OWN_PURCHASES, 0),
    USER_DAYS(Kind.OWN_PURCHASES, -1),
    USER_ITEM_COUNT(Kind.OWN_PURCHASES, 0),
    USER_ITEM_DAYS(Kind.OWN_PURCHASES, -1),
    POPULARITY(Kind.POPULAR, 0),
    ITEM_BUYERS(Kind.POPULAR, 0),
    PRICE(Kind.RANKER, -1);

    private final Kind kind;
    private final float unknown;

    Feature(Kind kind, float unknown) {
        this.kind = kind;
        this.unknown = unknown;
    }

    /** As a ranker calls it: {@code user_item_days}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a reason says where this feature speaks. */
    Kind kind() {
        return kind;
    }

    /** What stands for not knowing. */
    float unknown() {
        return unknown;
    }
}
