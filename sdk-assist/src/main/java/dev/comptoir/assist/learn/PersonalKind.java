package dev.comptoir.assist.learn;

import dev.comptoir.assist.understand.Language;

/** What belongs to a person in a text. */
public enum PersonalKind {
    /** A value that is known to be this customer's. */
    KNOWN_VALUE("[client]", "[customer]"),
    /** A mail address. */
    MAIL("[e-mail]", "[e-mail]"),
    /** A bank account, with its check digits. */
    IBAN("[IBAN]", "[IBAN]"),
    /** A payment card, with its check digit. */
    CARD("[carte]", "[card]"),
    /** A telephone number. */
    PHONE("[téléphone]", "[phone]"),
    /** The number of an order, an invoice, a parcel. */
    ORDER("[numéro]", "[number]"),
    /** A long number of another kind. */
    NUMBER("[numéro]", "[number]"),
    /** A name behind a title, or behind "my name is". */
    NAME("[nom]", "[name]"),
    /** A number and a street. */
    ADDRESS("[adresse]", "[address]");

    private final String french;
    private final String english;

    PersonalKind(String french, String english) {
        this.french = french;
        this.english = english;
    }

    String placeholder(Language language) {
        return language.choose(french, english);
    }
}
