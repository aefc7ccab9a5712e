package dev.comptoir.recommend.model.repeat;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How a user buys one item. Immutable.
 *
 * @param purchases how many baskets hold it
 * @param meanIntervalDays mean of the days from one of these to the next; empty for a single one
 * @param daysSinceLast from the newest of them to the moment of the question, at least 0
 * @param intervalDays what is expected: the median of the fitted distribution, own intervals shrunken to those of all users
 * @param due the last purchase plus {@code intervalDays}
 * @param rebuyProbability that somebody who bought it so often buys it again at all: 0 to 1
 * @param dueScore purchases per day to be expected at the moment of the question: the hazard of the fitted distribution times
 *     {@code rebuyProbability}
 */
public record Rhythm(
        int purchases,
        OptionalDouble meanIntervalDays,
        double daysSinceLast,
        double intervalDays,
        Instant due,
        double rebuyProbability,
        double dueScore) {}
