package dev.comptoir.assist.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.knowledge.Origin;
import dev.comptoir.assist.learn.LearnResult.Status;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Visit;
import dev.comptoir.profile.KnownEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedPairsTest {
    private static final CustomerId ANA = CustomerId.of("card-0042");
    private static final CustomerId BOB = CustomerId.of("card-0043");
    private static final Knowledge FAQ = Knowledge.of(List.of(new Entry(
            "livraison",
            "Livrez-vous à domicile ?",
            List.of(),
            "",
            "Oui, nous livrons dans un rayon de 5 km à partir de 20 € d'achats.",
            Language.FRENCH)));
    private static final String DELIVERY = FAQ.entries().get(0).answer();

    @TempDir
    Path folder;

    private Comptoir comptoir;
    private Business business;

    @BeforeEach
    void open() {
        comptoir = Comptoir.builder(folder).clock(new Ticking()).build();
        business = comptoir.business("b");
    }

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void aPairIsGoodForDraftsUntilTwoAgentsHaveSaidIt() {
        LearnedPairs pairs = LearnedPairs.of(business);

        LearnResult first =
                pairs.learn(pair(ANA, "Bonjour,\nOù puis-je garer mon vélo ?", "Devant la boutique.", "lea"));
        assertThat(first.status()).isEqualTo(Status.DRAFT_ONLY);
        assertThat(first.changesKnowledge()).isTrue();
        Entry draft = pairs.over(FAQ).entries().get(1);
        assertThat(draft.isDraftOnly()).isTrue();
        assertThat(draft.question()).isEqualTo("Où puis-je garer mon vélo ?");
        assertThat(draft.id()).isEqualTo(first.entryId());

        assertThat(pairs.learn(pair(BOB, "Où garer mon vélo ?", "Devant la boutique !", "lea"))
                        .status())
                .as("the same agent again")
                .isEqualTo(Status.DRAFT_ONLY);
        assertThat(pairs.learn(pair(BOB, "Où puis-je garer mon vélo ?", "Bonjour Bob, devant la boutique.", "tom")))
                .satisfies(result -> {
                    assertThat(result.entryId()).isEqualTo(first.entryId());
                    assertThat(result.status()).isEqualTo(Status.CONFIRMED);
                    assertThat(result.confirmations()).isEqualTo(2);
                });
        Entry full = pairs.over(FAQ).find(draft.id()).orElseThrow();
        assertThat(full.origin()).isEqualTo(Origin.LEARNED);
        assertThat(full.isDraftOnly()).isFalse();
        assertThat(pairs.learn(pair(ANA, "Où puis-je garer mon vélo ?", "Devant la boutique.", "max"))
                        .status())
                .isEqualTo(Status.KNOWN);
    }

    @Test
    void aLearnedAnswerThatIsSentAsItIsIsConfirmed() {
        LearnedPairs pairs = LearnedPairs.of(business);
        String id = learned(pairs, pair(ANA, "Où garer mon vélo ?", "Devant la boutique.", "lea"));

        LearnResult sent = pairs.learn(
                drafted(BOB, "Peut-on venir à bicyclette ?", "Devant la boutique.", "Devant la boutique.", id, "tom"));

        assertThat(sent.status()).isEqualTo(Status.VARIANT_PENDING);
        assertThat(pairs.over(FAQ).find(id).orElseThrow().origin()).isEqualTo(Origin.LEARNED);
    }

    @Test
    void aQuestionAnsweredWithAnEntryBecomesItsVariantOnTheSameTerms() {
        LearnedPairs pairs = LearnedPairs.of(business);
        String asked = "Pouvez-vous apporter les courses chez moi ?";

        assertThat(pairs.learn(drafted(ANA, asked, DELIVERY, DELIVERY, "livraison", "lea"))
                        .status())
                .isEqualTo(Status.VARIANT_PENDING);
        assertThat(pairs.over(FAQ).entries()).isEqualTo(FAQ.entries());
        LearnResult second = pairs.learn(drafted(
                BOB,
                "Vous pouvez apporter mes courses chez moi",
                DELIVERY,
                DELIVERY + " À bientôt !",
                "livraison",
                "tom"));

        assertThat(second.status()).isEqualTo(Status.VARIANT);
        assertThat(pairs.over(FAQ).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.variants()).containsExactly(asked);
            assertThat(entry.answer()).isEqualTo(DELIVERY);
            assertThat(entry.origin()).isEqualTo(Origin.WRITTEN);
        });
    }

    @Test
    void anEditThatChangesAFigureIsAnotherAnswer() {
        LearnedPairs pairs = LearnedPairs.of(business);

        LearnResult result = pairs.learn(
                drafted(ANA, "Livrez-vous à Lyon ?", DELIVERY, DELIVERY.replace("20 €", "30 €"), "livraison", "lea"));

        assertThat(result.status()).isEqualTo(Status.DRAFT_ONLY);
        assertThat(pairs.over(FAQ).entries()).hasSize(2);
    }

    @Test
    void personalDataOfTheQuestionAreReplacedAndOfTheAnswerRefused() {
        business.events().append(KnownEvents.loyaltyCard(ANA, Instant.EPOCH, "", "FID-77"));
        LearnedPairs pairs = LearnedPairs.builder(business)
                .ownContacts(List.of("01 23 45 67 89"))
                .build();

        LearnResult asked = pairs.learn(new ReviewedPair(
                ANA,
                "Je suis Zoé Petit, ma carte FID-77 marche-t-elle au 06 12 34 56 78 ?",
                "",
                "Oui, appelez le 01 23 45 67 89.",
                null,
                "lea",
                ActionClass.INFORM,
                Set.of("Zoé", "Petit")));
        assertThat(asked.status()).isEqualTo(Status.DRAFT_ONLY);
        assertThat(asked.found()).containsExactlyInAnyOrder(PersonalKind.KNOWN_VALUE, PersonalKind.PHONE);
        assertThat(pairs.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.question())
                        .isEqualTo("Je suis [client] [client], ma carte [client] marche-t-elle au [téléphone] ?"));

        for (String answer : List.of(
                "Votre colis 6A123456789 arrive demain.",
                "Écrivez à jean.dupont@exemple.fr.",
                "Votre carte FID-77 est active.",
                "Virement sur FR7630006000011234567890189.",
                "Oui, Mme Petit vous attend.")) {
            LearnResult refused = pairs.learn(pair(ANA, "Est-ce possible demain ?", answer, "lea"));
            assertThat(refused.status()).as(answer).isEqualTo(Status.REFUSED_PERSONAL);
            assertThat(refused.entryId()).isNull();
        }
        assertThat(pairs.pairs()).hasSize(1);
        business.events()
                .read(
                        EventQuery.all(),
                        event -> assertThat(event.toString())
                                .as("what is refused is not kept either")
                                .doesNotContain("jean.dupont", "6A123456789", "FR763000", "0612345678", "06 12"));
    }

    @Test
    void nothingIsLearnedOfWhatCallsForAHumanOrAsksNothingOrTooMuch() {
        LearnedPairs pairs = LearnedPairs.of(business);

        assertThat(status(pairs, "Je veux parler à un humain !", "Je vous appelle."))
                .isEqualTo(Status.REFUSED_SIGNAL);
        assertThat(status(pairs, "Livrez-vous ? Quels sont vos horaires ?", "Oui."))
                .isEqualTo(Status.REFUSED_QUESTIONS);
        assertThat(status(pairs, "", "Oui.")).isEqualTo(Status.REFUSED_QUESTIONS);
        assertThat(status(pairs, "\uD83E\uDD50 \uD800", "Oui.")).isEqualTo(Status.REFUSED_QUESTIONS);
        assertThat(status(pairs, "Livrez-vous ?", "Bonjour,")).isEqualTo(Status.REFUSED_LENGTH);
        assertThat(status(pairs, "Livrez-vous ?", "x".repeat(1 << 20))).isEqualTo(Status.REFUSED_LENGTH);
        assertThat(status(pairs, "Livrez-vous " + "x ".repeat(500_000), "Oui.")).isEqualTo(Status.REFUSED_LENGTH);
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.over(FAQ).entries()).isEqualTo(FAQ.entries());
    }

    @Test
    void whatWasLearnedGoesWithItsCustomerAndStaysThroughARestart() {
        LearnedPairs pairs = LearnedPairs.of(business);
        String id = learned(pairs, pair(ANA, "Où garer mon vélo ?", "Devant la boutique.", "lea"));
        pairs.learn(pair(BOB, "Où garer mon vélo ?", "Devant la boutique.", "tom"));
        close();
        open();
        pairs = LearnedPairs.of(business);
        assertThat(pairs.over(FAQ).find(id).orElseThrow().origin()).isEqualTo(Origin.LEARNED);
        long before = pairs.revision();
        assertThat(pairs.revision()).isEqualTo(before);

        business.erasure().erase(new SubjectRequest(ANA, "shop", "letter"));
        assertThat(pairs.revision()).isNotEqualTo(before);
        assertThat(pairs.over(FAQ).find(id).orElseThrow().origin()).isEqualTo(Origin.UNCONFIRMED);
        business.erasure().erase(new SubjectRequest(BOB, "shop", "letter"));
        assertThat(pairs.over(FAQ).entries()).isEqualTo(FAQ.entries());
        assertThat(pairs.quality().replies()).isZero();
    }

    @Test
    void undoingTakesPairsAndVariantsAwayAndCountingBeginsAnew() {
        LearnedPairs pairs = LearnedPairs.of(business);
        String id = learned(pairs, pair(ANA, "Où garer mon vélo ?", "Devant la boutique.", "lea"));
        pairs.learn(pair(BOB, "Où garer mon vélo ?", "Devant la boutique.", "tom"));
        pairs.learn(drafted(ANA, "Apportez-vous les courses ?", DELIVERY, DELIVERY, "livraison", "lea"));
        pairs.learn(drafted(BOB, "Apportez-vous les courses ?", DELIVERY, DELIVERY, "livraison", "tom"));
        assertThat(pairs.over(FAQ).entries().get(0).variants()).hasSize(1);

        pairs.forget(id, "patron");
        pairs.forget("livraison", "patron");

        assertThat(pairs.over(FAQ).entries()).isEqualTo(FAQ.entries());
        assertThat(LearnedPairs.of(business).over(FAQ).entries()).isEqualTo(FAQ.entries());
        assertThat(pairs.learn(pair(BOB, "Où garer mon vélo ?", "Devant la boutique.", "tom"))
                        .status())
                .isEqualTo(Status.DRAFT_ONLY);
    }

    @Test
    void theQualityOfDraftsIsCounted() {
        LearnedPairs pairs = LearnedPairs.of(business);
        assertThat(pairs.quality().shareUnedited()).isZero();
        assertThat(pairs.quality().meanEditDistance()).isZero();

        pairs.learn(pair(ANA, "Sans brouillon ?", "Oui.", "lea"));
        pairs.learn(drafted(ANA, "Livrez-vous ?", "abcde", "abcde\n", "livraison", "lea"));
        assertThat(pairs.learn(drafted(ANA, "Livrez-vous ?", "abcde", "abcdx", "livraison", "lea"))
                        .editDistance())
                .isCloseTo(0.2, within(1e-9));

        assertThat(pairs.quality().replies()).isEqualTo(2);
        assertThat(pairs.quality().shareUnedited()).isEqualTo(0.5);
        assertThat(pairs.quality().meanEditDistance()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void theWeightiestActionHoldsAndTheMerchantsOwnEntryReplacesALearnedOne() {
        LearnedPairs pairs = LearnedPairs.of(business);
        pairs.learn(action(ActionClass.REVERSIBLE, "lea"));
        pairs.learn(action(ActionClass.INFORM, "tom"));

        assertThat(pairs.over(Knowledge.empty()).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo(ActionClass.REVERSIBLE));
        Knowledge written = Knowledge.of(
                List.of(new Entry("r", "Puis-je réserver ?", List.of(), "", "C'est noté.", Language.FRENCH)));
        assertThat(pairs.over(written).entries()).isEqualTo(written.entries());
    }

    @Test
    void oneBusinessNeverLearnsFromAnother() {
        LearnedPairs.of(business).learn(pair(ANA, "Où garer mon vélo ?", "Devant la boutique.", "lea"));

        assertThat(LearnedPairs.of(comptoir.business("c")).pairs()).isEmpty();
    }

    @Test
    void aSnapshotSparesTheLog() {
        LearnedPairs.of(business).learn(pair(ANA, "Où garer mon vélo ?", "Devant la boutique.", "lea"));
        List<Event> visits = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            visits.add(Visit.of(BOB, Instant.EPOCH.plusSeconds(i)));
        }
        business.events().appendAll(visits);

        assertThat(LearnedPairs.of(business).pairs()).hasSize(1);
        assertThat(business.snapshots().find("assist-journal-pairs")).isPresent();
        assertThat(LearnedPairs.of(business).pairs()).hasSize(1);
        business.erasure().erase(new SubjectRequest(ANA, "shop", "letter"));
        assertThat(LearnedPairs.of(business).pairs()).isEmpty();
    }

    @Test
    void settingsAndAgentsAreChecked() {
        assertThatThrownBy(() -> LearnedPairs.builder(business).confirmations(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pair(ANA, "?", "!", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(pair(ANA, "secret", "secret", "lea").toString()).doesNotContain("secret");
        LearnedPairs alone = LearnedPairs.builder(business).confirmations(1).build();
        assertThat(alone.learn(pair(ANA, "Où garer mon vélo ?", "Devant la boutique.", "lea"))
                        .status())
                .isEqualTo(Status.CONFIRMED);
    }

    private static String learned(LearnedPairs pairs, ReviewedPair pair) {
        return Objects.requireNonNull(pairs.learn(pair).entryId());
    }

    private static Status status(LearnedPairs pairs, String question, String answer) {
        return pairs.learn(pair(ANA, question, answer, "lea")).status();
    }

    private static ReviewedPair pair(CustomerId customer, String question, String answer, String agent) {
        return new ReviewedPair(customer, question, "", answer, null, agent, ActionClass.INFORM, Set.of());
    }

    private static ReviewedPair action(ActionClass action, String agent) {
        return new ReviewedPair(ANA, "Puis-je réserver ?", "", "C'est noté.", null, agent, action, Set.of());
    }

    private static ReviewedPair drafted(
            CustomerId customer, String question, String draft, String answer, String entry, String agent) {
        return new ReviewedPair(customer, question, draft, answer, entry, agent, ActionClass.INFORM, Set.of());
    }

    /** A second later at each look. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }
}
