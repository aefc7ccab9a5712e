package dev.comptoir.examples.report;

import dev.comptoir.profile.RfmSegment;
import java.util.Map;

/** How many customers are in each of the ten groups. */
record GroupsSection(Map<RfmSegment, Integer> groups, int customers) implements Section {
    @Override
    public String id() {
        return "groups";
    }

    @Override
    public void write(Html html, Words words) {
        if (customers == 0) {
            html.leaf("p", words.get("none"));
            return;
        }
        Table table =
                new Table(html, words.get("segments.segment"), words.get("groups.share"), words.get("groups.what"));
        for (RfmSegment group : RfmSegment.values()) {
            int count = groups.getOrDefault(group, 0);
            double share = (double) count / customers;
            table.row()
                    .cell(group.title(words.locale()), "label")
                    .bar(share, words.count(count) + " (" + words.percent(share) + ")")
                    .cell(words.get("group." + group.name()), "reason")
                    .end();
        }
        table.close();
    }
}
