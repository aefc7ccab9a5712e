package dev.comptoir.segment.internal;

/** What a fact of a customer may change with, besides the customer's own events. */
enum Dependence {
    /** With nothing else. */
    OWN_EVENTS,
    /** With the local day. */
    DAY,
    /** With the events of all customers. */
    ALL_EVENTS,
    /** With the catalogue. */
    CATALOG,
    /** With whatever: it is asked again at every refresh. */
    ANYTHING
}
