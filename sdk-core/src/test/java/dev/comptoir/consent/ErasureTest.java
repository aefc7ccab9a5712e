package dev.comptoir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.BusinessId;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.error.ConsentRequiredException;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Event;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Rejection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final CustomerId ANA = CustomerId.of("ana");
    private static final CustomerId BOB = CustomerId.of("bob");

    @TempDir
    Path folder;

    private Comptoir comptoir;
    private Business shop;

    @BeforeEach
    void open() {
        comptoir = Comptoir.builder(folder.resolve("data"))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        shop = comptoir.business("librairie");
    }

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void aCustomerIsForgottenAndTheCertificateProvesIt() {
        shop.events().appendAll(List.of(purchase("r2", ANA, 10), purchase("r1", ANA, 20), purchase("r3", BOB, 30)));
        assertThat(shop.profiles().get(ANA).purchaseCount()).isEqualTo(2);
        assertThat(shop.profiles().get(BOB).rfm()).isPresent();

        ErasureCertificate certificate =
                shop.erasure().erase(SubjectRequest.of(ANA).withActor("Zoé").withReference("demande n° 12"));

        assertThat(certificate.business()).isEqualTo(BusinessId.of("librairie"));
        assertThat(certificate.at()).isEqualTo(NOW);
        assertThat(certificate.events()).isEqualTo(2);
        assertThat(certificate.reference()).isEqualTo("demande n° 12");
        assertThat(certificate.isGenuine()).isTrue();
        assertThat(certificate.covers(List.of(EventId.of("r1"), EventId.of("r2"))))
                .isTrue();
        assertThat(certificate.covers(List.of(EventId.of("r1"), EventId.of("r3"))))
                .isFalse();
        assertThat(certificate.covers(List.of(EventId.of("r1")))).isFalse();
        assertThat(ErasureCertificate.parse(certificate.toJson())).isEqualTo(certificate);
        assertThat(certificate.toJson()).doesNotContain("ana");

        assertThat(shop.events().of(ANA)).isEmpty();
        assertThat(shop.profiles().get(ANA).purchaseCount()).isZero();
        assertThat(shop.profiles().customers()).containsExactly(BOB);
        assertThat(shop.erasure().certificates()).containsExactly(certificate);
        List<AuditEntry> about = shop.audit().about(ANA);
        assertThat(about).extracting(AuditEntry::action).containsExactly(AuditAction.ERASURE);
        assertThat(about).extracting(AuditEntry::actor).containsExactly("Zoé");
        assertThat(shop.audit().verify().intact()).isTrue();
    }

    @Test
    void aChangedCertificateIsNotGenuine() {
        shop.events().append(purchase("r1", ANA, 10));
        ErasureCertificate good = shop.erasure().erase(SubjectRequest.of(ANA));
        ErasureCertificate other = shop.erasure().erase(SubjectRequest.of(BOB));

        assertThat(other.publicKey()).isEqualTo(good.publicKey());
        assertThat(other.events()).isZero();
        assertThat(other.isGenuine()).isTrue();
        assertThat(changed(good, 2, good.signature()).isGenuine()).isFalse();
        assertThat(changed(good, 1, other.signature()).isGenuine()).isFalse();
        assertThat(changed(good, 1, "no base 64!").isGenuine()).isFalse();
        assertThatThrownBy(() -> ErasureCertificate.parse("{\"business\":\"x\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ErasureCertificate.parse("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameExportImportedAgainDoesNotBringTheCustomerBack() {
        List<Event> export = List.of(purchase("r1", ANA, 10), purchase("r2", BOB, 20));
        shop.events().appendAll(export);
        shop.erasure().erase(SubjectRequest.of(ANA));

        AppendReport report = shop.events().appendAll(export);

        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejections()).extracting(Rejection::rule).containsExactly(Rejection.Rule.ERASED);
        assertThat(shop.events().append(export.get(0))).isFalse();
        assertThat(shop.events().size()).isEqualTo(1);
        assertThat(shop.events().append(purchase("r9", ANA, 30))).isTrue();
    }

    @Test
    void manyAreErasedInOneGo() {
        List<SubjectRequest> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            CustomerId customer = CustomerId.of("c" + i);
            shop.events().append(purchase("r" + i, customer, i));
            requests.add(SubjectRequest.of(customer));
        }
        requests.add(requests.get(0));

        List<ErasureCertificate> certificates = shop.erasure().eraseAll(requests);

        assertThat(certificates).hasSize(20).allMatch(ErasureCertificate::isGenuine);
        assertThat(shop.events().size()).isZero();
        assertThat(shop.events().erasures()).isEqualTo(1);
        assertThat(shop.erasure().eraseAll(List.of())).isEmpty();
    }

    @Test
    void aBackupFromBeforeDoesNotBringTheCustomerBack() throws Exception {
        shop.events().appendAll(List.of(purchase("r1", ANA, 10), purchase("r2", BOB, 20)));
        Path backup = folder.resolve("backup.db");
        shop.backup(backup);
        shop.erasure().erase(SubjectRequest.of(ANA));
        comptoir.close();
        Path businesses = folder.resolve("data").resolve("businesses");
        Files.delete(businesses.resolve("b-librairie.db"));
        open();

        comptoir.restore(BusinessId.of("librairie"), backup);

        assertThat(shop.events().of(ANA)).isEmpty();
        assertThat(shop.events().of(BOB)).hasSize(1);
        assertThat(shop.events().append(purchase("r1", ANA, 10))).isFalse();
        assertThat(shop.audit().verify().intact()).isTrue();
        assertThat(shop.audit().about(ANA)).extracting(AuditEntry::action).containsExactly(AuditAction.RESTORE);
    }

    @Test
    void aRetentionPolicyForgetsWhoStayedAwayAndReports() {
        shop.events()
                .appendAll(List.of(
                        at(purchase("old", ANA, 1), "2023-11-20T10:00:00Z"),
                        at(purchase("older", ANA, 1), "2020-01-01T10:00:00Z"),
                        at(purchase("new", BOB, 1), "2023-11-25T10:00:00Z"),
                        Message.of(ANA, NOW, Message.Direction.TO_CUSTOMER, "mail", "Vous nous manquez")));
        List<ErasureCertificate> certificates = new ArrayList<>();

        RetentionRun run = shop.retention(RetentionPolicy.frenchRetail()).run("nightly", certificates::add);

        assertThat(run.erased()).isEqualTo(1);
        assertThat(run.leftAlone()).isZero();
        assertThat(run.found().due()).isEqualTo(1);
        assertThat(run.found().events()).isEqualTo(3);
        assertThat(certificates).hasSize(1).allMatch(ErasureCertificate::isGenuine);
        assertThat(certificates.get(0).events()).isEqualTo(3);
        assertThat(shop.events().of(ANA)).isEmpty();
        assertThat(shop.events().of(BOB)).hasSize(1);
        List<AuditAction> actions = new ArrayList<>();
        shop.audit().forEach(entry -> actions.add(entry.action()));
        assertThat(actions).containsExactly(AuditAction.ERASURE, AuditAction.RETENTION_RUN);
        assertThat(shop.retention(RetentionPolicy.frenchRetail())
                        .run("nightly", certificates::add)
                        .erased())
                .isZero();
    }

    @Test
    void aProfileForAPurposeNeedsItsConsent() {
        shop.events().append(purchase("r1", ANA, 10));

        assertThatThrownBy(() -> shop.profile(ANA, Purpose.PROFILING)).isInstanceOf(ConsentRequiredException.class);

        shop.events()
                .append(Purpose.PROFILING.granted(ANA).at(NOW.minusSeconds(60)).build());
        assertThat(shop.profile(ANA, Purpose.PROFILING).purchaseCount()).isEqualTo(1);
        shop.events()
                .append(Purpose.PROFILING.revoked(ANA).at(NOW.minusSeconds(30)).build());
        assertThatThrownBy(() -> shop.profile(ANA, Purpose.PROFILING)).isInstanceOf(ConsentRequiredException.class);
    }

    @Test
    void wrongRequestsAreRefused() {
        assertThatThrownBy(() -> SubjectRequest.of(ANA).withActor(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SubjectRequest.of(ANA).withReference("a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control characters");
        assertThatThrownBy(() -> SubjectRequest.of(ANA).withReference("x".repeat(201)))
                .hasMessageContaining("201");
    }

    private static ErasureCertificate changed(ErasureCertificate good, long events, String signature) {
        return new ErasureCertificate(
                good.business(), good.at(), events, good.eventsHash(), good.reference(), good.publicKey(), signature);
    }

    private static Event at(Purchase purchase, String time) {
        return new Purchase(purchase.id(), Instant.parse(time), purchase.customer(), purchase.lines());
    }

    private static Purchase purchase(String id, CustomerId customer, int minute) {
        return Purchase.by(customer)
                .id(id)
                .at(Instant.parse("2026-11-01T10:00:00Z").plusSeconds(60L * minute))
                .line(ProductId.of("roman"), 1, Money.eur("9.90"))
                .build();
    }
}
