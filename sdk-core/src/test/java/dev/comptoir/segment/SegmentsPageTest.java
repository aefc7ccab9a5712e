package dev.comptoir.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.profile.ProfileFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What docs/segments.md says is read, evaluated and complete. */
class SegmentsPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void theExampleIsReadAndEvaluated() throws IOException {
        String page = page();
        int start = page.indexOf("```json\n") + 8;
        SegmentSet set = SegmentSet.fromJson(
                page.substring(start, page.indexOf("```", start)),
                ProfileFacts.catalogue().keySet());
        assertThat(SegmentSet.fromJson(set.toJson())).isEqualTo(set);
        MapFacts regular = MapFacts.none()
                .with("purchaseCount", 10)
                .with("lastPurchase", TODAY.minusDays(29))
                .with("averageBasket", 20)
                .with("favouriteCategories", Set.of("Pain"));
        assertThat(holding(set, regular)).containsExactly("Habitués");
        assertThat(holding(set, regular.with("lastPurchase", TODAY.minusDays(30))))
                .isEmpty();
        assertThat(holding(set, regular.with("favouriteCategories", Set.of("Pâtisserie"))))
                .containsExactly("Habitués", "Amateurs de crème");
        assertThat(holding(set, regular.with("averageBasket", 50))).containsExactly("Habitués", "Amateurs de crème");
    }

    @Test
    void everyOperatorAndFactIsNamed() throws IOException {
        String page = page();
        assertThat(Arrays.stream(Operator.values()).map(each -> "`" + each.id() + "`"))
                .allSatisfy(operator -> assertThat(page).contains(operator));
        assertThat(ProfileFacts.catalogue().keySet())
                .allSatisfy(fact -> assertThat(page).contains("`" + fact + "`"));
    }

    private static List<String> holding(SegmentSet set, MapFacts facts) {
        return set.segments().stream()
                .filter(segment -> segment.rule().holds(facts, TODAY))
                .map(Segment::nameFrench)
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/segments.md"));
    }
}
