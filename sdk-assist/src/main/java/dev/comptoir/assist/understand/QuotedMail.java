package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts quoted and forwarded mail out of a text that {@link TextNormalizer#clean} has been through. Linear time. */
final class QuotedMail {
    /*
     * A quotation begins in one of three ways: a sentence of attribution ("Le 3 mars 2026 à 10:12, Ana <a@b.fr> a écrit :"),
     * which mail programs break over up to three lines; a rule with words ("-----Message d'origine-----"); or the head of a
     * mail ("De : ... / Envoyé : ... / À : ... / Objet : ..."). Where its lines are marked with ">", the customer may write
     * below or between; where they are not, all the rest is quoted. An attribution needs a time, a year or an address, so that
     * "votre collègue m'a écrit :" stays the customer's own sentence, and a head needs a date or a subject, so that "De : Paris,
     * À : Lyon" does.
     */
    private static final int LONGEST_HEAD_LINE = 500;

    private static final Pattern ATTRIBUTION = Pattern.compile("(?iu)^(?:le .{4,300} (?:a écrit|a ecrit|écrit) ?:"
            + "|on .{4,300} wrote ?:|.{2,150} (?:a écrit|a ecrit) (?:le )?.{4,100}:|.{2,150} wrote (?:on )?.{4,100}:"
            + "|.{0,150}<[^<>\\s]{1,100}@[^<>\\s]{2,100}>,? ?(?:(?:a écrit|a ecrit|wrote) ?)?:)$");
    private static final Pattern DATED =
            Pattern.compile("(?:19|20)[0-9]{2}|[0-9]{1,2} ?[:hH] ?[0-9]{2}|[^\\s@]@[^\\s@]|[0-9]{1,2}/[0-9]{1,2}");
    private static final Pattern RULE =
            Pattern.compile("(?iu)^[-_* ]{0,60}(?:original message|message d'origine|message original"
                    + "|message transféré|message réexpédié|forwarded message|mail original|mail transféré|e-mail d'origine|courriel original"
                    + "|original appointment|reply message) ?:?[-_* ]{1,60}$|^_{10,200}$"
                    + "|^(?:début du message (?:transféré|réexpédié)|begin forwarded message) ?:$");
    private static final Pattern SENDER =
            Pattern.compile("(?iu)^\\*?(?:de|from|expéditeur|sender) ?\\*? ?: ?\\*? ?\\S.{0,300}$");
    private static final Pattern FIELD = Pattern.compile(
            "(?iu)^\\*?(?:envoyé(?: le| à)?|sent|date|à|a|to|pour|objet|subject|sujet|cc|bcc|cci|répondre à|reply-to|destinataire|importance)"
                    + " ?\\*? ?: ?\\*?.{0,300}$");
    private static final Pattern TELLING =
            Pattern.compile("(?iu)^\\*?(?:envoyé(?: le| à)?|sent|date|objet|subject|sujet) ?\\*? ?:.{0,300}$");

    private QuotedMail() {}

    /** Without quoted lines and without everything below a quoted mail's head. */
    static String strip(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(">")) {
                continue;
            }
            int head = headLength(lines, i);
            if (head > 0) {
                if (quotesFollow(lines, i + head)) {
                    i += head - 1;
                    continue;
                }
                break;
            }
            if (!line.isEmpty()
                    || (!kept.isEmpty() && !kept.get(kept.size() - 1).isEmpty())) {
                kept.add(line);
            }
        }
        return String.join("\n", kept).strip();
    }

    /** The number of lines that introduce a quoted mail here; 0 where none begins. */
    private static int headLength(List<String> lines, int i) {
        String line = lines.get(i);
        if (line.isEmpty() || line.length() > LONGEST_HEAD_LINE) {
            return 0;
        }
        if (RULE.matcher(line).matches()) {
            return 1;
        }
        if (SENDER.matcher(line).matches()) {
            return senderLength(lines, i);
        }
        return attributionLength(lines, i);
    }

    private static int attributionLength(List<String> lines, int i) {
        String joined = "";
        for (int length = 1; length <= 3 && i + length <= lines.size(); length++) {
            String line = lines.get(i + length - 1);
            if (line.isEmpty() || line.startsWith(">") || joined.length() + line.length() > LONGEST_HEAD_LINE) {
                return 0;
            }
            joined = joined.isEmpty() ? line : joined + " " + line;
            if (joined.endsWith(":")
                    && ATTRIBUTION.matcher(joined).matches()
                    && DATED.matcher(joined).find()) {
                return length;
            }
            String start = joined.toLowerCase(Locale.ROOT);
            if (!start.startsWith("le ") && !start.startsWith("on ") && !joined.contains("<")) {
                return 0;
            }
        }
        return 0;
    }

    /** A mail's head: its other lines, of which one must tell a date or a subject; blank lines may part them. */
    private static int senderLength(List<String> lines, int i) {
        if (isWholeHead(lines.get(i))) {
            return 1;
        }
        boolean telling = false;
        int last = i;
        for (int j = i + 1; j < lines.size() && j <= i + 12; j++) {
            String line = lines.get(j);
            if (line.isEmpty()) {
                continue;
            }
            if (line.length() > LONGEST_HEAD_LINE || !FIELD.matcher(line).matches()) {
                // A long list of receivers goes on in the next line.
                if (line.contains("@") && line.length() <= LONGEST_HEAD_LINE) {
                    continue;
                }
                break;
            }
            telling |= TELLING.matcher(line).matches();
            last = j;
        }
        return telling ? last - i + 1 : 0;
    }

    /** Some programs put the whole head into one line. */
    private static boolean isWholeHead(String line) {
        String lower = line.toLowerCase(Locale.ROOT).replace(" :", ":");
        return (lower.contains(" envoyé:") && lower.contains(" objet:"))
                || (lower.contains(" sent:") && lower.contains(" subject:"))
                || (lower.contains(" date:") && (lower.contains(" objet:") || lower.contains(" subject:")));
    }

    private static boolean quotesFollow(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                return lines.get(i).startsWith(">");
            }
        }
        return false;
    }
}
