package dev.comptoir.assist.lookup.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.lookup.LookupRequest;
import dev.comptoir.assist.understand.Entity;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked on Tuesday 24 November 2026 at 10:15. No-break spaces are written as {@code _} in the expected texts. */
class OpeningHoursLookupTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-11-24T10:15");
    private static final OpeningHours SHOP = OpeningHours.parse(
            "lun-ven 9:00-12:30 14:00-19:00; sam 9:00-19:00; jours fériés fermé; 14 juillet 9:00-12:00;"
                    + " 2026-12-24 9:00-16:00; 2027-02-08..2027-02-14 fermé",
            PARIS);
    private static final OpeningHoursLookup LOOKUP = OpeningHoursLookup.of(SHOP, List.of("Le Fournil", "boulangerie"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Êtes-vous ouverts lundi ?|Le lundi 30_novembre, nous sommes ouverts de 9_h à 12_h_30 et de 14_h à 19_h.",
                "Etes vous ouvert lundi|Le lundi 30_novembre, nous sommes ouverts",
                "bonjour, vous êtes ouverts demain svp ?|Demain, mercredi 25_novembre, nous sommes ouverts de 9_h à 12_h_30 et",
                "vous fermez à quelle heure ce soir ?|Aujourd'hui, mardi 24_novembre, nous sommes ouverts de 9_h à 12_h_30 et de 14_h à 19_h.",
                "A quelle heure fermez-vous ?|En ce moment (10_h_15), nous sommes ouverts, jusqu'à 12_h_30. Aujourd'hui,",
                "ouvert le 8 mai ?|Le samedi 8_mai_2027 est férié (Victoire de 1945)_: nous sommes fermés. Notre prochaine ouverture est le lundi 10_mai_2027 à 9_h.",
                "Etes-vous ouverts le 8 mai 2028 ?|Le lundi 8_mai_2028 est férié (Victoire de 1945)_: nous sommes fermés.",
                "ouvrez-vous le dimanche en général ?|Le dimanche, nous sommes fermés.",
                "c'est ouvert là ?|En ce moment (10_h_15), nous sommes ouverts, jusqu'à 12_h_30.",
                "C'est ouvert maintenant ?|En ce moment (10_h_15), nous sommes ouverts",
                "Vous êtes encore ouverts ?|En ce moment (10_h_15), nous sommes ouverts",
                "Quels sont vos horaires ?|Nous sommes ouverts du lundi au vendredi de 9_h à 12_h_30 et de 14_h à 19_h_; le samedi de 9_h à 19_h. Nous sommes fermés le dimanche et les jours fériés.",
                "Bonjour, pouvez-vous me donner vos horaires d'ouverture ?|du lundi au vendredi",
                "Horaires ?|du lundi au vendredi",
                "quels sont vos jours d'ouverture|du lundi au vendredi",
                "Quel est votre jour de fermeture ?|Nous sommes fermés le dimanche et les jours fériés.",
                "Vous êtes ouverts quels jours ?|du lundi au vendredi",
                "Êtes-vous ouverts le samedi ?|Le samedi, nous sommes ouverts de 9_h à 19_h.",
                "La boutique est-elle ouverte le samedi après-midi ?|Le samedi, nous sommes ouverts de 9_h à 19_h.",
                "Le magasin ouvre-t-il le dimanche matin ?|Le dimanche, nous sommes fermés.",
                "Est-ce que vous ouvrez le week-end ?|Le samedi, nous sommes ouverts de 9_h à 19_h. Le dimanche, nous sommes fermés.",
                "Vous êtes ouverts ce week-end ?|Le samedi 28_novembre, nous sommes ouverts de 9_h à 19_h. Le dimanche 29_novembre, nous sommes fermés.",
                "Serez-vous ouverts à Noël ?|Le vendredi 25_décembre_2026 est férié (Noël)_: nous sommes fermés. Notre prochaine ouverture est le samedi 26_décembre à 9_h.",
                "Êtes-vous ouverts la veille de Noël ?|Le jeudi 24_décembre_2026, nous sommes exceptionnellement ouverts de 9_h à 16_h.",
                "Êtes-vous ouverts les 24 et 25 décembre ?|Le jeudi 24_décembre_2026, nous sommes exceptionnellement ouverts de 9_h à 16_h. Le vendredi 25_décembre_2026 est férié",
                "Vous serez fermés du 24 au 26 décembre ?|Le jeudi 24_décembre_2026, nous sommes exceptionnellement ouverts de 9_h à 16_h. Le vendredi 25_décembre_2026 est férié (Noël)_: nous sommes fermés. Le samedi 26_décembre_2026, nous sommes ouverts de 9_h à 19_h.",
                "ouvert le 24 décembre au soir ?|Le jeudi 24_décembre_2026, nous sommes exceptionnellement ouverts",
                "ouverts le 24 et le 26 décembre ?|Le jeudi 24_décembre_2026, nous sommes exceptionnellement ouverts de 9_h à 16_h. Le samedi 26_décembre_2026, nous sommes ouverts de 9_h à 19_h.",
                "Vous êtes ouverts pour le 1er mai ?|Le samedi 1er_mai_2027 est férié (fête du Travail)_: nous sommes fermés.",
                "Vous êtes ouvert le lundi de pentecôte ?|Le lundi 17_mai_2027 est férié (lundi de Pentecôte)_: nous sommes fermés. Notre prochaine ouverture est le mardi 18_mai_2027 à 9_h.",
                "Bonjour je voulais savoir si vous étiez ouvert dimanche|Le dimanche 29_novembre, nous sommes fermés.",
                "Est-ce que vous fermez entre midi et 14h ?|Nous sommes ouverts du lundi au vendredi de 9_h à 12_h_30",
                "Est ce que vous etes ouverts le vendredi saint ?|Le vendredi 26_mars_2027, nous sommes ouverts",
                "Êtes-vous ouverts ?|En ce moment (10_h_15), nous sommes ouverts, jusqu'à 12_h_30. Aujourd'hui,",
                "Are you open?|We are open now (10:15_am), until 12:30_pm. Today,",
                "Are you going to open on Sunday?|On Sunday 29_November, we are closed.",
                "Bonjour, j'aimerais passer demain. Êtes-vous ouverts ? Cordialement, Julie|Demain, mercredi 25_novembre",
                "Can I come in on Sunday or are you closed?|On Sunday 29_November, we are closed.",
                "Do you close for lunch?|We are open Monday to Friday from 9_am to 12:30_pm",
                "Are you open over Christmas?|Friday 25_December_2026 is a public holiday",
                "hi there what time do u open tomorrow|Tomorrow, Wednesday 25_November",
                "Est-ce ouvert le lundi de Pâques ?|Le lundi 29_mars_2027 est férié (lundi de Pâques)_: nous sommes fermés.",
                "Vous ouvrez à Pâques ?|Le dimanche 28_mars_2027, nous sommes fermés. Le lundi 29_mars_2027 est férié",
                "Êtes-vous ouverts le jeudi de l'Ascension ?|Le jeudi 6_mai_2027 est férié (Ascension)_: nous sommes fermés.",
                "Le 14 juillet vous êtes ouvert ?|Le mercredi 14_juillet_2027 est férié (fête nationale), mais nous sommes ouverts de 9_h à 12_h.",
                "Êtes-vous ouverts les jours fériés ?|Les jours fériés, nous sommes fermés. Le 14 juillet, nous sommes ouverts de 9_h à 12_h. Le prochain est le vendredi 25_décembre_2026 (Noël).",
                "Je voudrais savoir si vous êtes ouverts samedi.|Le samedi 28_novembre, nous sommes ouverts de 9_h à 19_h.",
                "J'aimerais connaître vos horaires du samedi|Le samedi, nous sommes ouverts",
                "Jusqu'à quelle heure êtes-vous ouverts vendredi ?|Le vendredi 27_novembre, nous sommes ouverts",
                "À partir de quelle heure ouvrez-vous le matin ?|En ce moment",
                "Êtes-vous ouverts à 18h30 aujourd'hui ?|Aujourd'hui, mardi 24_novembre, nous sommes ouverts de 9_h à 12_h_30 et de 14_h à 19_h.",
                "Vous êtes ouverts entre midi et deux ?|Nous sommes ouverts du lundi au vendredi de 9_h à 12_h_30",
                "Fermez-vous le midi ?|Nous sommes ouverts du lundi au vendredi de 9_h à 12_h_30",
                "êtes-vous ouverts le 25/12 ?|Le vendredi 25_décembre_2026 est férié",
                "êtes-vous ouverts le 28/11/2026|Le samedi 28_novembre_2026, nous sommes ouverts de 9_h à 19_h.",
                "ouvert vendredi prochain ?|Le vendredi 27_novembre, nous sommes ouverts de 9_h à 12_h_30 et de 14_h à 19_h. Le vendredi 4_décembre, nous",
                "vous ouvrez lundi prochain ?|Le lundi 30_novembre, nous sommes ouverts",
                "ouvert mardi ?|Aujourd'hui, mardi 24_novembre, nous sommes ouverts de 9_h à 12_h_30 et de 14_h à 19_h. Le mardi 1er_décembre, nous",
                "La boulangerie est ouverte après-demain ?|Le jeudi 26_novembre, nous sommes ouverts",
                "Le Fournil ouvre à quelle heure demain ?|Demain, mercredi 25_novembre, nous sommes ouverts",
                "Êtes-vous ouverts du lundi au vendredi ?|Nous sommes ouverts du lundi au vendredi",
                "Vous êtes ouverts tous les jours ?|Nous sommes ouverts du lundi au vendredi",
                "Vous êtes ouverts le mercredi 10 février ?|Le mercredi 10_février_2027, nous sommes fermés_: notre fermeture va du 8 au 14_février_2027. Notre prochaine ouverture est le lundi 15_février_2027 à 9_h.",
                "Je compte passer samedi. Vous ouvrez à quelle heure ?|Le samedi 28_novembre, nous sommes ouverts",
                "Bonjour ! C'est ouvert dimanche ? Merci|Le dimanche 29_novembre, nous sommes fermés. Notre prochaine ouverture est le lundi 30_novembre à 9_h.",
                "horaires du 24 décembre ?|Le jeudi 24_décembre_2026, nous sommes exceptionnellement ouverts",
                "Ouverts le 31 ?|Le jeudi 31_décembre_2026, nous sommes ouverts",
                "are you open on Christmas?|Friday 25_December_2026 is a public holiday (Christmas Day): we are closed. We next open on Saturday 26_December at 9_am.",
                "Are you open on Monday?|On Monday 30_November, we are open from 9_am to 12:30_pm and from 2_pm to 7_pm.",
                "Are you open on Mondays?|On Mondays, we are open from 9_am to 12:30_pm and from 2_pm to 7_pm.",
                "What time do you close tonight?|Today, Tuesday 24_November, we are open from 9_am",
                "Hi, what are your opening hours?|We are open Monday to Friday from 9_am to 12:30_pm and from 2_pm to 7_pm; on Saturdays from 9_am to 7_pm. We are closed on Sundays and on public holidays.",
                "when do you open tomorrow|Tomorrow, Wednesday 25_November, we are open",
                "Is the shop open right now?|We are open now (10:15_am), until 12:30_pm.",
                "are you still open?|We are open now (10:15_am)",
                "Do you open on Sundays?|On Sundays, we are closed.",
                "Is it open on Boxing Day?|On Saturday 26_December_2026, we are open from 9_am to 7_pm.",
                "Are you closed on public holidays?|On public holidays, we are closed. On Bastille Day, we are open from 9_am to noon. The next one is Friday 25_December_2026 (Christmas Day).",
                "Will you be open on New Year's Day?|Friday 1_January_2027 is a public holiday (New Year's Day): we are closed.",
                "Could you tell me if you are open on May 8th?|Saturday 8_May_2027 is a public holiday (Victory in Europe Day): we are closed.",
                "Are you open on December 24 and 25?|On Thursday 24_December_2026, we are exceptionally open from 9_am to 4_pm. Friday 25_December_2026 is",
                "How late are you open on Saturday?|On Saturday 28_November, we are open from 9_am to 7_pm.",
                "What are your hours this weekend?|On Saturday 28_November, we are open from 9_am to 7_pm. On Sunday 29_November, we are closed.",
                "Are you guys open at 6pm on Friday?|On Friday 27_November, we are open",
                "What days are you open?|We are open Monday to Friday",
                "are you open 24/7?|We are open Monday to Friday",
                "Do you open on Easter Monday?|Monday 29_March_2027 is a public holiday (Easter Monday): we are closed."
            })
    void find_answersQuestionsAboutHours(String question, String expected) {
        Optional<LiveFact> fact = LOOKUP.find(request(question));
        assertThat(fact).as(question).isPresent();
        assertThat(fact.get().text().replace('\u00a0', '_')).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je voudrais ouvrir un compte",
                "Comment ouvrir un compte client ?",
                "Peut-on ouvrir un compte le samedi ?",
                "Êtes-vous ouverts aux enfants ?",
                "C'est ouvert aux enfants le mercredi ?",
                "Est-ce ouvert à tous ?",
                "La formation est-elle ouverte à tous le samedi ?",
                "Quels sont vos horaires de livraison ?",
                "Livrez-vous le dimanche ?",
                "À quelle heure passe le livreur demain ?",
                "Comment ouvrir le colis sans l'abîmer ?",
                "Mon colis était ouvert à l'arrivée",
                "Le colis est arrivé ouvert, que faire ?",
                "Vous avez ouvert mon courrier ?",
                "Puis-je l'ouvrir ?",
                "Vous l'ouvrez quand ?",
                "Vous ouvrez ça ?",
                "Ça s'ouvre comment ?",
                "Comment ça ferme ?",
                "La boîte ferme bien ?",
                "Elle ferme à clé ?",
                "Elle est ouverte ?",
                "Il ferme à quelle heure ?",
                "Le parking est-il ouvert le dimanche ?",
                "La mairie est ouverte lundi ?",
                "La pharmacie ferme à quelle heure ?",
                "Votre site est-il ouvert le dimanche ?",
                "La boutique en ligne est-elle ouverte le dimanche ?",
                "La boutique de Lyon est-elle ouverte le dimanche ?",
                "Le service client est-il ouvert le samedi ?",
                "Quels sont les horaires du service client ?",
                "Quels sont les horaires du cours de pâtisserie ?",
                "Êtes-vous ouverts à la négociation ?",
                "Êtes-vous ouvert aux professionnels ?",
                "Pourquoi êtes-vous fermés aujourd'hui ?",
                "Depuis quand êtes-vous ouverts ?",
                "Étiez-vous ouverts lundi ?",
                "Vous étiez fermés hier alors que c'était marqué ouvert",
                "Êtes-vous ouverts hier ?",
                "Êtes-vous ouverts le 8 mai 2020 ?",
                "Êtes-vous ouverts le 30 février ?",
                "Êtes-vous ouverts du 20 au 26 novembre ?",
                "Êtes-vous ouverts du 26 au 24 décembre ?",
                "Êtes-vous ouverts du 1er au 31 décembre ?",
                "Êtes-vous ouverts le lundi 25 décembre 2026 ?",
                "Vous fermez la boutique ?",
                "Vous fermez définitivement ?",
                "J'ai reçu mon colis samedi. Êtes-vous ouverts ?",
                "Mon colis est cassé. Êtes-vous ouverts lundi ?",
                "Je voudrais passer samedi avec mon avocat. Êtes-vous ouverts ?",
                "Quand fermez-vous le magasin ?",
                "Et si c'est fermé lundi ?",
                "Je passe si vous êtes ouverts samedi",
                "What if you are closed on Monday?",
                "Are you open over the counter?",
                "Vous embauchez ? Quels sont les horaires ?",
                "Le poste est encore ouvert ?",
                "Le drive est ouvert à quelle heure ?",
                "À quelle heure fermez-vous les commandes ?",
                "Vous allez fermer le magasin ?",
                "Quand ouvrez-vous la boutique de Nantes ?",
                "Quand ouvrirez-vous les inscriptions ?",
                "Les inscriptions sont ouvertes ?",
                "La vente est ouverte demain ?",
                "J'ai un ticket ouvert chez vous, où en est-il ?",
                "Pouvez-vous fermer mon dossier demain ?",
                "Fermez mon compte aujourd'hui",
                "C'est de la ferme ?",
                "Vos oeufs viennent de la ferme ?",
                "Vendez-vous du fromage ferme ?",
                "Le pain du lundi est-il frais ?",
                "Avez-vous du pain le dimanche ?",
                "Puis-je réserver une table pour lundi ?",
                "Où est votre magasin ?",
                "Comment venir chez vous ?",
                "Je passe samedi",
                "Avez-vous changé vos horaires ?",
                "Ma commande arrive-t-elle lundi ?",
                "Mon portail est cassé. C'est ouvert demain ?",
                "J'ai un rendez-vous chez le dentiste. Quels sont les horaires ?",
                "Vous êtes fermés le lundi.",
                "C'est ouvert !",
                "Ouvert ?",
                "Bonjour",
                "Et dimanche ?",
                "Êtes-vous ouverts les 24, 25, 26, 27, 28, 29, 30 et 31 ?",
                "I want to open an account",
                "Are you open to suggestions?",
                "Is this course open to children on Saturday?",
                "What are your delivery hours?",
                "Do you deliver on Sundays?",
                "Can I open the parcel before paying?",
                "Do you open it?",
                "Does it open from the top?",
                "Does it open?",
                "Is it open?",
                "Is my order closed?",
                "Are you close to the station?",
                "Are you close on Monday?",
                "How close are you?",
                "Were you open yesterday?",
                "Why are you closed today?",
                "Do you have any openings on Monday?",
                "Do you close deals on Friday?",
                "Is the online shop open on Sundays?",
                "Is the car park open at night?",
                "When will you close my ticket?",
                "How many hours are you open?",
                "Please close my account today",
                "The box was open when it arrived",
                "Is the position still open?",
                "Are you open to it?",
                "Are there any open bottles today?",
                "What are the hours of the workshop?",
                "Are you open on 12/05?",
                "My gate is broken. Is it open tomorrow?"
            })
    void find_leavesOtherQuestionsAlone(String question) {
        assertThat(LOOKUP.find(request(question)).map(LiveFact::text))
                .as(question)
                .isEmpty();
    }

    /** Written after the vocabulary was, by somebody who tried to fool it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Êtes-vous ouverts d'esprit ?",
                "Est-ce que le stage est ouvert aux débutants le samedi ?",
                "C'est ouvert au public ?",
                "Vous ouvrez un nouveau magasin à Lyon ?",
                "Quand ouvre votre nouvelle boutique ?",
                "Mon pot de confiture ne s'ouvre pas",
                "Comment on ouvre le sachet ?",
                "La fermeture éclair est cassée, vous réparez le samedi ?",
                "Le sac ferme comment ?",
                "Est-ce que la porte ferme à clef le soir ?",
                "Avez-vous un rayon fromages ouvert le dimanche ?",
                "Votre service après-vente est ouvert aujourd'hui ?",
                "Le salon de thé ouvre à quelle heure ?",
                "A quelle heure fermez-vous les commandes ?",
                "Jusqu'à quelle heure puis-je commander pour demain ?",
                "Quels sont les horaires de la livraison demain ?",
                "Est-ce que les précommandes sont ouvertes ?",
                "Les réservations ouvrent quand ?",
                "Quand ouvrent les ventes de Noël ?",
                "Vous fermez mon compte quand ?",
                "Vous avez fermé mon dossier lundi ?",
                "Vous livrez aussi le lundi de Pâques ?",
                "La bouteille était déjà ouverte.",
                "J'ai ouvert la boîte, puis-je la retourner ?",
                "Vous êtes ouverts à la vente en gros ?",
                "Quels sont vos horaires de travail si je suis embauché ?",
                "Le poste est à pourvoir ? C'est encore ouvert ?",
                "Êtes-vous ouverts à un partenariat ?",
                "Un litige est-il ouvert ?",
                "C'est fermé à cause des travaux ?",
                "Pourquoi c'était fermé lundi ?",
                "Vous allez fermer ?",
                "Vous fermez ?",
                "Vous fermez bientôt ?",
                "Vous êtes à combien d'heures de Paris ?",
                "Can you open a new account for me tomorrow?",
                "Is the sale open to everyone on Monday?",
                "Are applications still open?",
                "What are the visiting hours of the museum?",
                "When does registration open?",
                "Is the jar supposed to open on its own?",
                "Do you open packages on delivery?",
                "Is my ticket still open?",
                "Close it today",
                "Are you closing down?",
                "Are you closing the shop?",
                "When is the new shop opening?",
                "What hours do your drivers work?",
                "How do I open it?",
                "What is the closing date of the sale?",
                "What is your closing price on Monday?",
                "Are you open source?",
                "Are you open to offers on Monday?",
                "Is it open access?",
                "I was closed out today, why?",
                "Are you close by now?",
                "May I open it on Monday?",
                "Je cherche la boutique",
                "Vous êtes à la ferme ?",
                "La ferme ?",
                "C'est quand la fermeture de votre enquête ?",
                "Il reste ouvert combien de temps après ouverture ?",
                "Combien de temps se garde un pot ouvert ?",
                "Vous êtes en magasin demain ?",
                "Est-ce que c'est vous qui ouvrez ?",
                "Qui ouvre le matin ?",
                "On ouvre ?",
                "Tu fermes ?",
                "Vous avez quoi le lundi ?",
                "Je peux venir à quelle heure ?",
                "À quelle heure puis-je venir chercher ma commande ?",
                "C'est à quelle heure ?",
                "À partir de quand ?",
                "À quelle heure est le cours ?",
                "Vous êtes où ?",
                "Vous êtes encore là ?",
                "Vous êtes là ?",
                "Vous êtes là demain ?",
                "Il y a quelqu'un lundi ?",
                "Est-ce que le dimanche est férié ?",
                "Le 8 mai est férié ?",
                "Quel jour est Pâques ?",
                "Votre boutique est-elle à vendre ?",
                "Fermez la boutique !",
                "Ouvrez !",
                "Fermez-la",
                "Fermez le ticket",
                "Le samedi 28 vous faites quoi ?",
                "Are you there?",
                "Is Monday a public holiday?",
                "What day is Easter?",
                "Open the door please",
                "Open",
                "Opening",
                "closed",
                "Hours",
                "What time is it now?",
                "You closed my account",
                "You are closed!",
                "Are you hours from Paris?",
                "Is the shop for sale?",
                "Is this still open?",
                "Are they open?",
                "Is he open on Monday?",
                "What hours do I work on Monday?"
            })
    void find_isNotFooled(String question) {
        assertThat(LOOKUP.find(request(question)).map(LiveFact::text))
                .as(question)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T13:00|En ce moment (13_h), nous sommes fermés. Notre prochaine ouverture est aujourd'hui à 14_h.",
                "2026-11-24T22:00|En ce moment (22_h), nous sommes fermés. Notre prochaine ouverture est demain à 9_h.",
                "2026-11-29T11:05|En ce moment (11_h_05), nous sommes fermés. Notre prochaine ouverture est demain à 9_h.",
                "2026-11-28T19:00|En ce moment (19_h), nous sommes fermés. Notre prochaine ouverture est le lundi 30_novembre à 9_h.",
                "2026-12-25T10:00|En ce moment (10_h), nous sommes fermés. Aujourd'hui, vendredi 25_décembre, est un jour férié (Noël)_: nous sommes fermés. Notre prochaine ouverture est demain à 9_h.",
                "2027-02-09T10:00|En ce moment (10_h), nous sommes fermés. Aujourd'hui, mardi 9_février, nous sommes fermés_: notre fermeture va du 8 au 14_février. Notre prochaine ouverture est le lundi 15_février à 9_h."
            })
    void find_tellsTheStateOfTheMoment(LocalDateTime now, String expected) {
        assertThat(text(SHOP, "C'est ouvert maintenant ?", now)).isEqualTo(expected);
    }

    @Test
    void find_generalHours_warnOfUnusualDaysAhead() {
        assertThat(text(SHOP, "Quels sont vos horaires ?", LocalDateTime.parse("2026-12-20T10:00")))
                .endsWith("Le jeudi 24_décembre, nous sommes exceptionnellement ouverts de 9_h à 16_h."
                        + " Le vendredi 25_décembre est férié (Noël)_: nous sommes fermés."
                        + " Le vendredi 1er_janvier_2027 est férié (jour de l'An)_: nous sommes fermés.");
        assertThat(text(SHOP, "Êtes-vous ouverts le vendredi ?", LocalDateTime.parse("2026-12-20T10:00")))
                .isEqualTo("Le vendredi, nous sommes ouverts de 9_h à 12_h_30 et de 14_h à 19_h."
                        + " Le vendredi 25_décembre est férié (Noël)_: nous sommes fermés.");
    }

    @Test
    void find_nightsAndWholeDays() {
        OpeningHours bar = OpeningHours.parse("jeu-sam 18:00-2:00; dim 18:00-24:00; jours fériés ouvert", PARIS);
        assertThat(text(bar, "C'est ouvert là ?", LocalDateTime.parse("2026-11-28T00:30")))
                .isEqualTo("En ce moment (0_h_30), nous sommes ouverts, jusqu'à 2_h.");
        assertThat(text(bar, "Vous fermez à quelle heure le dimanche ?", TUESDAY))
                .isEqualTo("Le dimanche, nous sommes ouverts de 18_h à minuit.");
        assertThat(text(bar, "ouvert samedi ?", TUESDAY))
                .isEqualTo("Le samedi 28_novembre, nous sommes ouverts de 18_h à 2_h du matin.");
        assertThat(text(bar, "Êtes-vous ouverts les jours fériés ?", TUESDAY))
                .startsWith("Les jours fériés, nous sommes ouverts aux horaires habituels.");
        OpeningHours always = OpeningHours.parse("tlj 24h/24; jours fériés ouvert", PARIS);
        assertThat(text(always, "Quels sont vos horaires ?", TUESDAY))
                .isEqualTo("Nous sommes ouverts tous les jours 24_heures sur 24.");
        assertThat(text(always, "Vous êtes ouverts ?", TUESDAY))
                .startsWith("En ce moment (10_h_15), nous sommes ouverts. Aujourd'hui,");
    }

    @Test
    void find_daysOfTheExtractorCountWhereOursAreUnknown() {
        String question = "Êtes-vous ouverts dans trois jours ?";
        assertThat(LOOKUP.find(request(question))).isEmpty();
        Entity day = new Entity(Entity.Kind.DATE, "dans trois jours", "2026-11-27", 19, 35);
        LookupRequest request = new LookupRequest(
                question,
                Language.FRENCH,
                List.of(day),
                null,
                TUESDAY.atZone(PARIS).toInstant(),
                PARIS);
        assertThat(LOOKUP.find(request).orElseThrow().text())
                .startsWith("Le vendredi 27\u00a0novembre\u00a02026, nous sommes ouverts");
        Entity broken = new Entity(Entity.Kind.DATE, "dans trois jours", "bientôt", 19, 35);
        assertThat(LOOKUP.find(
                        new LookupRequest(question, Language.FRENCH, List.of(broken), null, request.now(), PARIS)))
                .isEmpty();
    }

    @Test
    void find_namesItsSourceAndTime() {
        LiveFact fact = LOOKUP.find(request("Are you open today?")).orElseThrow();
        assertThat(fact.source()).isEqualTo("opening-hours");
        assertThat(fact.title()).isEqualTo("Opening hours");
        assertThat(fact.language()).isEqualTo(Language.ENGLISH);
        assertThat(fact.asOf()).isEqualTo(TUESDAY.atZone(PARIS).toInstant());
    }

    @Test
    void find_withoutAnyHours_isSilentOnTheWeek() {
        OpeningHours none = OpeningHours.builder(PARIS).withoutHolidays().build();
        assertThat(OpeningHoursLookup.of(none).find(request("Quels sont vos horaires ?")))
                .isEmpty();
        assertThat(OpeningHoursLookup.of(none).find(request("Ouvert les jours fériés ?")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Êtes-vous ouverts lundi ? ",
                "ouvert ",
                "le 24 et ",
                "xdate0 xdate9999999999 ouvert ?",
                "lundi ",
                "\uD800 ouvert",
                "1/1/",
                "9h"
            })
    void find_hostileText_isBounded(String piece) {
        assertThat(LOOKUP.find(request(piece.repeat(1_000_000 / piece.length()))))
                .isEmpty();
        assertThat(LOOKUP.find(request(piece.repeat(390 / piece.length())))).isNotNull();
    }

    private static String text(OpeningHours hours, String question, LocalDateTime now) {
        return OpeningHoursLookup.of(hours)
                .find(new LookupRequest(
                        question,
                        Language.FRENCH,
                        List.of(),
                        null,
                        now.atZone(PARIS).toInstant(),
                        PARIS))
                .orElseThrow()
                .text()
                .replace('\u00a0', '_');
    }

    private static LookupRequest request(String question) {
        Language language = LanguageDetector.detect(question).orElse(Language.FRENCH);
        return new LookupRequest(
                question, language, List.of(), null, TUESDAY.atZone(PARIS).toInstant(), PARIS);
    }
}
