package dev.comptoir.recommend.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which methods a surface tries, and which blend it begins with. Stateless. */
final class StandardSurfaces {
    private static final List<String> BASELINES = List.of("recent-popularity", "personal-top", "item-knn");
    /** What the sparse method stands in for. */
    static final String DENSE_FORM = "ease";

    private static final Set<String> DENSE = Set.of("ease", "edlae");

    private StandardSurfaces() {}

    /**
     * One part of a blend to begin with.
     *
     * @param names the first of them that the data can bear
     */
    record Usual(double weight, Scale scale, List<String> names) {
        static Usual of(double weight, String... names) {
            return new Usual(weight, Scale.MAXIMUM, List.of(names));
        }
    }

    static boolean isBaseline(String name) {
        return BASELINES.contains(name);
    }

    static boolean isDense(String name) {
        return DENSE.contains(name);
    }

    static boolean isSparseForm(String name) {
        return name.equals("sparse");
    }

    static boolean needsTexts(String name) {
        return name.equals("content");
    }

    static List<String> tried(Surface surface) {
        List<String> more = switch (surface) {
            case FOR_CUSTOMER ->
                List.of(
                        "newest-popularity",
                        "repeat",
                        "up-cf",
                        "tifu-knn",
                        "transition",
                        "vstan",
                        "rp3beta",
                        "ease",
                        "sparse",
                        "ials");
            case BUY_AGAIN -> List.of("repeat", "up-cf", "tifu-knn", "transition");
            case DISCOVER ->
                List.of("popularity", "up-cf", "transition", "rp3beta", "ease", "edlae", "sparse", "ials", "content");
            case COMPLETE_BASKET ->
                List.of("popularity", "rp3beta", "ease", "edlae", "sparse", "ials", "small-shop", "content");
            case SESSION ->
                List.of("popularity", "sr", "vsknn", "stan", "vstan", "small-shop", "transition", "content");
            case SIMILAR -> List.of("popularity", "rp3beta", "ease", "sparse", "ials", "content");
        };
        List<String> all = new ArrayList<>(BASELINES);
        all.addAll(more);
        return all;
    }

    static List<Usual> usual(Surface surface) {
        return switch (surface) {
            case FOR_CUSTOMER ->
                List.of(
                        Usual.of(1, "personal-top"),
                        Usual.of(.5, "vstan"),
                        new Usual(.05, Scale.DEVIATION, List.of("transition")));
            case BUY_AGAIN -> List.of(Usual.of(1, "repeat"));
            case DISCOVER, COMPLETE_BASKET ->
                List.of(Usual.of(1, "ease", "sparse"), Usual.of(.05, "recent-popularity"));
            case SESSION -> List.of(Usual.of(1, "small-shop"), Usual.of(.1, "sr"));
            case SIMILAR -> List.of(Usual.of(1, "item-knn"));
        };
    }
}
