package dev.comptoir.examples.report;

import dev.comptoir.BusinessSettings;
import dev.comptoir.profile.Profile;
import dev.comptoir.profile.ProfileValue;
import dev.comptoir.profile.Reason;

/** Every value of a profile: what it says, why, how sure that is, and by which rule. */
record ProfileSection(Profile profile, BusinessSettings settings) implements Section {
    @Override
    public String id() {
        return "profile";
    }

    @Override
    public void write(Html html, Words words) {
        ProfileRows rows = new ProfileRows(settings, words.locale());
        html.open("div", "class", "rules");
        Table table = new Table(
                html,
                words.get("customers.value"),
                words.get("customers.content"),
                words.get("customers.why"),
                words.get("profile.confidence"),
                words.get("profile.rule"));
        for (ProfileValue value : ProfileValue.values()) {
            Reason why = profile.why(value);
            table.row()
                    .cell(rows.label(value), "label")
                    .cell(rows.content(profile, value), "value")
                    .cell(why.text(words.locale()), "reason")
                    .cell(words.percent(why.confidence()), "num")
                    .code(why.rule())
                    .end();
        }
        table.close();
        html.close().line();
    }
}
