package dev.comptoir.examples.report;

import dev.comptoir.profile.RfmScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The customers who share a recency and a frequency score. Immutable.
 *
 * @param recency 1 to 5, 5 is the most recent fifth
 * @param frequency 1 to 5, 5 is the most frequent fifth
 * @param customers how many, 0 or more
 * @param meanMonetary the mean of their monetary scores, 1 to 5; 0 where there is nobody
 */
public record RfmCell(int recency, int frequency, int customers, double meanMonetary) {
    public RfmCell {
        boolean known = customers > 0 ? meanMonetary >= 1 && meanMonetary <= 5 : customers == 0 && meanMonetary == 0;
        if (recency < 1 || recency > 5 || frequency < 1 || frequency > 5 || !known) {
            throw new IllegalArgumentException("A cell of recency " + recency + ", frequency " + frequency + ", "
                    + customers + " customers and mean monetary score " + meanMonetary
                    + "; scores lie between 1 and 5, the mean of nobody is 0.");
        }
    }

    /** The 25 cells of a map that counts the customers of each score. */
    static List<RfmCell> of(Map<RfmScore, Integer> counts) {
        List<RfmScore> scores = new ArrayList<>();
        counts.forEach((score, count) -> scores.addAll(Collections.nCopies(count, score)));
        return of(scores);
    }

    /** The 25 cells, empty ones included, by recency and then frequency from 1 up. */
    public static List<RfmCell> of(Collection<RfmScore> scores) {
        List<RfmCell> cells = new ArrayList<>();
        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                int count = 0;
                int monetary = 0;
                for (RfmScore score : scores) {
                    if (score.recency() == recency && score.frequency() == frequency) {
                        count++;
                        monetary += score.monetary();
                    }
                }
                cells.add(new RfmCell(recency, frequency, count, count == 0 ? 0 : (double) monetary / count));
            }
        }
        return cells;
    }
}
