package dev.comptoir.assist.learn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the greeting off a mail, with the name in it. Pure. */
final class Courtesy {
    private static final Pattern GREETING = Pattern.compile(
            "(?iu)^\\s{0,20}(?:bonjour|bonsoir|salut|ch[eè]re?s?|hello|hi|hey|dear|good (?:morning|afternoon|evening))"
                    + "(?:[ \\u00A0](?:madame|monsieur|mademoiselle|mme|mlle|m\\.|mr\\.?|mrs\\.?|ms\\.?|dr\\.?|cli[e\u00e8]nte?s?|customer|sir|madam"
                    + "|there|all|everyone|[\u00e0a] tous|[\u00e0a] toutes|et|and|(?-i:\\p{Lu}[\\p{L}'\u2019-]{1,40}))){0,4}"
                    + "\\s{0,3}(?:[,!.:\\n]|$)\\s{0,20}");

    private Courtesy() {}

    static String strip(String text) {
        Matcher greeting = GREETING.matcher(text);
        return (greeting.find() ? text.substring(greeting.end()) : text).strip();
    }
}
