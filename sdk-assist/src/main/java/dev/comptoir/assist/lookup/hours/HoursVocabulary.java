package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of questions about opening hours, folded, in French and English together. */
final class HoursVocabulary {
    static final int MAX_WORDS = 6;

    private static final Map<String, HoursTag> PHRASES = new HashMap<>();

    static {
        put(
                HoursTag.FILLER,
                "bonjour, bonsoir, salut, coucou, merci, merci d avance, merci beaucoup, svp, stp, s il vous plait, s il te plait,"
                        + " madame, monsieur, messieurs, madame monsieur, bonne journee, cordialement, a, de, du, des, d, le, la, les, l,"
                        + " et, ou, mais, donc, alors, que, qu, ce, en, au, dans, jusqu a, jusqu, partir, apres, avant, vers, des, c,"
                        + " quel, quelle, quels, quelles, votre, vos, votre propre, aussi, egalement, meme, juste, n, ne, pas, tot, tard, plus tard,"
                        + " plus tot, soir, matin, midi, apres midi, le soir, le matin, en soiree, en matinee, en journee, toute la journee,"
                        + " une question, petite question, une petite question, j ai une question, une info, entre midi et deux, entre midi et 2, entre midi et xtime,"
                        + " entre xtime et xtime, bien ouvert, tu, on, t");
        put(
                HoursTag.FILLER,
                "hello, hi, hey, hi there, hello there, good morning, good afternoon, good evening, thanks, thank you,"
                        + " thanks in advance, many thanks, please, the, a, an, at, on, in, of, and, or, but, so, your, guys, folks, also,"
                        + " too, even, just, not, s, re, till, until, by, before, after, past, from, up to, as late as, as early as, late,"
                        + " early, all day, morning, afternoon, evening, in the morning, in the evening, in the afternoon, which, what,"
                        + " quick question, between xtime and xtime, xtime to xtime, day, lunch, lunchtime, at lunchtime, over lunch, for lunch, coming");
        put(HoursTag.FOR, "pour, for, over");
        put(HoursTag.WHETHER, "si, if, whether");
        put(HoursTag.SUBJECT, "vous, you, u, chez vous, toi, si vous etiez");
        put(HoursTag.SHOP, "magasin, boutique, commerce, etablissement, la ferme, shop, store, your place");
        put(HoursTag.PRONOUN, "c est, est ce, ca, est ce que c est, ce sera, it, it s, is it, does it, will it");
        put(HoursTag.DEPENDENT_PRONOUN, "il, elle, ils, elles, t il, t elle, they");
        put(
                HoursTag.COPULA,
                "est, etes, es, sont, sera, serez, seront, reste, restez, restent, resterez, is, are, be, stay");
        put(
                HoursTag.STATE,
                "ouvert, ouverts, ouverte, ouvertes, fermee, fermees, fermes, open, closed, shut, open for business,"
                        + " ouvert au public, open to the public, opened");
        put(
                HoursTag.ACT,
                "ouvrez, ouvre, ouvrent, ouvres, ouvrirez, ouvrira, fermez, ferment, fermerez, fermera, allez vous ouvrir,"
                        + " allez vous fermer, vous allez ouvrir, vous allez fermer, pensez vous ouvrir, comptez vous ouvrir, rouvrez,"
                        + " reouvrez, rouvre, reouvre, rouvrirez, reouvrirez, opens, closes, opening, closing, reopen, reopens");
        put(HoursTag.CLOSE, "close");
        put(HoursTag.FERME, "ferme");
        put(
                HoursTag.HOURS,
                "horaire, horaires, horaires d ouverture, horaires d ouvertures, horaire d ouverture, horaires de fermeture,"
                        + " heures d ouverture, heure d ouverture, heure de fermeture, heures de fermeture, jours d ouverture,"
                        + " jour d ouverture, jour de fermeture, jours de fermeture, jours et horaires d ouverture, horaires habituels,"
                        + " journee continue, opening hours, opening times, opening time, opening days, closing time, closing times,"
                        + " closing hours, business hours, store hours, shop hours, working hours, trading hours, your hours, the hours,"
                        + " what hours, your working hours, regular hours, usual hours, hours of operation, hours of business,"
                        + " weekend hours, horaires du magasin, horaires de la boutique, hours today, hours tomorrow");
        put(
                HoursTag.QUESTION,
                "est ce que, savoir, je voudrais savoir, je souhaite savoir, je souhaiterais savoir,"
                        + " j aimerais savoir, je voulais savoir, je veux savoir, pouvez vous me dire, pourriez vous me dire,"
                        + " pouvez vous m indiquer, pourriez vous m indiquer, pouvez vous me confirmer, pourriez vous me confirmer,"
                        + " peux tu me dire, dites moi, merci de me dire, merci de m indiquer, savez vous, puis je savoir,"
                        + " est il possible de savoir, pouvez vous me donner, pourriez vous me donner, merci de me donner,"
                        + " j aimerais connaitre, je voudrais connaitre, je souhaiterais connaitre, je souhaite connaitre,"
                        + " pouvez vous me communiquer, pourriez vous me communiquer, je cherche");
        put(
                HoursTag.QUESTION,
                "i would like to know, i d like to know, i want to know, i was wondering, i was wondering if, wondering if,"
                        + " just wondering if, i wonder if, can you tell me, could you tell me, could you please tell me,"
                        + " can you please tell me, please tell me, let me know, please let me know, do you know, can you confirm,"
                        + " could you confirm, may i know, can i ask, what s, what is, what are");
        put(HoursTag.AUXILIARY, "do, does, will, are you going to, do you guys, will you be, don t");
        put(
                HoursTag.ASK_TIME,
                "quelle heure, a quelle heure, quelles heures, a quelles heures, quand, quand est ce que,"
                        + " jusqu a quelle heure, a partir de quelle heure, vers quelle heure, de quelle heure a quelle heure,"
                        + " what time, at what time, what times, when, until when, till when, how late, how early, until how late, what hour");
        put(
                HoursTag.ASK_DAY,
                "quel jour, quels jours, quels sont les jours, what day, what days, which day, which days");
        put(
                HoursTag.NOW,
                "maintenant, actuellement, en ce moment, la maintenant, la tout de suite, tout de suite, a cette heure ci, a cette heure,"
                        + " a l instant, present, now, right now, currently, at the moment, at this moment, at this time, at this hour");
        put(HoursTag.STILL, "encore, toujours, deja, still, already, yet");
        put(
                HoursTag.TODAY,
                "aujourd hui, ce jour, ce matin, ce midi, cet apres midi, cette apres midi, ce soir, cette nuit, today, today s, tonight,"
                        + " this morning, this afternoon, this evening");
        put(HoursTag.TOMORROW, "demain, tomorrow, tomorrow s");
        put(HoursTag.AFTER_TOMORROW, "apres demain, the day after tomorrow, day after tomorrow");
        put(HoursTag.THIS_WEEKEND, "ce week end, ce weekend, this weekend, this week end");
        put(
                HoursTag.WEEKENDS,
                "week end, weekend, le week end, le weekend, les week ends, les weekends, weekends, the weekend, at weekends,"
                        + " on weekends, on the weekend, at the weekend");
        put(HoursTag.NEXT, "prochain, suivant, next, qui vient, qui arrive");
        put(
                HoursTag.USUALLY,
                "en general, d habitude, habituellement, normalement, generalement, en temps normal, tous les jours,"
                        + " tous les jours de la semaine, chaque jour, en semaine, la semaine, 7j 7, 7 j 7, 7 jours sur 7, xalways, non stop,"
                        + " sans interruption, toute l annee, cette semaine, la semaine prochaine,"
                        + " usually, normally, generally, typically, in general, every day, everyday, daily, weekdays, on weekdays,"
                        + " during the week, this week, next week, 7 days a week, seven days a week, all year round, round the clock");
        put(
                HoursTag.PUBLIC_HOLIDAYS,
                "jours feries, jour ferie, les jours feries, un jour ferie, feries, public holidays, public holiday, bank holidays,"
                        + " bank holiday, national holidays, a public holiday, a bank holiday, on holidays, holiday hours");
        put(HoursTag.TIME, "xtime");
        for (String wish : List.of(
                "je compte",
                "je voudrais",
                "j aimerais",
                "je pense",
                "je pensais",
                "je souhaite",
                "je souhaiterais",
                "je peux",
                "puis je",
                "je vais",
                "j envisage de",
                "je prevois de",
                "on peut",
                "peut on")) {
            for (String visit : List.of(
                    "passer", "venir", "passer vous voir", "venir vous voir", "passer chez vous", "venir chez vous")) {
                put(HoursTag.VISIT, wish + " " + visit);
            }
        }
        for (String wish : List.of(
                "i would like to",
                "i d like to",
                "i want to",
                "i plan to",
                "i am planning to",
                "i m planning to",
                "i will",
                "i ll",
                "can i",
                "could i",
                "may i")) {
            for (String visit :
                    List.of("come", "come in", "come by", "visit", "stop by", "drop by", "pop in", "drop in")) {
                put(HoursTag.VISIT, wish + " " + visit);
            }
        }
        put(HoursTag.VISIT, "je passe, je passerai, je passerais, je viens, je viendrai, je viendrais");
    }

    private final Map<String, HoursTag> names = new HashMap<>();

    /** @param names what customers call the business, beside the words for any shop */
    HoursVocabulary(Collection<String> names) {
        for (String name : names) {
            this.names.put(TextNormalizer.fold(name), HoursTag.SHOP);
        }
    }

    @Nullable
    HoursTag tag(String phrase) {
        HoursTag tag = PHRASES.get(phrase);
        return tag != null ? tag : names.get(phrase);
    }

    private static void put(HoursTag tag, String phrases) {
        for (String phrase : phrases.split(", ", -1)) {
            PHRASES.put(phrase.strip(), tag);
        }
    }
}
