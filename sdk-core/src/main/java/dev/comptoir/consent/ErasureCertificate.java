package dev.comptoir.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.comptoir.BusinessId;
import dev.comptoir.EventId;
import dev.comptoir.crypto.internal.IdsDigest;
import dev.comptoir.crypto.internal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * That a customer's data were erased, signed with the business's key (Ed25519, RFC 8032). Holds nothing personal: the reference
 * and, for who knows the ids of the events, their hash say which erasure it was. Immutable.
 *
 * @param business where
 * @param at when, to the millisecond
 * @param events how many events were erased; 0 where nothing was kept of the person
 * @param eventsHash SHA-256 over the ids of these events in the order of their UTF-8 bytes, each as its length in four bytes (most
 *     significant first) and its bytes; in hexadecimal
 * @param reference what the request was filed under
 * @param publicKey the business's public key, X.509 SubjectPublicKeyInfo in Base64: the same on all of its certificates
 * @param signature of {@link #message()}, in Base64
 */
public record ErasureCertificate(
        BusinessId business,
        Instant at,
        long events,
        String eventsHash,
        String reference,
        String publicKey,
        String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Makes a certificate; {@code sign} turns a message into its signature. */
    public static ErasureCertificate of(
            BusinessId business,
            Instant at,
            long events,
            String eventsHash,
            String reference,
            byte[] publicKey,
            UnaryOperator<byte[]> sign) {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] signature = sign.apply(message(business, at, events, eventsHash, reference));
        return new ErasureCertificate(
                business,
                Instant.ofEpochMilli(at.toEpochMilli()),
                events,
                eventsHash,
                reference,
                base64.encodeToString(publicKey),
                base64.encodeToString(signature));
    }

    /** What is signed: six lines of UTF-8, as {@code docs/formats.md} has them. */
    public byte[] message() {
        return message(business, at, events, eventsHash, reference);
    }

    private static byte[] message(BusinessId business, Instant at, long events, String eventsHash, String reference) {
        return String.join(
                        "\n",
                        "comptoir erasure certificate 1",
                        business.value(),
                        Long.toString(at.toEpochMilli()),
                        Long.toString(events),
                        eventsHash,
                        reference)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the signature is of this content and of {@link #publicKey}. Whose key that is, compare with one you know. */
    public boolean isGenuine() {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return SigningKey.verify(base64.decode(publicKey), message(), base64.decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether exactly these events were erased; in any order, each once. */
    public boolean covers(Collection<EventId> ids) {
        byte[][] sorted = ids.stream()
                .map(id -> id.value().getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        IdsDigest digest = new IdsDigest();
        for (byte[] id : sorted) {
            digest.add(new String(id, StandardCharsets.UTF_8));
        }
        return sorted.length == events && digest.finish().equals(eventsHash);
    }

    /** One JSON object with the fields of this record; {@code at} in milliseconds since 1970. */
    public String toJson() {
        ObjectNode node = JSON.createObjectNode();
        node.put("business", business.value());
        node.put("at", at.toEpochMilli());
        node.put("events", events);
        node.put("eventsHash", eventsHash);
        node.put("reference", reference);
        node.put("publicKey", publicKey);
        node.put("signature", signature);
        return node.toString();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static ErasureCertificate parse(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return new ErasureCertificate(
                    BusinessId.of(node.required("business").asText()),
                    Instant.ofEpochMilli(node.required("at").asLong()),
                    node.required("events").asLong(),
                    node.required("eventsHash").asText(),
                    node.required("reference").asText(),
                    node.required("publicKey").asText(),
                    node.required("signature").asText());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "This is no certificate of an erasure: " + json.length()
                            + " characters that are not such a JSON object.",
                    e);
        }
    }
}
