package dev.comptoir.examples.report;

import dev.comptoir.profile.Note;
import dev.comptoir.profile.Preference;
import dev.comptoir.profile.Profile;
import java.time.Instant;
import java.time.LocalDate;

/** What the customer likes and dislikes, how that is known, and what the staff wrote. */
record PreferencesSection(Profile profile) implements Section {
    @Override
    public String id() {
        return "preferences";
    }

    @Override
    public void write(Html html, Words words) {
        if (profile.preferences().isEmpty()) {
            html.leaf("p", words.get("none"));
        } else {
            preferences(html, words);
        }
        if (!profile.notes().isEmpty()) {
            html.leaf("h3", words.get("preferences.notes"));
            Table table = new Table(
                    html, words.get("timeline.date"), words.get("preferences.author"), words.get("preferences.note"));
            for (Note note : profile.notes()) {
                table.row()
                        .cell(day(note.at(), words), "label")
                        .cell(note.author(), "")
                        .cell(note.text(), "text")
                        .end();
            }
            table.close();
        }
    }

    private void preferences(Html html, Words words) {
        Table table = new Table(
                html,
                words.get("preferences.about"),
                words.get("preferences.attitude"),
                words.get("preferences.origin"),
                words.get("profile.confidence"),
                words.get("timeline.date"));
        for (Preference preference : profile.preferences()) {
            table.row()
                    .cell(preference.title(), "label")
                    .cell(words.get("attitude." + preference.attitude().name()), "")
                    .cell(words.get("origin." + preference.origin().name()), "reason")
                    .bar(preference.confidence(), words.percent(preference.confidence()))
                    .cell(day(preference.date(), words), "num")
                    .end();
        }
        table.close();
    }

    private String day(Instant at, Words words) {
        return words.shortDay(LocalDate.ofInstant(at, profile.zone()));
    }
}
