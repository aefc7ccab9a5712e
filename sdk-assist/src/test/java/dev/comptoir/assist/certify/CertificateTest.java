package dev.comptoir.assist.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
    private static final Certificate CERTIFICATE = Certifier.of(Target.wrongAtMost(0.05))
            .certify(
                    CertifierTest.judgements(400, i -> (i + 1) / 400.0, i -> i > 100 || i % 3 == 0),
                    "score-1",
                    "k-1",
                    Instant.parse("2026-11-24T12:00:00Z"))
            .certificates()
            .get(0);

    @Test
    void jsonIsReadBackUnchanged() {
        Certificate read = Certificate.fromJson(CERTIFICATE.toJson());

        assertThat(read).isEqualTo(CERTIFICATE);
        assertThat(read.isValidFor("score-1", "k-1")).isTrue();
        assertThat(read.toJson()).isEqualTo(CERTIFICATE.toJson());
        Certificate declared = Certifier.of(Target.wrongAtMost(0.05).atDeclaredThreshold(0.5))
                .certify(CertifierTest.judgements(100, i -> 0.6, i -> true), "s", "k", Instant.EPOCH)
                .certificates()
                .get(0);
        assertThat(Certificate.fromJson(declared.toJson())).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rate\":0.05|\"rate\":0.01",
                "\"risk\":0.05|\"risk\":0.01",
                "\"errors\":|\"errors\":1",
                "\"languages\":[\"fr\"]|\"languages\":[\"fr\",\"en\"]",
                "\"scoreVersion\":\"score-1\"|\"scoreVersion\":\"score-2\"",
                "\"knowledgeVersion\":\"k-1\"|\"knowledgeVersion\":\"k-2\"",
                "2026-11-24T12|2027-11-24T12",
                "\"pooled\":false|\"pooled\":true"
            })
    void whatWasChangedIsNotValid(String from, String to) {
        String json = CERTIFICATE.toJson();
        assertThat(json).contains(from);

        Certificate changed = Certificate.fromJson(json.replace(from, to));
        assertThat(changed.isSound()).isFalse();
        assertThat(changed.isValidFor(changed.scoreVersion(), changed.knowledgeVersion()))
                .isFalse();
    }

    @Test
    void aHashOverFiguresThatDoNotBearItOutDoesNotHelp() {
        Certificate c = CERTIFICATE;
        Certificate better = new Certificate(
                        new Target(0.01, c.target().risk(), c.target().declaredThreshold()),
                        c.scope(),
                        c.threshold(),
                        c.accepted(),
                        c.errors(),
                        0.01,
                        c.reviewed(),
                        c.from(),
                        c.until(),
                        c.scoreVersion(),
                        c.knowledgeVersion(),
                        c.underOtherKnowledge(),
                        c.madeAt(),
                        "")
                .sealed();
        assertThat(better.isSound()).isFalse();
        assertThat(c.isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\":\"comptoir-certificate-2\"}",
                "no json",
                "{\"format\":\"comptoir-certificate-1\",\"rate\":\"a\"}",
                "{\"format\":\"comptoir-certificate-1\",\"rate\":2,\"risk\":1}"
            })
    void whatIsNoCertificateIsNamed(String json) {
        assertThatThrownBy(() -> Certificate.fromJson(json))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CERTIFICATE_UNREADABLE));
    }

    @Test
    void hostileJsonIsBounded() {
        assertThatThrownBy(() -> Certificate.fromJson("[".repeat(50_000))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> Certificate.fromJson(" ".repeat(1 << 20))).hasMessageContaining("1048576 characters");
    }

    @Test
    void peopleReadItInTheirLanguage() {
        Certificate certificate = Certifier.of(Target.wrongAtMost(0.05))
                .certify(
                        CertifierTest.judgements(200, i -> 0.75, i -> i != 7),
                        "score-1",
                        "k-1",
                        Instant.parse("2026-11-24T12:00:00Z"))
                .certificates()
                .get(0);

        assertThat(certificate.text(Language.ENGLISH))
                .isEqualTo("Certificate of November 24, 2026: of the replies sent unread, at most 5% are wrong, with a"
                        + " confidence of 95%. Made from 200 replies reviewed from November 24, 2026 to November 24,"
                        + " 2026: 200 reach the score of 0, of which 1 are wrong, that is 4.1% at most. Share sent"
                        + " unread: 100%. Source: knowledge ; French ; all channels.");
        assertThat(certificate.text(Language.FRENCH).replaceAll("[\\u00A0\\u202F]", " "))
                .startsWith("Certificat du 24 novembre 2026 : parmi les réponses envoyées sans relecture, au plus 5 %"
                        + " sont fausses, avec une confiance de 95 %.")
                .contains("200 réponses relues")
                .endsWith("Source : knowledge ; français ; tous les canaux.");
    }
}
