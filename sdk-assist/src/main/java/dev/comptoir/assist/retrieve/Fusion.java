package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One question's scores by words and by meaning on their way to a ranking. Not thread-safe. */
final class Fusion {
    private final List<Entry> entries;
    private final int[] candidates;
    private final float[] words;
    private final float[] meanings;
    private final boolean both;
    private final double weight;
    private final boolean trusted;
    private final ZScore wordsZ;
    private final ZScore meaningsZ;

    /**
     * @param candidates the places, among the entries, of those that may be found
     * @param words the score of each entry by words
     * @param meanings the score of each entry by meaning, where there is a model
     * @param weight the weight of the meanings, 0..1
     * @param trusted whether meaning alone may find an entry
     */
    Fusion(
            List<Entry> entries,
            int[] candidates,
            float[] words,
            float @Nullable [] meanings,
            double weight,
            boolean trusted) {
        this.entries = entries;
        this.candidates = candidates;
        this.words = words;
        this.both = meanings != null;
        this.meanings = meanings == null ? new float[words.length] : meanings;
        this.weight = weight;
        this.trusted = trusted;
        this.wordsZ = ZScore.of(words, candidates);
        this.meaningsZ = ZScore.of(this.meanings, candidates);
    }

    /** The places of the best entries, best first; equal scores by entry id. */
    List<Integer> best(Ranking ranking, int max) {
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(this::fused)
                .reversed()
                .thenComparing(i -> entries.get(i).id());
        return IntStream.of(candidates)
                .filter(i -> words[i] > 0 || trusted || ranking == Ranking.DENSE)
                .boxed()
                .sorted(order)
                .limit(max)
                .toList();
    }

    private double fused(int i) {
        return (1 - weight) * wordsZ.of(words[i]) + weight * meaningsZ.of(meanings[i]);
    }

    MatchScore score(int i, Coverage.Shares shares) {
        return new MatchScore(
                fused(i),
                words[i],
                wordsZ.of(words[i]),
                rank(words, i),
                both ? OptionalDouble.of(meanings[i]) : OptionalDouble.empty(),
                meaningsZ.of(meanings[i]),
                both ? rank(meanings, i) : 0,
                weight,
                trusted,
                shares.head(),
                shares.whole(),
                shares.ofEntry());
    }

    private int rank(float[] scores, int of) {
        int before = 0;
        for (int i : candidates) {
            boolean earlier = entries.get(i).id().compareTo(entries.get(of).id()) < 0;
            before += scores[i] > scores[of] || (scores[i] == scores[of] && earlier) ? 1 : 0;
        }
        return before + 1;
    }
}
