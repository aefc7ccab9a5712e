package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a mail down to what its sender wrote last. The patterns are anchored and bounded: linear time. */
final class QuotedMail {
    private static final int MAX_CLOSING = 80;
    private static final Pattern ATTRIBUTION = Pattern.compile("(?i)^(?:le .{4,200} a écrit ?:|on .{4,200} wrote ?:)$");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?i)^-{2,20} ?(?:original message|message d'origine"
                    + "|message transféré|message original|forwarded message|début du message transféré) ?-{0,20}$|^_{10,200}$");
    private static final Pattern HEADER = Pattern.compile("(?i)^(?:de|from) ?: ?\\S.{0,300}$");
    private static final Pattern NEXT_HEADER =
            Pattern.compile("(?i)^(?:envoyé|sent|date|à|to|objet|subject|cc) ?: ?.{0,300}$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)^(?:envoyé (?:de|depuis) (?:mon|ma|outlook|yahoo)|sent from (?:my|outlook|yahoo)|télécharger outlook|get outlook).{0,200}$");
    private static final Pattern CLOSING = Pattern.compile("(?i)^(?:(?:bien |très )?cordialement|(?:bien )?sincèrement"
            + "|salutations|(?:mes |avec mes )?(?:meilleures|sincères) salutations|bien à vous|respectueusement|bonne journée"
            + "|bonne soirée|cdlt|(?:kind |best |warm )?regards|best wishes|sincerely|yours (?:sincerely|faithfully|truly)"
            + "|cheers|all the best)\\b[ ,.!]*(?:[^?]{0,60})$");

    private QuotedMail() {}

    /** Without quoted lines and without everything below a quoted mail's head. */
    static String strip(String text) {
        List<String> lines = text.lines().toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(">")) {
                continue;
            }
            int head = headLength(lines, i);
            if (head > 0) {
                if (quotesFollow(lines, i + head)) {
                    // The sender may have written below the quotation, whose lines are all marked.
                    i += head - 1;
                    continue;
                }
                break;
            }
            kept.add(line);
        }
        return String.join("\n", kept).strip();
    }

    /** Without the closing formula, the signature and the device's advertisement, when words come before them. */
    static String stripSignature(String text) {
        StringBuilder kept = new StringBuilder();
        boolean words = false;
        for (String line : text.lines().toList()) {
            boolean ends = line.equals("--") || DEVICE.matcher(line).matches() || isClosing(line);
            if (ends && words) {
                break;
            }
            words |= TextNormalizer.hasWords(line);
            if (!line.equals("--")) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString().strip();
    }

    private static boolean isClosing(String line) {
        return line.length() <= MAX_CLOSING && CLOSING.matcher(line).matches();
    }

    /** The number of lines that introduce a quoted mail here; 0 where none begins. */
    private static int headLength(List<String> lines, int i) {
        String line = lines.get(i).strip();
        if (line.length() > 500) {
            return 0;
        }
        if (ATTRIBUTION.matcher(line).matches() || ORIGINAL.matcher(line).matches()) {
            return 1;
        }
        if (i + 1 < lines.size()) {
            String next = lines.get(i + 1).strip();
            if (HEADER.matcher(line).matches() && NEXT_HEADER.matcher(next).matches()) {
                return 2;
            }
            // Mail programs break long attributions.
            if (next.length() <= 200 && ATTRIBUTION.matcher(line + " " + next).matches()) {
                return 2;
            }
        }
        return 0;
    }

    private static boolean quotesFollow(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                return line.startsWith(">");
            }
        }
        return false;
    }
}
