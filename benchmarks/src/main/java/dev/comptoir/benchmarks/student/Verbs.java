package dev.comptoir.benchmarks.student;

import java.util.List;
import java.util.Random;

/** Verbs in both languages, by themselves and with somebody who does it. */
final class Verbs {
    private static final int SENTENCES = 8;

    private static final List<String> SUBJECTS = List.of(
            "un homme=a man",
            "une femme=a woman",
            "un enfant=a child",
            "un garçon=a boy",
            "une fille=a girl",
            "le client=the customer",
            "mon voisin=my neighbour",
            "une personne=a person",
            "il=he",
            "elle=she",
            "on=someone",
            "le vendeur=the seller",
            "mon employeur=my employer",
            "le chien=the dog");

    /** {i} infinitive, {t} third person, {p} past participle, {o} an object; {b} base, {g} -ing, {d} past. */
    private static final List<String> FRAMES = List.of(
            "{s} {t}={s} is {g}",
            "{s} est en train de {i}={s} is {g}",
            "{s} {t} {o}={s} is {g} {o}",
            "{s} {t} {o}={s} is {g} {o}",
            "{s} ne {t} pas={s} is not {g}",
            "{s} a {p}={s} {d}",
            "{s} a {p} {o}={s} {d} {o}",
            "j'ai {p} {o}=I {d} {o}",
            "je n'ai pas {p}=I have not {d}",
            "je veux {i}=I want to {b}",
            "je voudrais {i} {o}=I would like to {b} {o}",
            "comment {i} {o} ?=how do I {b} {o}?",
            "comment {i} ?=how do I {b}?",
            "puis-je {i} ?=can I {b}?",
            "peut-on {i} {o} ?=can we {b} {o}?",
            "il faut {i}=you must {b}",
            "il est interdit de {i}=it is forbidden to {b}",
            "vous devez {i} {o}=you have to {b} {o}",
            "pouvez-vous {i} {o} ?=can you {b} {o}?",
            "pourquoi {i} ?=why {b}?");

    private Verbs() {}

    static void add(List<String> lines, Nouns objects, Random random, List<Pair> pairs) {
        for (String line : lines) {
            String[] sides = line.split("=", 2);
            String[] french = sides[0].split(",", -1);
            String[] infinitives = french[0].split("/", -1);
            String[] english = sides[1].split("/", -1);
            for (String forms : english) {
                String[] form = forms.split(",", -1);
                for (String infinitive : infinitives) {
                    pairs.add(new Pair(Source.LEXICON.label(), "v:" + line, form[0], infinitive));
                    pairs.add(new Pair(Source.LEXICON.label(), "v:" + line, "to " + form[0], infinitive));
                    Phrasebook.verbForms("v:" + line, "to " + form[0], infinitive, pairs);
                }
                pairs.add(new Pair(Source.LEXICON.label(), "vt:" + line, form[1], french[1]));
                pairs.add(new Pair(Source.LEXICON.label(), "vp:" + line, form[2], french[2]));
            }
            for (int i = 0; i < SENTENCES; i++) {
                String frame = FRAMES.get(random.nextInt(FRAMES.size()));
                String[] subject = SUBJECTS.get(random.nextInt(SUBJECTS.size())).split("=", 2);
                String[] object = objects.any(random);
                String[] form = english[random.nextInt(english.length)].split(",", -1);
                String infinitive = infinitives[random.nextInt(infinitives.length)];
                String[] sentence = frame.split("=", 2);
                pairs.add(new Pair(
                        Source.LEXICON.label(),
                        sentence[1]
                                .replace("{s}", subject[1])
                                .replace("{b}", form[0])
                                .replace("{g}", form[1])
                                .replace("{d}", form[2])
                                .replace("{o}", object[1]),
                        Wordings.contracted(sentence[0]
                                .replace("{s}", subject[0])
                                .replace("{i}", infinitive)
                                .replace("{t}", french[1])
                                .replace("{p}", french[2])
                                .replace("{o}", object[0]))));
            }
        }
    }
}
