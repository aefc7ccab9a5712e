package dev.comptoir.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditEntry;
import dev.comptoir.consent.Purpose;
import dev.comptoir.consent.SubjectRequest;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.Feedback;
import dev.comptoir.event.Message;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.StaffNote;
import dev.comptoir.event.View;
import dev.comptoir.event.Visit;
import dev.comptoir.profile.ProfileValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerExportTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final CustomerId ANA = CustomerId.of("ana & fils");

    private Comptoir comptoir;
    private Business shop;

    @BeforeEach
    void open() {
        comptoir = Comptoir.inMemory().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        shop = comptoir.business("librairie");
    }

    @AfterEach
    void close() {
        comptoir.close();
    }

    @Test
    void everyEventAndEveryValueIsInTheJson() throws IOException {
        List<Event> events = oneOfEachKind();
        shop.events().appendAll(events);

        JsonNode json = new ObjectMapper()
                .readTree(shop.export(SubjectRequest.of(ANA).withActor("Zoé")).json());

        assertThat(json.path("form").asText()).isEqualTo("comptoir-customer-export-1");
        assertThat(json.path("customer").asText()).isEqualTo("ana & fils");
        Set<String> ids = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        json.path("events").forEach(event -> {
            ids.add(event.path("id").asText());
            kinds.add(event.path("kind").asText());
        });
        events.forEach(event -> assertThat(ids).contains(event.id().value()));
        for (Event.Kind kind : Event.Kind.values()) {
            assertThat(kinds).contains(kind.name());
        }
        assertThat(json.path("events").toString())
                .contains(
                        "allergie aux noix",
                        "Où est ma commande ?",
                        "déçue",
                        "signed sheet",
                        "boutique en ligne",
                        "\"amount\":\"9.90\"");
        for (ProfileValue value : ProfileValue.values()) {
            assertThat(json.path("profile").path(value.name()).path("fr").asText())
                    .isNotBlank();
        }
        assertThat(json.path("consents").path(0).path("purpose").asText()).isEqualTo("newsletter");
        assertThat(json.path("consents").path(0).path("permitted").asBoolean()).isTrue();
        // The hand-out itself is on record, and in what is handed out.
        assertThat(json.path("audit").path(0).path("action").asText()).isEqualTo("ACCESS");
        assertThat(shop.audit().about(ANA)).extracting(AuditEntry::action).containsExactly(AuditAction.ACCESS);
    }

    @Test
    void thePageIsInBothLanguagesAndNothingInItIsMarkup() throws IOException {
        shop.events().appendAll(oneOfEachKind());
        shop.events()
                .append(Message.of(
                        ANA,
                        NOW.minusSeconds(1),
                        Message.Direction.FROM_CUSTOMER,
                        "mail",
                        "<script>alert('x')</script> \u0000 & \"é\""));
        CustomerExport export = shop.export(SubjectRequest.of(ANA));

        String french = export.html();
        String english = html(export, Locale.ENGLISH);

        assertThat(french)
                .startsWith("<!doctype html><html lang=\"fr\">")
                .contains("Vos données", "allergie aux noix", "note de l&#39;équipe", "ana &amp; fils")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script", "\u0000", "http://", "https://", "src=", "href=");
        assertThat(english).contains("Your data", "note of the staff").doesNotContain("Vos données");
    }

    @Test
    void somebodyUnknownGetsAnExportThatSaysSo() throws IOException {
        CustomerExport export = shop.export(SubjectRequest.of(CustomerId.of("nobody")));

        JsonNode json = new ObjectMapper().readTree(export.json());
        assertThat(json.path("events")).isEmpty();
        assertThat(export.html()).contains("Rien n&#39;est conservé.");
    }

    @Test
    void nobodyElseIsInIt() {
        shop.events().appendAll(oneOfEachKind());
        shop.events()
                .append(StaffNote.of(
                        CustomerId.of("bob"), NOW.minusSeconds(5), "Zoé", "un secret de quelqu'un d'autre"));

        assertThat(shop.export(SubjectRequest.of(ANA)).json()).doesNotContain("secret");
        assertThat(shop.export(SubjectRequest.of(ANA)).html()).doesNotContain("secret");
    }

    private static String html(CustomerExport export, Locale locale) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export.writeHtml(bytes, locale);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Event> oneOfEachKind() {
        Instant at = NOW.minusSeconds(86_400);
        Purchase purchase = Purchase.by(ANA)
                .id("r1")
                .at(at)
                .line(ProductId.of("roman"), 1, Money.eur("9.90"))
                .channel("boutique en ligne")
                .build();
        return List.of(
                purchase,
                Return.by(ANA)
                        .id("r2")
                        .at(at.plusSeconds(60))
                        .line(ProductId.of("roman"), 1, Money.eur("9.90"))
                        .build(),
                View.of(ANA, at, ProductId.of("roman")),
                Visit.of(ANA, at),
                Message.of(ANA, at, Message.Direction.FROM_CUSTOMER, "mail", "Où est ma commande ?"),
                Feedback.of(ANA, at, ProductId.of("roman"), 2, "déçue"),
                StaffNote.of(ANA, at, "Zoé", "allergie aux noix"),
                Purpose.NEWSLETTER.granted(ANA).at(at).evidence("signed sheet").build(),
                CustomEvent.of(ANA, at, "table-booked", new TreeMap<>(Map.of("persons", "4"))));
    }
}
