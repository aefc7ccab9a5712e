package dev.comptoir.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All segments of a business, each id once, in the order given. Immutable. */
public final class SegmentSet {
    /** So many segments are allowed. */
    public static final int MAX_SEGMENTS = 10_000;

    /** So many comparisons all rules may have together, and so many values all their comparisons. */
    public static final int MAX_VALUES = 1_000_000;

    private final List<Segment> segments;
    private final Map<String, Segment> byId;

    private SegmentSet(List<Segment> segments, Map<String, Segment> byId) {
        this.segments = segments;
        this.byId = byId;
    }

    /**
     * These segments.
     *
     * @throws IllegalArgumentException if two have the same id, or there are too many segments, comparisons or values
     */
    public static SegmentSet of(List<Segment> segments) {
        if (segments.size() > MAX_SEGMENTS) {
            throw new IllegalArgumentException("There are " + segments.size() + " segments; at most " + MAX_SEGMENTS
                    + " are allowed (SegmentSet.MAX_SEGMENTS).");
        }
        Map<String, Segment> byId = new HashMap<>();
        long comparisons = 0;
        long values = 0;
        for (Segment segment : segments) {
            if (byId.put(segment.id(), segment) != null) {
                throw new IllegalArgumentException("Two segments have the id " + segment.id() + ".");
            }
            comparisons += RuleBounds.comparisons(segment.rule());
            values += RuleBounds.values(segment.rule());
        }
        if (comparisons > MAX_VALUES || values > MAX_VALUES) {
            throw new IllegalArgumentException("The rules have " + comparisons + " comparisons with " + values
                    + " values; at most " + MAX_VALUES + " of each are allowed (SegmentSet.MAX_VALUES).");
        }
        return new SegmentSet(List.copyOf(segments), byId);
    }

    public static SegmentSet of(Segment... segments) {
        return of(List.of(segments));
    }

    /**
     * Reads the form of {@code docs/segments.md}; whatever facts its rules name.
     *
     * @throws dev.comptoir.error.DataException if it is not that; the message names the place, the value and what is allowed
     */
    public static SegmentSet fromJson(String json) {
        return RuleReader.segments(json, null);
    }

    /**
     * The same, but a rule over a fact that is not among these is refused: against slips of the pen.
     *
     * @param facts the names of all facts that there are
     */
    public static SegmentSet fromJson(String json, Set<String> facts) {
        return RuleReader.segments(json, new TreeSet<>(facts));
    }

    /** In JSON, the same set always as the same text; {@link #fromJson} makes an equal set of it. */
    public String toJson() {
        return RuleWriter.json(this);
    }

    public List<Segment> segments() {
        return segments;
    }

    public Optional<Segment> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentSet set && segments.equals(set.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return segments.size() + " segments";
    }
}
