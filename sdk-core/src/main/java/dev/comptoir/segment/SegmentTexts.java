package dev.comptoir.segment;

import dev.comptoir.profile.fact.DayFact;
import dev.comptoir.profile.fact.Fact;
import dev.comptoir.profile.fact.FlagFact;
import dev.comptoir.profile.fact.NumberFact;
import dev.comptoir.profile.fact.TextFact;
import dev.comptoir.profile.fact.TextSetFact;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts reasons into words, from {@code segment.properties} and {@code segment_fr.properties}. */
final class SegmentTexts {
    private final boolean french;
    private final Locale spoken;
    private final ResourceBundle bundle;

    private SegmentTexts(Locale locale) {
        french = locale.getLanguage().equals("fr");
        spoken = french ? Locale.FRENCH : Locale.ENGLISH;
        // Each language under a name of its own: the JVM's default locale must never decide what a merchant reads.
        String name = french ? "dev.comptoir.segment.segment_fr" : "dev.comptoir.segment.segment";
        bundle = ResourceBundle.getBundle(name, Locale.ROOT, SegmentTexts.class.getModule());
    }

    static String of(SegmentReason reason, Locale locale) {
        SegmentTexts texts = new SegmentTexts(locale);
        List<String> parts = reason.findings().stream()
                .limit(SegmentReason.MAX_SPOKEN)
                .map(texts::finding)
                .collect(Collectors.toCollection(ArrayList::new));
        int more = reason.findings().size() - parts.size();
        if (more > 0) {
            parts.add(texts.text("more", texts.number(more)));
        }
        return String.join(texts.text("separator"), parts);
    }

    private String finding(Finding finding) {
        String label = label(finding.comparison().fact());
        Operator operator = finding.comparison().operator();
        if (operator == Operator.KNOWN || operator == Operator.UNKNOWN) {
            return text("plain", label, value(finding.value()));
        }
        return text(
                finding.held() ? "held" : "failed",
                label,
                value(finding.value()),
                condition(operator, finding.comparison().operands()));
    }

    private String label(String fact) {
        String key = "fact." + fact;
        return bundle.containsKey(key) ? bundle.getString(key) : fact;
    }

    private String condition(Operator operator, List<Fact> operands) {
        String key = "operator." + operator.id();
        Object[] arguments = switch (operator.shape()) {
            case VALUES, TEXTS ->
                new Object[] {list(operands.stream().map(this::value).toList())};
            case DAYS -> new Object[] {((NumberFact) operands.get(0)).value()};
            default -> operands.stream().map(this::value).toArray();
        };
        return text(key, arguments);
    }

    private String value(@Nullable Fact fact) {
        if (fact == null) {
            return text("none");
        }
        if (fact instanceof NumberFact number) {
            return number(number.value());
        }
        if (fact instanceof DayFact day) {
            return day(day.value());
        }
        if (fact instanceof FlagFact flag) {
            return text(flag.value() ? "yes" : "no");
        }
        return fact instanceof TextFact text
                ? text("quoted", text.value())
                : list(((TextSetFact) fact)
                        .values().stream()
                                .sorted()
                                .map(each -> text("quoted", each))
                                .toList());
    }

    private String list(List<String> values) {
        if (values.isEmpty()) {
            return text("nothing");
        }
        String shown = values.stream().limit(SegmentReason.MAX_SPOKEN).collect(Collectors.joining(", "));
        int more = values.size() - SegmentReason.MAX_SPOKEN;
        return more > 0 ? shown + ", " + text("more", number(more)) : shown;
    }

    private String number(double value) {
        return Numbers.spoken(value, spoken);
    }

    private String day(LocalDate day) {
        String text = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", spoken));
        // The first of a month is the one day that French counts by an ordinal.
        return french && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), spoken).format(arguments);
    }
}
