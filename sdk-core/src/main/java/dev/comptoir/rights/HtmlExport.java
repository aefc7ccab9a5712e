package dev.comptoir.rights;

import dev.comptoir.audit.AuditEntry;
import dev.comptoir.consent.ConsentDecision;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a customer's data as a page for people. */
final class HtmlExport {
    private static final String STYLE = "<style>body{font:16px/1.5 system-ui,sans-serif;color:#1d2733;max-width:60rem;"
            + "margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;"
            + "border-bottom:1px solid #d5dbe1}table{border-collapse:collapse;width:100%}td,th{text-align:left;"
            + "vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #e6eaee;overflow-wrap:anywhere}"
            + "th{color:#52606d;font-weight:600}td:first-child{white-space:nowrap}dl{margin:0}dt{color:#52606d;"
            + "float:left;clear:left;margin-right:.5rem}dd{margin:0 0 .1rem 0;white-space:pre-wrap}"
            + ".quiet{color:#52606d}</style>";

    private final CustomerExport export;
    private final ExportTexts texts;

    HtmlExport(CustomerExport export, Locale locale) {
        this.export = export;
        this.texts = new ExportTexts(locale, export.settings().zone());
    }

    void writeTo(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Markup page = new Markup(writer);
        page.raw("<!doctype html><html lang=\"" + texts.language() + "\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width\">")
                .leaf("title", texts.of("title"))
                .raw(STYLE + "</head><body>")
                .leaf("h1", texts.of("title"));
        page.raw("<p class=\"quiet\">")
                .text(texts.of(
                        "intro", export.business().value(), export.customer().value(), texts.moment(export.now())))
                .raw("</p>");
        profile(page);
        consents(page);
        audit(page);
        events(page);
        page.raw("</body></html>\n");
        writer.flush();
    }

    private void profile(Markup page) throws IOException {
        Profile profile = export.profile();
        page.leaf("h2", texts.of("profile")).raw("<ul>");
        for (ProfileValue value : ProfileValue.values()) {
            page.leaf("li", profile.why(value).text(texts.locale()));
        }
        page.raw("</ul>");
    }

    private void consents(Markup page) throws IOException {
        page.leaf("h2", texts.of("consents"));
        List<ConsentDecision> decisions = export.decisions();
        if (decisions.isEmpty()) {
            page.leaf("p", texts.of("consents.none"));
            return;
        }
        page.raw("<ul>");
        for (ConsentDecision decision : decisions) {
            page.leaf("li", decision.purpose().label(texts.locale()) + ": " + decision.text(texts.locale()));
        }
        page.raw("</ul>");
    }

    private void audit(Markup page) throws IOException {
        page.leaf("h2", texts.of("audit")).raw("<ul>");
        for (AuditEntry entry : export.entries()) {
            page.leaf("li", texts.moment(entry.at()) + ": " + texts.of("action." + entry.action()));
        }
        page.raw("</ul>");
    }

    private void events(Markup page) throws IOException {
        page.leaf("h2", texts.of("events")).raw("<table><tr>");
        page.leaf("th", texts.of("when")).leaf("th", texts.of("what")).leaf("th", texts.of("details"));
        page.raw("</tr>");
        try {
            EventQuery newestFirst = EventQuery.all().of(export.customer()).newestFirst();
            long[] count = {0};
            export.events().read(newestFirst, event -> {
                count[0]++;
                event(page, event);
            });
            page.raw("</table>");
            if (count[0] == 0) {
                page.leaf("p", texts.of("events.none"));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void event(Markup page, Event event) {
        try {
            page.raw("<tr>")
                    .leaf("td", texts.moment(event.at()))
                    .leaf("td", texts.of("kind." + event.kind()))
                    .raw("<td><dl>");
            for (Map.Entry<String, Object> field : EventFields.of(event).entrySet()) {
                field(page, field.getKey(), field.getValue());
            }
            field(page, "id", event.id().value());
            page.raw("</dl></td></tr>\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The stream of an export failed.", e);
        }
    }

    private void field(Markup page, String name, Object value) throws IOException {
        if (value instanceof List<?> lines) {
            for (Object line : lines) {
                Map<?, ?> parts = (Map<?, ?>) line;
                page.raw("<dd>")
                        .text(parts.get("quantity") + " × " + parts.get("product") + ", " + parts.get("amount") + " "
                                + parts.get("currency"))
                        .raw("</dd>");
            }
        } else if (value instanceof Map<?, ?> attributes) {
            for (Map.Entry<?, ?> attribute : attributes.entrySet()) {
                page.leaf("dt", attribute.getKey().toString())
                        .leaf("dd", attribute.getValue().toString());
            }
        } else if (!value.toString().isEmpty()) {
            page.leaf("dt", texts.of("field." + name)).leaf("dd", value.toString());
        }
    }
}
