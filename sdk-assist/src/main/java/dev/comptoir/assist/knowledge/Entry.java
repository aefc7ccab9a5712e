package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import java.util.List;

/**
 * One question of the merchant's knowledge with its answer. Immutable.
 *
 * @param id unique in the knowledge: the id of a JSON line, or the file's path and the place in it
 * @param question the question or title, 1 to {@value #MAX_QUESTION} characters
 * @param variants other ways to ask it, in either language, at most {@value #MAX_VARIANTS} of 1 to {@value #MAX_QUESTION}
 *     characters
 * @param keywords further words a customer may use, at most {@value #MAX_KEYWORDS} of 1 to {@value #MAX_KEYWORD} characters
 * @param theme what the entry belongs to; empty where there is none
 * @param answer the merchant's own words, 1 to {@value #MAX_ANSWER} characters
 * @param language the language of question and answer
 * @param action what replying with it does
 * @param validity the days on which it holds
 * @param origin where it comes from
 */
public record Entry(
        String id,
        String question,
        List<String> variants,
        List<String> keywords,
        String theme,
        String answer,
        Language language,
        ActionClass action,
        Validity validity,
        Origin origin) {
    /** Characters of an id. */
    public static final int MAX_ID = 400;

    /** Characters of a question or a variant. */
    public static final int MAX_QUESTION = 1_000;

    /** Variants of an entry. */
    public static final int MAX_VARIANTS = 200;

    /** Keywords of an entry. */
    public static final int MAX_KEYWORDS = 200;

    /** Characters of a keyword. */
    public static final int MAX_KEYWORD = 200;

    /** Characters of an answer. */
    public static final int MAX_ANSWER = 50_000;

    public Entry {
        check("id", id, 1, MAX_ID);
        check("question", question, 1, MAX_QUESTION);
        check("theme", theme, 0, MAX_QUESTION);
        check("answer", answer, 1, MAX_ANSWER);
        variants = List.copyOf(variants);
        if (variants.size() > MAX_VARIANTS) {
            throw new IllegalArgumentException("The entry has " + variants.size() + " variants; at most " + MAX_VARIANTS
                    + " are allowed. Maybe keep the most different ones?");
        }
        variants.forEach(variant -> check("variant", variant, 1, MAX_QUESTION));
        keywords = List.copyOf(keywords);
        if (keywords.size() > MAX_KEYWORDS) {
            throw new IllegalArgumentException("The entry has " + keywords.size() + " keywords; at most " + MAX_KEYWORDS
                    + " are allowed. Maybe split it into several entries?");
        }
        keywords.forEach(keyword -> check("keyword", keyword, 1, MAX_KEYWORD));
    }

    /** One that the merchant wrote. */
    public Entry(
            String id,
            String question,
            List<String> variants,
            List<String> keywords,
            String theme,
            String answer,
            Language language,
            ActionClass action,
            Validity validity) {
        this(id, question, variants, keywords, theme, answer, language, action, validity, Origin.WRITTEN);
    }

    /** One that informs, holds always and is asked in one way only. */
    public Entry(String id, String question, List<String> keywords, String theme, String answer, Language language) {
        this(id, question, List.of(), keywords, theme, answer, language, ActionClass.INFORM, Validity.ALWAYS);
    }

    /** Whether replying with it alone is out of the question, because nobody has confirmed it yet. */
    public boolean isDraftOnly() {
        return origin == Origin.UNCONFIRMED;
    }

    /** The same with other ways to ask it. */
    public Entry withVariants(List<String> variants) {
        return new Entry(id, question, variants, keywords, theme, answer, language, action, validity, origin);
    }

    private static void check(String what, String value, int min, int max) {
        if (min > 0 && value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " of an entry must not be blank.");
        }
        if (value.length() > max) {
            throw new IllegalArgumentException("The " + what + " of an entry has " + value.length()
                    + " characters; at most " + max + " are allowed. Maybe split the entry?");
        }
    }
}
