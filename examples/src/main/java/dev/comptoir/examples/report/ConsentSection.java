package dev.comptoir.examples.report;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.consent.ConsentDecision;
import dev.comptoir.consent.Purpose;
import dev.comptoir.event.ConsentChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the customer allowed: for each purpose the answer, the ground and what was said, with its evidence. */
record ConsentSection(List<ConsentDecision> decisions, List<ConsentChange> history, ZoneId zone) implements Section {
    private static final List<Purpose> PURPOSES = List.of(
            Purpose.PROFILING,
            Purpose.NEWSLETTER,
            Purpose.PHONE_MARKETING,
            Purpose.REPLY_HISTORY,
            Purpose.CLOUD_PROCESSING);

    static ConsentSection of(Business business, CustomerId customer) {
        List<ConsentChange> history = business.consents().history(customer);
        Set<Purpose> purposes = new LinkedHashSet<>(PURPOSES);
        for (ConsentChange change : history) {
            known(change.purpose(), purposes);
        }
        List<ConsentDecision> decisions = purposes.stream()
                .map(purpose -> business.consents().status(customer, purpose))
                .toList();
        return new ConsentSection(decisions, history, business.settings().zone());
    }

    /** A statement may name a purpose in a form that no purpose has; its own words stand in the history all the same. */
    private static void known(String name, Set<Purpose> purposes) {
        try {
            purposes.add(Purpose.of(name.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    @Override
    public String id() {
        return "consents";
    }

    @Override
    public void write(Html html, Words words) {
        Table table = new Table(
                html, words.get("consents.purpose"), words.get("consents.allowed"), words.get("customers.why"));
        for (ConsentDecision decision : decisions) {
            table.row()
                    .cell(decision.purpose().label(words.locale()), "label")
                    .badge(
                            words.get(decision.permitted() ? "consents.yes" : "consents.no"),
                            decision.permitted() ? "answer" : "handoff")
                    .cell(decision.text(words.locale()), "reason")
                    .end();
        }
        table.close();
        if (!history.isEmpty()) {
            html.leaf("h3", words.get("consents.history"));
            statements(html, words);
        }
    }

    private void statements(Html html, Words words) {
        Table table = new Table(
                html,
                words.get("timeline.date"),
                words.get("consents.purpose"),
                words.get("consents.said"),
                words.get("consents.how"),
                words.get("consents.evidence"));
        for (ConsentChange change : history) {
            table.row()
                    .cell(day(change.at(), words), "label")
                    .cell(change.purpose(), "")
                    .cell(words.get("status." + change.status().name()), "")
                    .cell(how(change, words), "reason")
                    .cell(change.evidence(), "text")
                    .end();
        }
        table.close();
    }

    private String how(ConsentChange change, Words words) {
        List<String> parts = new ArrayList<>();
        add(parts, words, "consents.channel", change.channel());
        add(parts, words, "consents.version", change.textVersion());
        add(parts, words, "consents.author", change.author());
        Instant expires = change.expires();
        add(parts, words, "consents.expires", expires == null ? null : day(expires, words));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Words words, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parts.add(words.get(key, value));
        }
    }

    private String day(Instant at, Words words) {
        return words.shortDay(LocalDate.ofInstant(at, zone));
    }
}
