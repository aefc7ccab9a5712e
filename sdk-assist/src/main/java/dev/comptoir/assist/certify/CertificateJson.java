package dev.comptoir.assist.certify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Certificates as JSON. Pure functions. */
final class CertificateJson {
    private static final String FORMAT = "comptoir-certificate-1";
    private static final int MAX_LENGTH = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(100)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CertificateJson() {}

    static String write(Certificate certificate) {
        return text(fields(certificate).put("hash", certificate.hash()));
    }

    static String hash(Certificate certificate) {
        return sha256(text(fields(certificate)));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate cannot be written.", e);
        }
    }

    private static ObjectNode fields(Certificate c) {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", FORMAT);
        node.put("rate", c.target().rate());
        node.put("risk", c.target().risk());
        c.target().declaredThreshold().ifPresent(declared -> node.put("declaredThreshold", declared));
        node.put("source", c.scope().source());
        c.scope().languages().forEach(language -> node.withArray("languages").add(language.code()));
        c.scope().channels().forEach(channel -> node.withArray("channels").add(channel));
        node.put("pooled", c.scope().pooled());
        node.put("threshold", c.threshold());
        node.put("accepted", c.accepted());
        node.put("errors", c.errors());
        node.put("upperBound", c.upperBound());
        node.put("reviewed", c.reviewed());
        node.put("from", c.from().toString());
        node.put("until", c.until().toString());
        node.put("scoreVersion", c.scoreVersion());
        node.put("knowledgeVersion", c.knowledgeVersion());
        node.put("underOtherKnowledge", c.underOtherKnowledge());
        node.put("madeAt", c.madeAt().toString());
        return node;
    }

    static Certificate read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw unreadable("it has " + json.length() + " characters; at most " + MAX_LENGTH + " are read");
        }
        try {
            JsonNode node = JSON.readTree(json);
            if (!text(node, "format").equals(FORMAT)) {
                throw unreadable("its format is not " + FORMAT + ". Maybe another release wrote it?");
            }
            OptionalDouble declared = node.has("declaredThreshold")
                    ? OptionalDouble.of(number(node, "declaredThreshold"))
                    : OptionalDouble.empty();
            return new Certificate(
                    new Target(number(node, "rate"), number(node, "risk"), declared),
                    scope(node),
                    number(node, "threshold"),
                    count(node, "accepted"),
                    count(node, "errors"),
                    number(node, "upperBound"),
                    count(node, "reviewed"),
                    Instant.parse(text(node, "from")),
                    Instant.parse(text(node, "until")),
                    text(node, "scoreVersion"),
                    text(node, "knowledgeVersion"),
                    count(node, "underOtherKnowledge"),
                    Instant.parse(text(node, "madeAt")),
                    text(node, "hash"));
        } catch (JsonProcessingException e) {
            throw unreadable("it is no JSON");
        } catch (DateTimeException e) {
            throw unreadable("it has a time that is none");
        } catch (IllegalArgumentException e) {
            throw unreadable("a value is out of its range: " + e.getMessage());
        }
    }

    private static Scope scope(JsonNode node) {
        Set<Language> languages = new TreeSet<>();
        node.path("languages")
                .forEach(code -> languages.add(Language.ofCode(code.asText())
                        .orElseThrow(() -> unreadable("it names a language other than fr and en"))));
        Set<String> channels = new TreeSet<>();
        node.path("channels").forEach(channel -> channels.add(channel.asText()));
        return new Scope(
                text(node, "source"), languages, channels, node.path("pooled").asBoolean());
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw unreadable("it has no text " + name);
        }
        return node.path(name).textValue();
    }

    private static double number(JsonNode node, String name) {
        if (!node.path(name).isNumber()) {
            throw unreadable("it has no number " + name);
        }
        return node.path(name).doubleValue();
    }

    private static int count(JsonNode node, String name) {
        if (!node.path(name).isInt()) {
            throw unreadable("it has no count " + name);
        }
        return node.path(name).intValue();
    }

    private static DataException unreadable(String why) {
        return new DataException(
                ErrorCode.CERTIFICATE_UNREADABLE, "The certificate cannot be read: " + why + ". Maybe make a new one?");
    }
}
