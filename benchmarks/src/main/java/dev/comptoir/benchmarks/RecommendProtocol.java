package dev.comptoir.benchmarks;

import dev.comptoir.recommend.evaluate.Split;
import dev.comptoir.recommend.evaluate.protocol.Catalogue;
import dev.comptoir.recommend.evaluate.protocol.Interactions;
import dev.comptoir.recommend.evaluate.protocol.LeaveLast;
import dev.comptoir.recommend.evaluate.protocol.RollingTime;
import dev.comptoir.recommend.evaluate.protocol.SessionPrefixes;
import dev.comptoir.recommend.evaluate.protocol.StrongGeneralization;
import dev.comptoir.recommend.interaction.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The protocols by their names on the command line. */
enum RecommendProtocol {
    TIMESPLIT("timesplit"),
    STRONG("strong"),
    NEXT_BASKET("nextbasket"),
    NEXT_ITEM("nextitem"),
    SESSION("session"),
    ML100K_SG("ml100k-sg");

    private static final double POSITIVE_RATING = 4;

    private final String word;

    RecommendProtocol(String word) {
        this.word = word;
    }

    /**
     * The protocol of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static RecommendProtocol named(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--protocol is " + name + "; there are "
                        + Arrays.stream(values()).map(p -> p.word).collect(Collectors.joining(", ")) + "."));
    }

    /** What suits the files of a folder: its own division where it has one, else a split in time where there are times. */
    static RecommendProtocol suiting(RecommendTables tables) {
        if (!tables.isWhole() && tables.has("train")) {
            return tables.has("test") && !tables.has("test_in") ? SESSION : STRONG;
        }
        Interactions all = tables.all();
        boolean known = all.users() > 0;
        if (all.hasTimes()) {
            return known ? TIMESPLIT : SESSION;
        }
        return known && tables.has("baskets") ? NEXT_BASKET : STRONG;
    }

    /** Divides the tables of a folder. */
    Split split(RecommendTables tables, double minValue, long seed, RollingTime rolling) {
        return switch (this) {
            // Where no user is known, receipts after a cut in time are all that can be asked about.
            case TIMESPLIT ->
                tables.all().users() == 0 ? session(tables, minValue) : rolling.split(baskets(tables, minValue));
            case NEXT_BASKET -> LeaveLast.basket(baskets(tables, minValue), seed);
            case NEXT_ITEM -> LeaveLast.item(events(tables, minValue), seed);
            case SESSION -> session(tables, minValue);
            case ML100K_SG -> StrongGeneralization.ml100kSg(tables.all().withMinValue(POSITIVE_RATING));
            case STRONG -> strong(tables, minValue, seed);
        };
    }

    private static Dataset baskets(RecommendTables tables, double minValue) {
        Interactions lines = tables.all().withMinValue(minValue);
        if (lines.users() == 0 && lines.size() > 0) {
            throw new IllegalArgumentException(
                    "No line names a user, so that nobody can be asked about. Maybe use session or nextitem, where each"
                            + " receipt stands for itself?");
        }
        return lines.baskets(Catalogue.of(lines, tables.texts()));
    }

    /** Rows of users, or of receipts where no user is known. */
    private static Dataset events(RecommendTables tables, double minValue) {
        Interactions lines = tables.all().withMinValue(minValue);
        Catalogue catalogue = Catalogue.of(lines, tables.texts());
        return lines.users() == 0 ? lines.sessions(catalogue) : lines.events(catalogue);
    }

    private static Split session(RecommendTables tables, double minValue) {
        if (!tables.isWhole() && tables.has("train") && tables.has("test")) {
            Interactions train = tables.part("train");
            Catalogue catalogue = Catalogue.of(train, tables.texts());
            return SessionPrefixes.given(
                    train.events(catalogue), tables.part("test").events(catalogue));
        }
        Interactions lines = tables.all().withMinValue(minValue);
        return SessionPrefixes.latest(lines.sessions(Catalogue.of(lines, tables.texts())));
    }

    private static Split strong(RecommendTables tables, double minValue, long seed) {
        if (tables.isWhole() || !tables.has("train") || (tables.has("test") && !tables.has("test_in"))) {
            return StrongGeneralization.seeded(events(tables, minValue), seed);
        }
        Interactions train = tables.part("train");
        List<Interactions> validation = tables.has("val_in") && tables.has("val_out")
                ? List.of(tables.part("val_in"), tables.part("val_out"))
                : List.of();
        return StrongGeneralization.given(
                Catalogue.of(train, tables.texts()),
                train,
                validation,
                List.of(tables.part("test_in"), tables.part("test_out")));
    }
}
