package dev.comptoir.assist.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Limits;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.event.Event;
import dev.comptoir.event.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionedKnowledgeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final CustomerId ANA = CustomerId.of("card-0042");

    @TempDir
    Path folder;

    @Test
    void eachChangeIsAVersionThatSaysWhatChanged() {
        try (Comptoir comptoir = engine()) {
            VersionedKnowledge known = VersionedKnowledge.of(comptoir.business("b"));
            assertThat(known.version()).isZero();

            assertThat(known.update(of("a", "un", "b", "deux", "c", "trois")))
                    .isEqualTo(new KnowledgeChange(1, NOW, List.of("a", "b", "c"), List.of(), List.of(), 0));
            assertThat(known.update(of("b", "deux", "a", "un", "c", "trois")).isEmpty())
                    .isTrue();
            assertThat(known.update(of("a", "un", "b", "zwei", "d", "quatre")))
                    .isEqualTo(new KnowledgeChange(2, NOW, List.of("d"), List.of("b"), List.of("c"), 1));

            assertThat(known.version()).isEqualTo(2);
            assertThat(known.history()).extracting(KnowledgeChange::version).containsExactly(1, 2);
            assertThat(known.cite("a")).contains(new EntryVersion("a", 1));
            assertThat(known.cite("b")).contains(new EntryVersion("b", 2));
            assertThat(known.cite("c")).isEmpty();
            assertThat(answer(known, "b@1")).isEqualTo("deux");
            assertThat(answer(known, "b@2")).isEqualTo("zwei");
            assertThat(answer(known, "a@2")).isEqualTo("un");
            assertThat(answer(known, "c@1")).isEqualTo("trois");
            assertThat(answer(known, "c@2")).isNull();
            assertThat(answer(known, "d@1")).isNull();
            assertThat(answer(known, "a@3")).isNull();
        }
    }

    @Test
    void versionsSurviveTheProcessAndTheErasureOfCustomers() {
        Entry full = new Entry(
                "plein@2",
                "Où \uD83E\uDD50 ?",
                List.of("Variante ?"),
                List.of("clé"),
                "Thème",
                "« Là »\n\t\"x\"",
                Language.ENGLISH,
                ActionClass.SIGNIFICANT,
                new Validity(LocalDate.of(2026, 1, 1), null),
                Origin.CATALOG);
        try (Comptoir comptoir = engine()) {
            Business business = comptoir.business("b");
            VersionedKnowledge known = VersionedKnowledge.of(business);
            known.update(Knowledge.of(List.of(full)));
            known.update(Knowledge.of(List.of(full, entry("b", "deux"))));
            business.events().append(Visit.of(ANA, NOW));
            business.erasure().erase(new SubjectRequest(ANA, "shop", "letter"));
            assertThat(known.update(of("b", "deux")).version()).isEqualTo(3);
        }
        try (Comptoir comptoir = engine()) {
            VersionedKnowledge known = VersionedKnowledge.of(comptoir.business("b"));

            assertThat(known.version()).isEqualTo(3);
            assertThat(known.knowledge().entries()).containsExactly(entry("b", "deux"));
            assertThat(known.find(EntryVersion.parse("plein@2@2").orElseThrow()))
                    .contains(full);
            assertThat(known.history())
                    .extracting(KnowledgeChange::removed)
                    .last()
                    .isEqualTo(List.of("plein@2"));
        }
    }

    @Test
    void onlySoManyVersionsAreKept() {
        try (Comptoir comptoir = engine()) {
            VersionedKnowledge known = VersionedKnowledge.builder(comptoir.business("b"))
                    .keptVersions(2)
                    .build();
            known.update(of("a", "un", "z", "fixe"));
            known.update(of("a", "deux", "z", "fixe"));
            known.update(of("a", "trois", "z", "fixe"));

            assertThat(answer(known, "a@1")).isNull();
            assertThat(answer(known, "a@2")).isEqualTo("deux");
            assertThat(answer(known, "z@3")).isEqualTo("fixe");
            assertThat(known.history()).hasSize(2);
        }
    }

    @Test
    void randomHistoriesAnswerAsAListOfAllStatesWould() {
        long seed = 36;
        SplittableRandom random = new SplittableRandom(seed);
        try (Comptoir comptoir = engine()) {
            Business business = comptoir.business("b");
            VersionedKnowledge known =
                    VersionedKnowledge.builder(business).keptVersions(7).build();
            List<Knowledge> states = new ArrayList<>(List.of(Knowledge.empty()));
            for (int round = 0; round < 60; round++) {
                List<Entry> entries = new ArrayList<>();
                for (int id = 0; id < 8; id++) {
                    if (random.nextInt(3) > 0) {
                        entries.add(entry("e" + id, "r" + random.nextInt(3)));
                    }
                }
                if (!known.update(Knowledge.of(entries)).isEmpty()) {
                    states.add(Knowledge.of(entries));
                }
                if (round % 20 == 19) {
                    known = VersionedKnowledge.builder(business).keptVersions(7).build();
                }
                for (int version = 1; version < states.size(); version++) {
                    for (int id = 0; id < 8; id++) {
                        boolean kept = version > states.size() - 1 - 7;
                        assertThat(known.find(new EntryVersion("e" + id, version)))
                                .as("seed " + seed + ", round " + round + ", e" + id + "@" + version)
                                .isEqualTo(
                                        kept ? states.get(version).find("e" + id) : java.util.Optional.<Entry>empty());
                    }
                }
            }
        }
    }

    @Test
    void twoObjectsForOneBusinessMakeOneHistory() throws Exception {
        try (Comptoir comptoir = engine()) {
            Business business = comptoir.business("b");
            List<VersionedKnowledge> both = List.of(VersionedKnowledge.of(business), VersionedKnowledge.of(business));
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                int own = writer;
                writers.add(new Thread(() ->
                        IntStream.range(0, 25).forEach(i -> both.get(own).update(of("a", "w" + own + " " + i)))));
            }
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            VersionedKnowledge reopened = VersionedKnowledge.of(business);

            assertThat(reopened.version()).isEqualTo(50);
            List<String> said = new ArrayList<>();
            for (int version = 1; version <= 50; version++) {
                said.add(answer(reopened, "a@" + version));
            }
            assertThat(said).doesNotHaveDuplicates().doesNotContainNull();
        }
    }

    @Test
    void oneBusinessNeverSeesTheKnowledgeOfAnother() {
        try (Comptoir comptoir = engine()) {
            VersionedKnowledge.of(comptoir.business("b")).update(of("a", "secret"));

            VersionedKnowledge other = VersionedKnowledge.of(comptoir.business("c"));
            assertThat(other.version()).isZero();
            assertThat(other.knowledge().entries()).isEmpty();
            assertThat(other.find(new EntryVersion("a", 1))).isEmpty();
        }
    }

    @Test
    void aSnapshotSparesTheLogAndIsNotNeeded() {
        try (Comptoir comptoir = engine()) {
            Business business = comptoir.business("b");
            VersionedKnowledge.of(business).update(of("a", "un"));
            List<Event> visits = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                visits.add(Visit.of(ANA, NOW.plusSeconds(i)));
            }
            business.events().appendAll(visits);

            assertThat(VersionedKnowledge.of(business).version()).isEqualTo(1);
            assertThat(business.snapshots().find("assist-journal-knowledge")).isPresent();
            VersionedKnowledge.of(business).update(of("a", "deux"));
            assertThat(answer(VersionedKnowledge.of(business), "a@1")).isEqualTo("un");
            assertThat(answer(VersionedKnowledge.of(business), "a@2")).isEqualTo("deux");

            business.erasure().erase(new SubjectRequest(ANA, "shop", "letter"));
            assertThat(business.snapshots().find("assist-journal-knowledge")).isEmpty();
            assertThat(answer(VersionedKnowledge.of(business), "a@2")).isEqualTo("deux");
        }
    }

    @Test
    void longEntriesAreCutToTheLimitsOfTheLog() {
        Entry longest = entry("a", "é\uD83E\uDD50".repeat(16_000));
        for (int limit : new int[] {1 << 20, 30_000, 2_500}) {
            try (Comptoir comptoir = Comptoir.inMemory()
                    .limits(Limits.defaults().withTextLength(limit))
                    .build()) {
                Business business = comptoir.business("b");
                VersionedKnowledge.of(business).update(Knowledge.of(List.of(longest, entry("b", "deux"))));

                assertThat(VersionedKnowledge.of(business).knowledge().entries())
                        .containsExactly(longest, entry("b", "deux"));
            }
        }
        try (Comptoir comptoir =
                Comptoir.inMemory().limits(Limits.defaults().withTextLength(10)).build()) {
            VersionedKnowledge known = VersionedKnowledge.of(comptoir.business("b"));
            assertThatThrownBy(() -> known.update(Knowledge.of(List.of(longest))))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.EVENT_TOO_LARGE));
            assertThat(known.version()).isZero();
        }
    }

    @Test
    void whatWasLearnedFromCustomersIsNotKeptInVersions() {
        Entry learned = new Entry(
                "l",
                "Où ?",
                List.of(),
                List.of(),
                "",
                "Ici.",
                Language.FRENCH,
                ActionClass.INFORM,
                Validity.ALWAYS,
                Origin.UNCONFIRMED);
        try (Comptoir comptoir = engine()) {
            VersionedKnowledge known = VersionedKnowledge.of(comptoir.business("b"));
            assertThatThrownBy(() -> known.update(Knowledge.of(List.of(learned))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("LearnedPairs");
        }
    }

    @Test
    void reloadingReadsTheSourcesAnew() throws IOException {
        Path faq = Files.createDirectory(folder.resolve("faq"));
        Files.writeString(faq.resolve("a.md"), "# Où ?\nIci.");
        List<Entry> live = new ArrayList<>(List.of(entry("live", "un")));
        try (Comptoir comptoir = engine()) {
            VersionedKnowledge known = VersionedKnowledge.builder(comptoir.business("b"))
                    .folder(faq)
                    .source(() -> Knowledge.of(live))
                    .build();
            assertThat(known.reload().added()).containsExactly("a.md#ou", "live");
            assertThat(known.reload().isEmpty()).isTrue();

            Files.writeString(faq.resolve("a.md"), "# Où ?\nLà-bas.");
            Files.writeString(faq.resolve("b.jsonl"), "{broken");
            live.clear();
            KnowledgeChange change = known.reload();

            assertThat(change.changed()).containsExactly("a.md#ou");
            assertThat(change.removed()).containsExactly("live");
            assertThat(known.knowledge().report().rejected()).isEqualTo(1);

            Files.delete(faq.resolve("a.md"));
            Files.delete(faq.resolve("b.jsonl"));
            Files.delete(faq);
            assertThatThrownBy(known::reload).isInstanceOf(ConfigurationException.class);
            assertThat(known.knowledge().entries()).hasSize(1);
            assertThatThrownBy(
                            () -> VersionedKnowledge.of(comptoir.business("b")).reload())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void citationsAreReadBack() {
        assertThat(EntryVersion.parse("a@b@12")).contains(new EntryVersion("a@b", 12));
        for (String no : List.of("a", "a@", "a@0", "@1", " @1", "a@x", "a@9999999999")) {
            assertThat(EntryVersion.parse(no)).isEmpty();
        }
        assertThat(new EntryVersion("faq.md#a", 3)).hasToString("faq.md#a@3");
    }

    private Comptoir engine() {
        return Comptoir.builder(folder.resolve("data"))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    private static @org.jspecify.annotations.Nullable String answer(VersionedKnowledge known, String citation) {
        return known.find(EntryVersion.parse(citation).orElseThrow())
                .map(Entry::answer)
                .orElse(null);
    }

    private static Knowledge of(String... idsAndAnswers) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < idsAndAnswers.length; i += 2) {
            entries.add(entry(idsAndAnswers[i], idsAndAnswers[i + 1]));
        }
        return Knowledge.of(entries);
    }

    private static Entry entry(String id, String answer) {
        return new Entry(id, "Question " + id + " ?", List.of(), "", answer, Language.FRENCH);
    }
}
