package dev.comptoir.recommend.select;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A method that was not tried. Immutable.
 *
 * @param name of the method
 * @param reason why
 * @param value what is too much: items or bytes; 0 where it is neither
 * @param limit how much would do
 */
public record LeftOut(String name, Reason reason, long value, long limit) {
    /** Why a method is not tried. */
    public enum Reason {
        /** A full matrix of items would be too large: see {@link Limits#denseItems}. */
        TOO_MANY_ITEMS,
        /** The method stands in for one with a full matrix of items, which fits here. */
        DENSE_FITS,
        /** Training would take too much memory: see {@link Limits#bytes}. */
        TOO_MUCH_MEMORY,
        /** No item has a title, a category or a text vector. */
        NO_TEXTS
    }

    /**
     * The reason in a few words.
     *
     * @param locale French where its language is French, otherwise English
     */
    public String why(Locale locale) {
        return ReportWords.in(locale).leftOut(this);
    }

    Map<String, Object> toData() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", name);
        data.put("reason", reason.name());
        data.put("value", value);
        data.put("limit", limit);
        data.put("why", why(Locale.ENGLISH));
        return data;
    }
}
