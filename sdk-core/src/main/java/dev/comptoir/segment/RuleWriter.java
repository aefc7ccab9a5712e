package dev.comptoir.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes rules as JSON, always in the same way. */
final class RuleWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private RuleWriter() {}

    static String json(Rule rule) {
        return written(out -> write(rule, out));
    }

    static String json(SegmentSet set) {
        return written(out -> {
            out.writeStartObject();
            out.writeNumberField("version", 1);
            out.writeArrayFieldStart("segments");
            for (Segment segment : set.segments()) {
                out.writeStartObject();
                out.writeStringField("id", segment.id());
                out.writeObjectFieldStart("name");
                out.writeStringField("fr", segment.nameFrench());
                out.writeStringField("en", segment.nameEnglish());
                out.writeEndObject();
                out.writeFieldName("rule");
                write(segment.rule(), out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(Rule rule, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (rule instanceof Comparison comparison) {
            write(comparison, out);
        } else if (rule instanceof Rule.Not not) {
            out.writeFieldName("not");
            write(not.rule(), out);
        } else {
            out.writeArrayFieldStart(rule instanceof Rule.All ? "all" : "any");
            for (Rule branch : RuleBounds.branchesOf(rule)) {
                write(branch, out);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void write(Comparison comparison, JsonGenerator out) throws IOException {
        out.writeStringField("fact", comparison.fact());
        out.writeStringField("operator", comparison.operator().id());
        List<String> fields = RuleReader.fields(comparison.operator());
        if (fields.equals(List.of("values"))) {
            out.writeArrayFieldStart("values");
            for (Fact operand : comparison.operands()) {
                write(operand, out);
            }
            out.writeEndArray();
        } else {
            for (int i = 0; i < fields.size(); i++) {
                out.writeFieldName(fields.get(i));
                write(comparison.operands().get(i), out);
            }
        }
    }

    private static void write(Fact operand, JsonGenerator out) throws IOException {
        if (operand instanceof NumberFact number) {
            out.writeRawValue(Numbers.canonical(number.value()));
        } else if (operand instanceof TextFact text) {
            out.writeString(text.value());
        } else if (operand instanceof FlagFact flag) {
            out.writeBoolean(flag.value());
        } else if (operand instanceof DayFact day) {
            out.writeString(day.value().toString());
        }
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot fail.", e);
        }
        return text.toString();
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }
}
