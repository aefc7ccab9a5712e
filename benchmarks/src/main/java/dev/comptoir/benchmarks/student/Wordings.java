package dev.comptoir.benchmarks.student;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes out questions that are given as several wordings with alternatives and slots. */
final class Wordings {
    /*
     * A block is "@id", a line of French wordings and a line of English ones after "= ", wordings parted by " | ".
     * [a/b/] stands for a, b or nothing; {slot} for each value of the slot, the same one in all wordings that are put
     * together. Each value of a slot makes a group of its own: "are you open on Monday" is another question than "... on
     * Sunday".
     */
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)]");
    /** Not a word boundary of patterns, which takes accented letters for letters up to Java 18 only. */
    private static final String BEGIN = "(?<![\\p{L}\\p{N}_])";

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final int WORDINGS = 16;
    private static final int WORDINGS_WITH_SLOT = 7;
    private static final float DECORATED = 0.25f;

    private static final List<String> BEFORE = List.of(
            "Bonjour, ",
            "Bonjour ! ",
            "Bonsoir, ",
            "Bonjour, je voudrais savoir : ",
            "Salut, ",
            "Une question : ",
            "Bjr, ",
            "Bonjour, petite question, ",
            "Dites-moi, ");
    private static final List<String> AFTER =
            List.of(" Merci", " Merci d'avance", " svp", " s'il vous plaît", " Cordialement");

    private final Map<String, List<String[]>> slots = new HashMap<>();
    private final Random random;

    Wordings(List<String> slotLines, Random random) {
        this.random = random;
        for (String line : slotLines) {
            int colon = line.indexOf(':');
            List<String[]> values = new ArrayList<>();
            for (String value : line.substring(colon + 1).split(";", -1)) {
                values.add(value.strip().split("=", 2));
            }
            slots.put(line.substring(0, colon), values);
        }
    }

    void add(List<String> lines, List<Pair> pairs) {
        for (int i = 0; i + 2 < lines.size(); i += 3) {
            String id = lines.get(i);
            if (!id.startsWith("@") || !lines.get(i + 2).startsWith("= ")) {
                throw new IllegalStateException("The block at " + id + " is not: @id, French line, = English line.");
            }
            String[] french = lines.get(i + 1).split(" \\| ", -1);
            String[] english = lines.get(i + 2).substring(2).split(" \\| ", -1);
            String slot = slotOf(lines.get(i + 1));
            if (slot.isEmpty()) {
                addGroup(id, new ArrayList<>(List.of(french)), new ArrayList<>(List.of(english)), WORDINGS, pairs);
            } else {
                List<String[]> values = slots.getOrDefault(slot, List.of());
                if (values.isEmpty()) {
                    throw new IllegalStateException(
                            "The block " + id + " has the slot " + slot + ", which no line names.");
                }
                for (String[] value : values) {
                    addGroup(
                            id + '=' + value[0],
                            filled(french, slot, value[0]),
                            filled(english, slot, value[1]),
                            WORDINGS_WITH_SLOT,
                            pairs);
                }
            }
        }
    }

    /** Gives further slots of a group one value at random, the same in all its wordings. */
    private void fillOthers(List<String> french, List<String> english) {
        for (String slot = slotOf(String.join(" ", french) + String.join(" ", english));
                !slot.isEmpty();
                slot = slotOf(String.join(" ", french) + String.join(" ", english))) {
            List<String[]> values = slots.getOrDefault(slot, List.of());
            String[] value = values.get(random.nextInt(values.size()));
            String name = '{' + slot + '}';
            french.replaceAll(wording -> wording.replace(name, value[0]));
            english.replaceAll(wording -> wording.replace(name, value[1]));
        }
    }

    private static String slotOf(String line) {
        Matcher slot = SLOT.matcher(line);
        return slot.find() ? slot.group(1) : "";
    }

    private static List<String> filled(String[] wordings, String slot, String value) {
        List<String> filled = new ArrayList<>();
        for (String wording : wordings) {
            if (wording.contains("{")) {
                filled.add(wording.replace('{' + slot + '}', value));
            }
        }
        return filled;
    }

    private void addGroup(String id, List<String> french, List<String> english, int most, List<Pair> pairs) {
        fillOthers(french, english);
        List<String> questions = written(english, most);
        int next = 0;
        for (String text : written(french, 2 * most)) {
            String asked = contracted(text);
            String decorated = random.nextFloat() >= DECORATED
                    ? asked
                    : random.nextBoolean()
                            ? BEFORE.get(random.nextInt(BEFORE.size())) + asked
                            : asked + AFTER.get(random.nextInt(AFTER.size()));
            pairs.add(new Pair(Source.PHRASEBOOK.label(), id, questions.get(next++ % questions.size()), decorated));
        }
    }

    /** Up to so many different texts, the wordings in turn. */
    private List<String> written(List<String> wordings, int most) {
        Set<String> texts = new LinkedHashSet<>();
        for (int tries = 0; texts.size() < most && tries < 3 * most; tries++) {
            texts.add(chosen(wordings.get(tries % wordings.size())));
        }
        return new ArrayList<>(texts);
    }

    private String chosen(String wording) {
        String text = wording;
        for (Matcher choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
            String[] options = choice.group(1).split("/", -1);
            text = text.substring(0, choice.start())
                    + options[random.nextInt(options.length)]
                    + text.substring(choice.end());
        }
        return text.replaceAll(" +", " ").strip();
    }

    /** De le, à les and the like as they are written. */
    static String contracted(String text) {
        return text.replaceAll(BEGIN + "de le ", "du ")
                .replaceAll(BEGIN + "de les ", "des ")
                .replaceAll(BEGIN + "de des ", "de ")
                .replaceAll(BEGIN + "à le ", "au ")
                .replaceAll(BEGIN + "à les ", "aux ")
                .replaceAll(BEGIN + "([dD])e (?=un|une|[aeiouéêh]\\w+er(?![\\p{L}\\p{N}_]))", "$1'");
    }
}
