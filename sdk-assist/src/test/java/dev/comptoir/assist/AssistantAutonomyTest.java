package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.assist.certify.Autonomy;
import dev.comptoir.assist.certify.Certificate;
import dev.comptoir.assist.certify.Scope;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.certify.Verdict;
import dev.comptoir.assist.generate.Templates;
import dev.comptoir.assist.intent.Intent;
import dev.comptoir.assist.intent.IntentGuess;
import dev.comptoir.assist.intent.IntentModel;
import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.knowledge.Origin;
import dev.comptoir.assist.knowledge.Validity;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.lookup.Lookup;
import dev.comptoir.assist.lookup.LookupRequest;
import dev.comptoir.assist.route.Missing;
import dev.comptoir.assist.route.Reason;
import dev.comptoir.assist.route.ReasonCode;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssistantAutonomyTest {
    private static final String PLAIN = "Êtes-vous ouverts le lundi ?";
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void withoutReviewsTheCertificateIsWhatIsMissing() {
        Business business = business();
        try (Assistant assistant = Assistant.builder(business)
                .knowledge(Bakery.knowledge())
                .autonomy(Autonomy.of(business, Target.wrongAtMost(0.05)))
                .build()) {
            Reply reply = ask(assistant, PLAIN);

            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).containsExactly(ReasonCode.NO_CERTIFICATE);
            assertThat(reply.missing()).containsExactly(new Missing(Missing.Kind.CERTIFICATE, 0));
            assertThat(reply.assessment().score()).isGreaterThan(0.9);
            assertThat(reply.assessment().evidence()).containsExactly("lundi");
        }
    }

    /** From the first draft to the first answer and back, by what a vendor's program would call. */
    @Test
    void autonomyIsEarnedReplyByReplyAndLost() {
        Business business = business();
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant assistant = Assistant.builder(business)
                .knowledge(Bakery.knowledge())
                .autonomy(autonomy)
                .build()) {
            List<String> mail = List.of(PLAIN, "Avez-vous du pain sans gluten ?", "Livrez-vous à domicile ?");
            for (int i = 0; i < 117; i++) {
                Reply draft = ask(assistant, mail.get(i % 3));
                assertThat(draft.kind()).isEqualTo(Reply.Kind.DRAFT);
                autonomy.reviewed(draft.assessment(), null, Verdict.sentUnchanged());
            }
            Certificate certificate = autonomy.renew().certificates().get(0);
            assertThat(certificate.scope().languages()).containsExactly(Language.FRENCH);

            Reply answer = ask(assistant, PLAIN);
            assertThat(answer.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(answer.reasons().get(0).text().replace('\u00A0', ' '))
                    .isEqualTo("Le certificat couvre cette réponse : 5 % d'erreurs au plus, à 95 % de confiance.");
            assertThat(ask(assistant, "Are dogs allowed in the shop?").kind())
                    .as("English is not certified")
                    .isEqualTo(Reply.Kind.DRAFT);

            while (!autonomy.certificates().isEmpty()) {
                autonomy.reviewed(answer.assessment(), null, Verdict.judged(false));
            }
            Reply after = ask(assistant, PLAIN);
            assertThat(after.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(after)).containsExactly(ReasonCode.AUTONOMY_WITHDRAWN);
        }
    }

    @Test
    void changedKnowledgeNeedsANewCertificate() {
        Business business = business();
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant assistant = Assistant.builder(business)
                .knowledge(Bakery.knowledge())
                .autonomy(autonomy)
                .build()) {
            Certified.grant(assistant, autonomy, Scope.KNOWLEDGE);
            assertThat(ask(assistant, PLAIN).kind()).isEqualTo(Reply.Kind.ANSWER);

            Entry open = new Entry("lundi", PLAIN, List.of(), "", "Oui, dès 8 h.", Language.FRENCH);
            assistant.update(Knowledge.of(List.of(open)).and(Bakery.knowledge()));
            Reply changed = ask(assistant, PLAIN);
            assertThat(changed.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(changed.text()).contains("Oui, dès 8 h.");
            assertThat(codes(changed)).containsExactly(ReasonCode.CERTIFICATE_OTHER_KNOWLEDGE);

            autonomy.reviewed(changed.assessment(), null, Verdict.sentUnchanged());
            autonomy.renew();
            assertThat(ask(assistant, PLAIN).kind()).isEqualTo(Reply.Kind.ANSWER);

            assistant.update(Bakery.knowledge());
            assertThat(ask(assistant, PLAIN).text()).contains("fermée");
        }
    }

    @Test
    void anotherEmbeddingModelNeedsANewCertificate() {
        Business business = business();
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant words = Assistant.builder(business)
                        .knowledge(Bakery.knowledge())
                        .autonomy(autonomy)
                        .build();
                Assistant both = Assistant.builder(business)
                        .knowledge(Bakery.knowledge())
                        .embeddings(new HashedNgramModel(64))
                        .autonomy(autonomy)
                        .build()) {
            Certified.grant(words, autonomy, Scope.KNOWLEDGE);

            assertThat(ask(words, PLAIN).kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(codes(ask(both, PLAIN))).contains(ReasonCode.CERTIFICATE_OTHER_SCORE);
        }
    }

    @Test
    void severalQuestionsAreAnsweredTogetherWhereEachPasses() {
        try (Assistant assistant = Bakery.certified()) {
            Reply reply = ask(assistant, "Êtes-vous ouverts le lundi ? Avez-vous du pain sans gluten ?");

            assertThat(reply.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(reply.text()).contains("fermée le lundi").contains("sarrasin");
            assertThat(reply.assessment().baseScore())
                    .isLessThanOrEqualTo(ask(assistant, PLAIN).assessment().baseScore());
            Reply half = ask(assistant, "Êtes-vous ouverts le lundi ? Réparez-vous les vélos ?");
            assertThat(half.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(half.missing()).containsExactly(new Missing(Missing.Kind.ENTRY, 2));
            assertThat(half.assessment().baseScore()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(ActionClass.class)
    void whatAReplyDoesDecidesWhoSendsIt(ActionClass action) {
        Entry entry = new Entry(
                "rembourser",
                "Comment être remboursé ?",
                List.of(),
                List.of(),
                "",
                "Nous remboursons sous 14 jours.",
                Language.FRENCH,
                action,
                Validity.ALWAYS);
        try (Assistant assistant = Certified.assistant(
                business(),
                builder -> builder.knowledge(Knowledge.of(List.of(entry)).and(Bakery.knowledge())))) {
            Reply reply = ask(assistant, "Comment être remboursé ?");

            assertThat(reply.citations()).extracting(Citation::entryId).containsExactly("rembourser");
            assertThat(reply.kind())
                    .isEqualTo(
                            switch (action) {
                                case INFORM -> Reply.Kind.ANSWER;
                                case REVERSIBLE -> Reply.Kind.DRAFT;
                                case SIGNIFICANT -> Reply.Kind.HANDOFF;
                            });
            assertThat(codes(reply))
                    .containsExactly(
                            switch (action) {
                                case INFORM -> ReasonCode.CERTIFIED;
                                case REVERSIBLE -> ReasonCode.ACTION_REVERSIBLE;
                                case SIGNIFICANT -> ReasonCode.ACTION_SIGNIFICANT;
                            });
        }
    }

    @Test
    void whatOneColleagueAloneHasSaidIsNeverSentAlone() {
        for (Origin origin : List.of(Origin.LEARNED, Origin.UNCONFIRMED)) {
            Entry learned = new Entry(
                    "ruban",
                    "Faites-vous des rubans de baptême ?",
                    List.of(),
                    List.of(),
                    "",
                    "Oui, sur commande trois jours avant.",
                    Language.FRENCH,
                    ActionClass.INFORM,
                    Validity.ALWAYS,
                    origin);
            Knowledge knowledge = Knowledge.of(List.of(learned)).and(Bakery.knowledge());
            try (Assistant assistant = Certified.assistant(business(), builder -> builder.knowledge(knowledge))) {
                Reply reply = ask(assistant, "Faites-vous des rubans de baptême ?");
                boolean confirmed = origin == Origin.LEARNED;

                assertThat(reply.kind()).isEqualTo(confirmed ? Reply.Kind.ANSWER : Reply.Kind.DRAFT);
                assertThat(codes(reply).contains(ReasonCode.ENTRY_UNCONFIRMED)).isEqualTo(!confirmed);
            }
        }
    }

    @Test
    void entriesHoldOnTheirDaysOnly() {
        Entry christmas = new Entry(
                "noel",
                "Quels sont vos horaires de Noël ?",
                List.of(),
                List.of(),
                "",
                "Ouvert de 8 h à 13 h.",
                Language.FRENCH,
                ActionClass.INFORM,
                new Validity(LocalDate.of(2026, 12, 20), LocalDate.of(2026, 12, 26)));
        Knowledge knowledge = Knowledge.of(List.of(christmas)).and(Bakery.knowledge());
        for (String day : List.of("2026-12-19", "2026-12-20", "2026-12-26", "2026-12-27")) {
            Business then = business(Instant.parse(day + "T12:00:00Z"));
            try (Assistant assistant = Certified.assistant(then, builder -> builder.knowledge(knowledge))) {
                Reply reply = ask(assistant, "Quels sont vos horaires de Noël ?");
                boolean holds = day.endsWith("20") || day.endsWith("26");

                assertThat(reply.kind() == Reply.Kind.ANSWER).as(day).isEqualTo(holds);
                assertThat(codes(reply).contains(ReasonCode.ENTRY_EXPIRED))
                        .as(day)
                        .isEqualTo(!holds);
                assertThat(reply.text().contains("13 h")).as(day).isEqualTo(holds);
            }
        }
    }

    @Test
    void aLiveFactComesBeforeTheKnowledgeAndHasACertificateOfItsOwn() {
        Business business = business();
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant assistant = Assistant.builder(business)
                .knowledge(Bakery.knowledge())
                .lookup(hours(NOW))
                .autonomy(autonomy)
                .build()) {
            Certified.grant(assistant, autonomy, Scope.KNOWLEDGE);
            Reply draft = ask(assistant, PLAIN);
            assertThat(draft.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(draft.text()).contains("Lundi 30 novembre : fermé.");
            assertThat(draft.facts()).extracting(LiveFact::source).containsExactly("opening-hours");
            assertThat(codes(draft)).containsExactly(ReasonCode.NO_CERTIFICATE);
            assertThat(draft.confidence()).isEqualTo(1);

            Certified.grant(assistant, autonomy, "opening-hours");
            Reply answer = ask(assistant, PLAIN);
            assertThat(answer.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(answer.text()).contains("fermé.").endsWith(Templates.disclosure(Language.FRENCH));

            Reply mixed = ask(assistant, "Êtes-vous ouverts le lundi ? Avez-vous du pain sans gluten ?");
            assertThat(mixed.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(mixed)).contains(ReasonCode.SEVERAL_SOURCES);
        }
    }

    @Test
    void aStaleFactIsDraftedAndAFailingLookUpCostsOnlyItself() {
        Business business = business();
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        try (Assistant stale = Assistant.builder(business)
                        .lookup(hours(NOW.minusSeconds(16 * 60)))
                        .autonomy(autonomy)
                        .build();
                Assistant failing = Certified.assistant(
                        business(),
                        builder -> builder.knowledge(Bakery.knowledge()).lookup(lookup(request -> {
                            throw new IllegalStateException("no line");
                        })))) {
            Certified.grant(stale, autonomy, "opening-hours");
            assertThat(codes(ask(stale, PLAIN))).containsExactly(ReasonCode.FACT_STALE);

            Reply reply = ask(failing, PLAIN);
            assertThat(reply.kind()).isEqualTo(Reply.Kind.DRAFT);
            assertThat(codes(reply)).containsExactly(ReasonCode.LOOKUP_FAILED);
            assertThat(reply.text()).contains("fermée le lundi");
        }
    }

    @Test
    void intentsHandOverWhatIsForeignOrSignificant() {
        assertThat(withGuess(guess(ActionClass.INFORM, 0.9, 0.1, 0.1)).kind()).isEqualTo(Reply.Kind.ANSWER);
        Reply foreign = withGuess(guess(ActionClass.INFORM, 0.9, 0.8, 0.1));
        assertThat(foreign.kind()).isEqualTo(Reply.Kind.HANDOFF);
        assertThat(codes(foreign)).containsExactly(ReasonCode.OUT_OF_SCOPE);
        Reply significant = withGuess(guess(ActionClass.SIGNIFICANT, 0.9, 0, 0));
        assertThat(significant.kind()).isEqualTo(Reply.Kind.HANDOFF);
        assertThat(significant.citations()).isNotEmpty();
        Reply uncovered = withGuess(guess(ActionClass.INFORM, 0.9, 0, 0.7));
        assertThat(uncovered.kind()).isEqualTo(Reply.Kind.DRAFT);
        assertThat(codes(uncovered)).containsExactly(ReasonCode.UNCOVERED);
        assertThat(codes(withGuess(guess(ActionClass.REVERSIBLE, 0.9, 0, 0))))
                .containsExactly(ReasonCode.ACTION_REVERSIBLE);
        Reply failed = withGuess((question, language) -> {
            throw new ModelException(ErrorCode.MODEL_FAILED, "The model failed.");
        });
        assertThat(failed.kind()).isEqualTo(Reply.Kind.DRAFT);
        assertThat(codes(failed)).containsExactly(ReasonCode.INTENTS_FAILED);
    }

    @Test
    void knowledgeIsExchangedWhileRepliesAreWritten() throws Exception {
        Knowledge other = Knowledge.of(List.of(new Entry("lundi", PLAIN, List.of(), "", "Oui.", Language.FRENCH)));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (Assistant assistant = Bakery.drafting()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                asking.add(threads.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        assertThat(ask(assistant, PLAIN).text()).containsAnyOf("fermée le lundi", "Oui.");
                    }
                }));
            }
            for (int i = 0; i < 40; i++) {
                assistant.update(i % 2 == 0 ? other : Bakery.knowledge());
            }
            for (Future<?> one : asking) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Reply withGuess(IntentModel model) {
        try (Assistant assistant = Certified.assistant(
                business(), builder -> builder.knowledge(Bakery.knowledge()).intents(model))) {
            return ask(assistant, PLAIN);
        }
    }

    private static IntentModel guess(ActionClass action, double probability, double foreign, double uncovered) {
        return (question, language) -> new IntentGuess(
                List.of(new IntentGuess.Candidate(new Intent("opening", action), probability)), foreign, uncovered);
    }

    private static Lookup hours(Instant asOf) {
        return lookup(request -> request.question().contains("lundi")
                ? Optional.of(new LiveFact(
                        "opening-hours", "Horaires", "Lundi 30 novembre : fermé.", request.language(), asOf))
                : Optional.empty());
    }

    private interface Finding {
        Optional<LiveFact> find(LookupRequest request);
    }

    private static Lookup lookup(Finding finding) {
        return new Lookup() {
            @Override
            public String name() {
                return "opening-hours";
            }

            @Override
            public Optional<LiveFact> find(LookupRequest request) {
                return finding.find(request);
            }
        };
    }

    private static Business business() {
        return business(NOW);
    }

    private static Business business(Instant now) {
        return Comptoir.inMemory()
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build()
                .business("boulangerie");
    }

    private static Reply ask(Assistant assistant, String text) {
        return assistant.reply(Message.anonymous(text));
    }

    private static List<ReasonCode> codes(Reply reply) {
        return reply.reasons().stream().map(Reason::code).toList();
    }
}
