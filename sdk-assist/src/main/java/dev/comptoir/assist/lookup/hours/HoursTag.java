package dev.comptoir.assist.lookup.hours;

/** What a phrase of the vocabulary contributes to a question about opening hours. */
enum HoursTag {
    /** Politeness and function words. */
    FILLER,
    /** "Pour", "for", "over": only before a day; before anything else it changes the subject. */
    FOR,
    /** The business as a person: "vous". */
    SUBJECT,
    /** The business as a place: "le magasin". */
    SHOP,
    /** "C'", "it": the business only if nothing else was spoken of. */
    PRONOUN,
    /** "Il", "they": only beside a shop that is named. */
    DEPENDENT_PRONOUN,
    /** "Je voudrais passer": its days are those of the question. */
    VISIT,
    /** "Est", "are". */
    COPULA,
    /** Open or closed as a state; says enough beside a subject. */
    STATE,
    /** Opens or closes as an act: needs a day or a time, for boxes are opened too. */
    ACT,
    /** The English "close", which is an adjective as well. */
    CLOSE,
    /** The French "ferme", a state after a copula, otherwise an act. */
    FERME,
    /** "Horaires", "opening hours". */
    HOURS,
    /** What makes it a question even without a question mark. */
    QUESTION,
    /** "Si", "if": asks behind "savoir", supposes elsewhere. */
    WHETHER,
    /** The English auxiliary of acts: "do", "will". */
    AUXILIARY,
    ASK_TIME,
    ASK_DAY,
    NOW,
    /** "Encore", "still": now, unless a day is named. */
    STILL,
    TIME,
    TODAY,
    TOMORROW,
    AFTER_TOMORROW,
    THIS_WEEKEND,
    WEEKENDS,
    WEEKDAY,
    WEEKDAYS,
    NEXT,
    /** In general: the whole week. */
    USUALLY,
    PUBLIC_HOLIDAYS,
    DATE
}
