package dev.comptoir.profile;

/** The values of a profile; each can be asked {@linkplain Profile#why why}. */
public enum ProfileValue {
    FIRST_PURCHASE("first-purchase/1"),
    LAST_PURCHASE("last-purchase/1"),
    PURCHASE_COUNT("purchase-count/1"),
    RETURN_COUNT("return-count/1"),
    SPEND("spend/1"),
    OTHER_CURRENCIES("other-currencies/1"),
    AVERAGE_BASKET("average-basket/1"),
    BASKET_SIZE("basket-size/1"),
    BASKET_COMPOSITION("basket-composition/1"),
    FAVOURITE_PRODUCTS("favourite-products/1"),
    FAVOURITE_CATEGORIES("favourite-categories/1"),
    FAVOURITE_DAYS("favourite-days/1"),
    FAVOURITE_HOURS("favourite-hours/1"),
    FAVOURITE_CHANNELS("favourite-channels/1"),
    PRICE_SENSITIVITY("price-sensitivity/1"),
    PREFERENCES("preferences/1"),
    RFM("rfm-quintiles/1"),
    RFM_SEGMENT("rfm-segments/1"),
    NEXT_PURCHASE("median-interval/1"),
    CONTACTS("contacts/1"),
    OPEN_REQUESTS("open-requests/1"),
    SATISFACTION("satisfaction/1"),
    NOTES("notes/1"),
    LOYALTY_CARDS("loyalty-cards/1");

    private final String rule;

    ProfileValue(String rule) {
        this.rule = rule;
    }

    /** The name and version of the rule that gives the value; the version grows when the rule gives other values. */
    public String rule() {
        return rule;
    }
}
