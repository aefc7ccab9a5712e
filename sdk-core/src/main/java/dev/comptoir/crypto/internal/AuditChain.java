package dev.comptoir.crypto.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.comptoir.CustomerId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.audit.AuditHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** Makes and reads the links of an audit log. Not thread-safe: one per call. */
public final class AuditChain {
    /*
     * link(n) = HMAC-SHA-256(chain key, link(n-1) | n | sealed(n)), link(0) = 32 zeros. The head, (n, link(n)), is sealed as well:
     * without the key, nobody can make a chain that ends earlier look whole. It is there from the beginning, as (0, link(0)), so
     * that a log from which everything was taken does not look like a new one.
     */
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] HEAD = "head".getBytes(StandardCharsets.UTF_8);
    private static final int LINK_BYTES = 32;

    private final BusinessKeys keys;
    private final Sealer sealer;
    private final Mac mac;

    public AuditChain(BusinessKeys keys) {
        this.keys = keys;
        this.sealer = keys.sealer();
        this.mac = BusinessKeys.mac(keys.auditChain());
    }

    /** An entry as a row: its content sealed, and its link. Immutable, as long as nobody changes the arrays. */
    public static final class Link {
        /** What stands before the first. */
        public static final Link NONE = new Link(0, new byte[0], new byte[LINK_BYTES]);

        private final long sequence;
        private final byte[] sealed;
        private final byte[] hash;

        public Link(long sequence, byte[] sealed, byte[] hash) {
            this.sequence = sequence;
            this.sealed = sealed;
            this.hash = hash;
        }

        public long sequence() {
            return sequence;
        }

        public byte[] sealed() {
            return sealed;
        }

        public byte[] hash() {
            return hash;
        }
    }

    /** The next link after one of which only sequence and hash are known. */
    public Link next(Link before, AuditDraft draft) {
        ObjectNode body = JSON.createObjectNode();
        body.put("at", draft.at().toEpochMilli());
        body.put("action", draft.action().name());
        body.put("actor", draft.actor());
        CustomerId customer = draft.customer();
        body.put("subject", customer == null ? "" : subject(customer));
        body.put("detail", draft.detail());
        long sequence = before.sequence + 1;
        try {
            byte[] sealed = sealer.seal(keys.audit(), place(sequence), JSON.writeValueAsBytes(body));
            return new Link(sequence, sealed, hash(before.hash, sequence, sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers always become JSON.", e);
        }
    }

    /**
     * Reads an entry.
     *
     * @throws BrokenSealException if it was changed or belongs to another place
     */
    public AuditEntry entry(Link link) {
        try {
            JsonNode body = JSON.readTree(sealer.open(keys.audit(), place(link.sequence), link.sealed));
            return new AuditEntry(
                    link.sequence,
                    Instant.ofEpochMilli(body.path("at").longValue()),
                    AuditAction.valueOf(body.path("action").asText()),
                    body.path("actor").asText(),
                    body.path("subject").asText(),
                    body.path("detail").asText(),
                    HexFormat.of().formatHex(link.hash));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenSealException("An entry of the audit log is of no known form.", e);
        }
    }

    /** The keyed hash that stands for a customer. */
    public String subject(CustomerId customer) {
        return HexFormat.of().formatHex(keys.subjects().of(customer.value()));
    }

    public byte[] sealHead(Link last) {
        byte[] content = ByteBuffer.allocate(Long.BYTES + LINK_BYTES)
                .putLong(last.sequence)
                .put(last.hash)
                .array();
        return sealer.seal(keys.audit(), HEAD, content);
    }

    /**
     * The sequence and hash of the last link; those of {@link Link#NONE} where there is none yet.
     *
     * @throws BrokenSealException if the record was changed or taken away
     */
    public Link head(byte @Nullable [] sealed) {
        if (sealed == null) {
            throw new BrokenSealException("The record of the last entry is missing.");
        }
        ByteBuffer content = ByteBuffer.wrap(sealer.open(keys.audit(), HEAD, sealed));
        long sequence = content.getLong();
        byte[] hash = new byte[LINK_BYTES];
        content.get(hash);
        return new Link(sequence, new byte[0], hash);
    }

    /** A head as it may be kept elsewhere. */
    public static AuditHead known(Link last) {
        return new AuditHead(
                last.sequence, last.sequence == 0 ? "" : HexFormat.of().formatHex(last.hash));
    }

    byte[] hash(byte[] before, long sequence, byte[] sealed) {
        mac.update(before);
        mac.update(place(sequence));
        return mac.doFinal(sealed);
    }

    private static byte[] place(long sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    }
}
