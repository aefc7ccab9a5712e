package dev.comptoir.assist.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a message into units with one question each, without greetings, thanks and polite frames. Linear time. */
final class Questions {
    /*
     * A sentence asks when it ends in a question mark, opens like a question ("combien", "do you") or holds a polite frame
     * ("je voudrais savoir si"). A unit is such a sentence with the statements before it; statements after the last go with it.
     * A sentence is cut at "et", "and" or a comma when both sides ask, the left one with three words at least ("quand et où
     * livrez-vous" is one question). Items of a list that asks are units of their own. Words that may open a clause as well as a
     * question ("quand", "si", "which") count only behind "et" or with a question mark.
     */
    private static final String MARKED_OPENER =
            "(?:quels?|quelles?|combien|comment|pourquoi|lequel|laquelle|lesquels|lesquelles"
                    + "|qu'est-ce|est-ce|y a-t-il|y a t-il|peut-on|puis-je|à quelle?s?|de quelle?s?|dans quelle?s?|pour quelle?s?|avec quelle?s?|jusqu'à quand"
                    + "|depuis quand|à partir de quand|faut-il|faudra-t-il|(?:(?:le|la|les|y|en|me|nous|lui|leur) |l')?\\p{L}{2,20}(?:-t)?-(?:vous|tu|il|elle|on|nous|ils|elles|je|ce)|\\p{L}{2,20}ez vous"
                    + "|what(?! a )|what's|whose|how|why|do (?:you|i|we|they|your|the)|does|did (?:you|i|we|my|the|it)|can (?:i|you|we|one|they|the|my|it|someone)"
                    + "|could (?:i|you|we|it)|is (?:it|there|that|the|this|my|your|anyone|delivery|shipping|he|she)|are (?:you|there|the|they|your|my|these|those|we|dogs)"
                    + "|will (?:you|it|the|my|i|there|they)|would (?:you|it|i|there)|have (?:you|they)|has (?:it|my|the|your)|should i|may i|am i|was (?:it|my|the)|were (?:you|the)|(?:when|where|who|which(?: \\p{L}{2,20}){0,2}) (?:do|does|did|is|are|will|can|should|would|could|was|were))(?![\\p{L}])";
    private static final String CLAUSE_OPENER =
            "(?:où|quand|qui|si (?:vous|je|c'|l'|on|les|le|la|il|elle|un|une|votre|vos|mon|ma|mes|nous|ils|cela|ça)|s'(?:il|ils)"
                    + "|where|when|who|which|whether|if (?:you|i|it|the|there|my|your|they|we|that|this))(?![\\p{L}])";
    private static final String FRAME =
            "(?:(?:je (?:voudrais|voulais|souhaite|souhaiterais|veux|désire|désirerais|cherche à|tiens à|viens|me permets de)|j'aimerais|j'ai besoin de|j'aurais aimé|on (?:voudrait|aimerait)"
                    + "|nous (?:voudrions|souhaitons|aimerions|souhaiterions|voulons)|nous aimerions|il me faudrait) (?:bien |juste |aussi |également |simplement |par ailleurs )?(?:savoir|connaître|vous demander|demander|me renseigner(?: pour savoir| sur)?)"
                    + "|(?:est-ce que vous (?:pouvez|pourriez)|vous (?:pouvez|pourriez)|(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu)) (?:aussi |svp |également |s'il vous plaît )?(?:(?:me|nous) |m')(?:dire|préciser|indiquer|confirmer|faire savoir|renseigner sur|informer de)"
                    + "|(?:dites|dis|confirmez|précisez|indiquez)-(?:moi|nous)|merci de (?:me|nous|bien vouloir me|bien vouloir nous) (?:dire|confirmer|préciser|indiquer|faire savoir)"
                    + "|(?:je me demande|je me demandais|une question|ma question|autre question|deuxième question|question) ?:?"
                    + "|(?:i would|i'd|we would|we'd) (?:also |just |really )?(?:like|love) to (?:know|ask|find out)|i (?:also |just )?(?:want|wanted|need) to (?:know|ask)|i was (?:also )?wondering|i wonder|i am wondering|i'm wondering"
                    + "|(?:could|can|would|will) you (?:please |also |kindly )?(?:tell me|let me know|confirm|advise|let us know|tell us)|(?:please |kindly )(?:also )?(?:tell me|let me know|confirm|advise)|tell me|let me know|do you know|may i ask|can i ask|could i ask|just wondering"
                    + "|(?:one |another |a )?(?:quick )?question ?:)(?![\\p{L}])";
    private static final String LINK = "(?:,? ?(?:(?:si|if|whether|that|que)(?![\\p{L}])|s'(?=il)|qu'|:|,))?";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ITEM = Pattern.compile(
            "^(?:[-*\u2022\u00B7\u25CF+]|\\(?[0-9]{1,2} ?[.)\u00B0]|[0-9]{1,2}(?:/| ?-)(?=\\s)|[a-hA-H][.)])\\s{1,3}(?=\\S)");
    private static final Pattern INLINE_ITEM = Pattern.compile("(?<=[\\s:.,;?!])\\(?([0-9])[.)] ?(?=\\p{L})");
    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:re)?bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|cher|chère|chers|madame|monsieur|good (?:morning|afternoon|evening)|greetings|good day)"
                    + "(?![\\p{L}-])(?:,? (?:madame|monsieur|mesdames|messieurs|à tous|à toutes|there|team|all|sir|or|madam|l'équipe|toute l'équipe|et|everyone|service client|sirs)){0,4}(?: ?[,!.:;-]+)?\\s*",
            FLAGS);
    private static final Pattern TRAILER = Pattern.compile(
            "[,.!]?(?: (?:svp|s'il vous pla[iî]t|s'il te pla[iî]t|stp|please|pls|merci(?: (?:d'avance|beaucoup|par avance|bien|à vous))?|thanks(?: (?:in advance|a lot))?|thank you(?: (?:very much|in advance))?)){1,3} ?([?.!]{0,3})$",
            FLAGS);
    private static final Pattern LEADER = Pattern.compile(
            "^(?:et|and|also|aussi|également|sinon|enfin|puis|ensuite|d'abord|first|second|secondly|finally|then|s'il vous plaît|please|d'autre part|par ailleurs|autre question|de plus|plus)(?:,| ?:)? (?=\\S)",
            FLAGS);
    private static final Pattern FRAME_START = Pattern.compile("^(?:" + FRAME + ")" + LINK + "\\s*", FLAGS);
    private static final Pattern SUBORDINATE = Pattern.compile("^(?:(?:si|if|whether) |s'(?=il))", FLAGS);
    private static final Pattern HAS_FRAME = Pattern.compile("(?<![\\p{L}])" + FRAME, FLAGS);
    private static final Pattern OPENS = Pattern.compile("^" + MARKED_OPENER, FLAGS);
    private static final Pattern INVERSION =
            Pattern.compile("(?<![\\p{L}])(?:est-ce qu|\\p{L}{2,20}-(?:vous|t-il|t-elle|t-on)(?![\\p{L}]))", FLAGS);
    private static final Pattern JOINT = Pattern.compile(
            "(?:,? (?:et|ainsi que|ou bien|mais|and|as well as|but) (?:aussi |également |also |enfin |puis |then |finally |surtout )?(?="
                    + MARKED_OPENER + "|" + CLAUSE_OPENER + "|" + FRAME + "))"
                    + "|(?:[,;] (?:et |and |also |aussi )?(?=" + MARKED_OPENER + "|" + FRAME + "))",
            FLAGS);

    private static final Phrases FRAMES_ALONE = Phrases.of("""
            ^(?:un grand |encore |mille )?merci(?: (?:beaucoup|d avance|par avance|a vous|bien|bcp|infiniment|encore|pour (?:votre|vos|ta) (?:aide|reponses?|retour|attention|service|travail)|de (?:votre|ta) (?:aide|reponse|retour|attention|comprehension|patience)|de me repondre|de m eclairer|et|bonne journee|bonne soiree|a bientot|vite|rapidement)){0,4}$
            ^(?:many |much )?(?:thanks|thank you|thx|ty|cheers)(?: (?:so much|very much|in advance|a lot|again|for (?:your|the|any|all your) (?:help|time|reply|answer|support|assistance|patience|attention)|and|have a (?:nice|good|great|lovely) day|team|guys)){0,4}$
            ^(?:j espere que vous allez bien|comment allez vous|comment ca va|ca va|j espere que tout va bien|i hope (?:you are|you re|this (?:email |message |mail )?finds you|all is|everything is) (?:well|fine|ok|doing well)|how are you(?: doing)?(?: today)?|hope you are well|hope all is well)$
            ^(?:en vous remerciant|dans l attente|en attente|en attendant|au plaisir|je vous remercie|nous vous remercions|je reste a votre disposition)(?: \\w++){0,10}?$
            ^(?:looking forward|i look forward|awaiting|hoping) (?:to |for )?(?:hearing|your|hear|a)(?: \\w++){0,6}?$
            ^(?:je me permets de|je vous|nous vous) (?:vous )?(?:contacte|contacter|ecris|ecrire|ecrivons|solliciter|sollicite)(?: (?:aujourd hui|car|pour|ce jour|afin d avoir des renseignements|a ce sujet|pour (?:des|quelques|une|plusieurs) questions?)){0,4}$
            ^(?:alors |voila |donc |et )?(?:j ai|j aurais|nous avons|nous aurions|voici|ci dessous|juste|encore|avec) (?:mes |une |deux |trois |quatre |cinq |plusieurs |quelques |\\d |des |les |nos )?(?:petites? |simples? |rapides? |autres? )?questions?(?: (?:pour vous|a vous poser|a poser|svp|rapides?|simples?|suivantes?|s il vous plait|avant (?:de commander|d acheter|ma commande|commande))){0,4}$
            ^(?:so |and )?(?:i have|i ve got|i ve|i got|we have|here are|just|i had|below are)(?: got)? (?:a few|a couple of|a|some|two|three|four|several|my|our|the|\\d|one|another) ?(?:quick |simple |short |other |following )?questions?(?: (?:for you|please|before (?:ordering|i order|buying|i buy))){0,4}$
            ^(?:(?:est ce que )?(?:pouvez vous|pourriez vous|vous pouvez|vous pourriez)) (?:m aider|me repondre|me renseigner|nous aider|nous renseigner|m eclairer)(?: (?:svp|s il vous plait|rapidement|vite|au plus vite|a ce sujet|merci)){0,4}$
            ^(?:can|could|would) (?:you|anyone|someone) (?:please )?(?:help|advise|assist|answer)(?: (?:me|us|please|with this|out|quickly|thanks)){0,4}$
            ^(?:plusieurs questions|quelques questions|questions?|mes questions|my questions|a few questions|bien a vous|bonne journee|bonne soiree|a bientot|have a (?:nice|good|great) day|best|please|svp|s il vous plait)$
            """);
    private static final Phrases FOLLOW_UP = Phrases.of("""
            ^(?:est ce|c est|ce serait|serait ce|est ce que c est|est ce que ce serait|cela est il|est il) (?:\\w++ )?(?:possible|faisable|envisageable|normal|vrai|exact|correct|bien ca|ok|grave)(?: (?:svp|selon vous|pour vous|s il vous plait))?$
            ^(?:is|would) (?:that|this|it) (?:be )?(?:\\w++ )?(?:possible|ok|okay|right|normal|correct|true|feasible|fine|alright)$
            ^(?:oui ou non|n est ce pas|d accord|ok|right|yes or no|any ideas?|any news|une idee|des nouvelles|pourquoi|why|why not|comment faire|que faire|que dois je faire|what (?:can|should) i do|what now|et vous|what do you think|qu en pensez vous|possible)$
            """);

    private Questions() {}

    /** The units in order; one at least where the body has words. */
    static List<String> of(String body) {
        if (!TextNormalizer.hasWords(body)) {
            return List.of();
        }
        List<Piece> pieces = pieces(body);
        if (pieces.isEmpty()) {
            return List.of(body.strip());
        }
        Units units = new Units();
        boolean asksInList = pieces.stream().filter(Piece::item).anyMatch(Piece::asks)
                || pieces.stream().anyMatch(Piece::announces);
        for (Piece piece : pieces) {
            units.add(piece, asksInList);
        }
        return units.finish();
    }

    private static List<Piece> pieces(String body) {
        List<Piece> pieces = new ArrayList<>();
        for (String line : unwrapped(body)) {
            Matcher marker = ITEM.matcher(line);
            boolean item = marker.find();
            for (String sentence : Sentences.of(item ? line.substring(marker.end()) : line)) {
                addPieces(sentence, item, pieces);
            }
        }
        return pieces;
    }

    private static void addPieces(String sentence, boolean item, List<Piece> pieces) {
        String stripped = polite(sentence);
        String folded = TextNormalizer.fold(stripped);
        boolean announces = ANNOUNCES.in(folded);
        if (folded.isEmpty() || FRAMES_ALONE.in(folded)) {
            if (announces) {
                pieces.add(new Piece("", false, false, true));
            }
            return;
        }
        List<String> parts = split(stripped);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (i > 0) {
                part = SUBORDINATE.matcher(part).replaceFirst("");
            }
            String plain = withoutFrame(part);
            if (announces
                    && plain.endsWith(":")
                    && FRAME_START.matcher(plain).replaceFirst("").isBlank()) {
                plain = "";
            }
            pieces.add(new Piece(plain, i > 0 || asks(part), item && i == 0, announces));
        }
    }

    private static final Phrases ANNOUNCES = Phrases.of("""
            (?:questions|savoir|connaitre|demander|dire|know|ask|tell me)$
            """);

    /** Lines, where one that was only broken is joined to the next, and lists inside a line are parted. */
    private static List<String> unwrapped(String body) {
        List<String> lines = new ArrayList<>();
        for (String line : body.lines().toList()) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            boolean goesOn = !last.isEmpty()
                    && !line.isEmpty()
                    && Character.isLowerCase(line.codePointAt(0))
                    && !ITEM.matcher(line).find()
                    && ".?!:;".indexOf(last.charAt(last.length() - 1)) < 0;
            if (goesOn) {
                lines.set(lines.size() - 1, last + " " + line);
            } else {
                lines.add(line);
            }
        }
        return lines.stream().flatMap(line -> inlineItems(line).stream()).toList();
    }

    private static List<String> inlineItems(String line) {
        Matcher matcher = INLINE_ITEM.matcher(" " + line);
        List<Integer> starts = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(1).charAt(0) - '0' == starts.size() + 1) {
                starts.add(matcher.start() - 1);
            }
        }
        if (starts.size() < 2) {
            return List.of(line);
        }
        List<String> items = new ArrayList<>();
        items.add(line.substring(0, starts.get(0)));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : line.length();
            items.add(line.substring(starts.get(i), end).strip().replaceFirst("^\\(?([0-9])[.)] ?", "$1) "));
        }
        return items;
    }

    /** Without greeting before and thanks behind. */
    private static String polite(String sentence) {
        String text = GREETING.matcher(sentence).replaceFirst("");
        Matcher trailer = TRAILER.matcher(text);
        if (trailer.find() && trailer.start() > 0) {
            text = text.substring(0, trailer.start()) + mark(text, trailer);
        }
        return text.strip();
    }

    private static String mark(String text, Matcher trailer) {
        String mark = trailer.group(1);
        String before = text.substring(0, trailer.start());
        boolean blank = mark.startsWith("?") && text.charAt(trailer.start(1) - 1) == ' ';
        return before.endsWith("?") ? "" : (blank ? " " : "") + mark;
    }

    private static String withoutFrame(String part) {
        String text = part;
        for (int round = 0; round < 3; round++) {
            String shorter =
                    FRAME_START.matcher(LEADER.matcher(text).replaceFirst("")).replaceFirst("");
            if (!TextNormalizer.hasWords(shorter) || shorter.equals(text)) {
                break;
            }
            text = shorter;
        }
        return text.strip();
    }

    private static List<String> split(String sentence) {
        List<String> parts = new ArrayList<>();
        Matcher joint = JOINT.matcher(sentence);
        int start = 0;
        while (joint.find()) {
            String left = sentence.substring(start, joint.start());
            if (asks(left.strip())
                    && words(withoutFrame(left.strip())) >= 3
                    && words(sentence.substring(joint.end())) >= 2) {
                parts.add(left.strip());
                start = joint.end();
            } else if (start > 0 && words(left) >= 2 && words(sentence.substring(joint.end())) >= 2) {
                // Behind a part that asks all joined parts do.
                parts.add(left.strip());
                start = joint.end();
            }
        }
        parts.add(sentence.substring(start).strip());
        return parts;
    }

    private static boolean asks(String part) {
        String text = LEADER.matcher(part).replaceFirst("");
        if (part.endsWith("!")) {
            return HAS_FRAME.matcher(text).find();
        }
        return part.endsWith("?")
                || OPENS.matcher(text).find()
                || HAS_FRAME.matcher(text).find()
                || INVERSION.matcher(text).find();
    }

    private static int words(String text) {
        String folded = TextNormalizer.fold(text);
        return folded.isEmpty() ? 0 : folded.split(" ", -1).length;
    }

    /** A sentence or a part of one. */
    private record Piece(String text, boolean asks, boolean item, boolean announces) {}

    /** Gathers pieces into units; not thread-safe. */
    private static final class Units {
        private final List<String> units = new ArrayList<>();
        private final StringBuilder pending = new StringBuilder();

        void add(Piece piece, boolean asksInList) {
            if (piece.text().isEmpty()) {
                return;
            }
            boolean own = piece.asks() || (piece.item() && asksInList);
            if (own
                    && !units.isEmpty()
                    && pending.isEmpty()
                    && !piece.item()
                    && FOLLOW_UP.in(TextNormalizer.fold(piece.text()))) {
                units.set(units.size() - 1, units.get(units.size() - 1) + " " + piece.text());
                return;
            }
            pending.append(pending.isEmpty() ? "" : " ").append(piece.text());
            if (own) {
                flush();
            }
        }

        List<String> finish() {
            if (!pending.isEmpty()) {
                if (units.isEmpty()) {
                    flush();
                } else {
                    int last = units.size() - 1;
                    units.set(last, units.get(last) + " " + pending);
                }
            }
            return List.copyOf(units);
        }

        private void flush() {
            units.add(pending.toString());
            pending.setLength(0);
        }
    }
}
