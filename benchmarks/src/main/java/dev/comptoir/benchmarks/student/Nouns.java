package dev.comptoir.benchmarks.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Nouns in both languages, by themselves and in short sentences. */
final class Nouns {
    private static final int SENTENCES = 4;
    private static final Pattern VOWEL =
            Pattern.compile("^[aeiouyàâéèêëîïôûœAEIOUÉ].*|^h(?!aricot|angar|alal|ausse|onte|aine|ors|uit|aut).*");

    /** {d} with the article, {p} with "my", {n} bare; {e} English. */
    private static final List<String> FRAMES = List.of(
            "Où est {d} ?=Where is the {e}?",
            "Je cherche {d}=I am looking for the {e}",
            "J'ai perdu {p}=I lost my {e}",
            "Combien coûte {d} ?=How much is the {e}?",
            "Il y a un problème avec {d}=There is a problem with the {e}",
            "Parlez-moi de {p}=Tell me about my {e}",
            "Un homme regarde {d}=A man is looking at the {e}",
            "Une femme tient {d}=A woman is holding the {e}",
            "Je n'aime pas {d}=I do not like the {e}",
            "Nous avons besoin de {d}=We need the {e}",
            "{d} est sur la table=The {e} is on the table",
            "Qui a pris {p} ?=Who took my {e}?",
            "Je voudrais changer {p}=I would like to change my {e}",
            "Quand vais-je recevoir {d} ?=When will I receive the {e}?",
            "Comment choisir {d} ?=How do I choose the {e}?",
            "Pourquoi {d} ?=Why the {e}?",
            "{d} est trop petit=The {e} is too small",
            "{d} est nouveau=The {e} is new",
            "Vendez-vous {d} ?=Do you sell the {e}?",
            "Question sur {d}=Question about the {e}",
            "Sans {n}=Without {e}",
            "Avec {n}=With {e}",
            "Pas de {n}=No {e}");

    private record Noun(List<String> french, String gender, List<String> english) {}

    private final List<Noun> nouns;

    private Nouns(List<Noun> nouns) {
        this.nouns = nouns;
    }

    /** Entries "a/b m=x/y" parted by semicolons. */
    static Nouns of(List<String> lines) {
        List<Noun> nouns = new ArrayList<>();
        for (String line : lines) {
            for (String entry : line.split(";", -1)) {
                String[] sides = entry.strip().split("=", 2);
                int blank = sides[0].lastIndexOf(' ');
                nouns.add(new Noun(
                        List.of(sides[0].substring(0, blank).split("/", -1)),
                        sides[0].substring(blank + 1),
                        List.of(sides[1].split("/", -1))));
            }
        }
        return new Nouns(nouns);
    }

    /** One noun with its article in both languages, French first. */
    String[] any(Random random) {
        Noun noun = nouns.get(random.nextInt(nouns.size()));
        return new String[] {
            definite(noun.french().get(0), noun.gender()),
            "the " + noun.english().get(0)
        };
    }

    void addTo(List<Pair> pairs, Random random) {
        for (Noun noun : nouns) {
            String group = "n:" + noun.french().get(0) + "=" + noun.english().get(0);
            for (String french : noun.french()) {
                for (String english : noun.english()) {
                    pairs.add(new Pair(Source.LEXICON.label(), group, english, french));
                    pairs.add(
                            new Pair(Source.LEXICON.label(), group, "the " + english, definite(french, noun.gender())));
                    if (!noun.gender().endsWith("p") && !french.contains(" ") && !english.contains(" ")) {
                        pairs.add(new Pair(Source.LEXICON.label(), group, pluralEnglish(english), plural(french)));
                    }
                }
            }
            for (int i = 0; i < SENTENCES; i++) {
                String frame = FRAMES.get(random.nextInt(FRAMES.size()));
                String french = noun.french().get(random.nextInt(noun.french().size()));
                String english =
                        noun.english().get(random.nextInt(noun.english().size()));
                String[] sides = frame.split("=", 2);
                pairs.add(new Pair(
                        Source.LEXICON.label(),
                        group + frame,
                        sides[1].replace("{e}", english),
                        Wordings.contracted(sides[0].replace("{d}", definite(french, noun.gender()))
                                .replace("{p}", possessive(french, noun.gender()))
                                .replace("{n}", french))));
            }
        }
    }

    private static String definite(String noun, String gender) {
        if (gender.endsWith("p")) {
            return "les " + noun;
        }
        return VOWEL.matcher(noun).matches() ? "l'" + noun : gender.equals("f") ? "la " + noun : "le " + noun;
    }

    private static String possessive(String noun, String gender) {
        if (gender.endsWith("p")) {
            return "mes " + noun;
        }
        return gender.equals("f") && !VOWEL.matcher(noun).matches() ? "ma " + noun : "mon " + noun;
    }

    private static String plural(String noun) {
        if (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("z")) {
            return noun;
        }
        if (noun.endsWith("al")) {
            return noun.substring(0, noun.length() - 2) + "aux";
        }
        return noun.endsWith("eau") || noun.endsWith("eu") ? noun + "x" : noun + "s";
    }

    private static String pluralEnglish(String noun) {
        if (noun.endsWith("man")) {
            return noun.substring(0, noun.length() - 2) + "en";
        }
        if (noun.endsWith("y") && noun.length() > 2 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh")
                ? noun + "es"
                : noun + "s";
    }
}
