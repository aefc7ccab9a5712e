package dev.comptoir.assist.lookup;

import dev.comptoir.assist.understand.Language;

/** How far an order is. */
public enum OrderState {
    RECEIVED("a bien \u00e9t\u00e9 enregistr\u00e9e", "has been received"),
    PREPARING("est en cours de pr\u00e9paration", "is being prepared"),
    /** Waits in the shop for the customer. */
    READY("est pr\u00eate \u00e0 \u00eatre retir\u00e9e", "is ready to be collected"),
    SHIPPED("a \u00e9t\u00e9 exp\u00e9di\u00e9e", "has been shipped"),
    OUT_FOR_DELIVERY("est en cours de livraison", "is out for delivery"),
    DELIVERED("a \u00e9t\u00e9 livr\u00e9e", "has been delivered"),
    RETURNED("a \u00e9t\u00e9 retourn\u00e9e", "has been returned"),
    CANCELLED("a \u00e9t\u00e9 annul\u00e9e", "has been cancelled");

    private final String french;
    private final String english;

    OrderState(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** What follows "your order": {@code est en cours de pr\u00e9paration}, {@code is being prepared}. */
    String predicate(Language language) {
        return language.choose(french, english);
    }

    boolean isOnTheWay() {
        return this == RECEIVED || this == PREPARING || this == SHIPPED || this == OUT_FOR_DELIVERY;
    }

    boolean isWithCarrier() {
        return this == SHIPPED || this == OUT_FOR_DELIVERY;
    }
}
