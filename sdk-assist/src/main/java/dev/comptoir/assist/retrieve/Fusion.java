package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One question's scores by words and by meaning on their way to a ranking. Not thread-safe. */
final class Fusion {
    /*
     * A linear score over features, so that it is a sum that anybody can check. What words tell adds up: a question of ten
     * words of which three are found is as well answered as one of three, so rarities are summed; as shares they would count
     * for little in long questions and for too much in short ones (seen on the development set). Z-scores are over the candidates. Unlike
     * reciprocal ranks (Cormack, Clarke & Buettcher 2009) they keep how far ahead the first is.
     *
     * Over two or three entries a z-score says nothing, and the only entry there is would always be certain. So a small
     * knowledge is filled up with entries that do not exist, to FEW in all and one in any case: they share no word with the
     * question, and their cosines are spread as those of unrelated texts are. They take part in the z-scores and, each with
     * its mean score, in the softmax whose log-odds are the lead.
     */
    private static final int FEW = 30;

    /** Cosines of questions with the entries of the development set that do not answer them. */
    private static final ZScore UNRELATED = new ZScore(0.15, 0.136);

    private static final double MAX_LEAD = 10;

    private final List<Entry> entries;
    private final int[] candidates;
    private final LexicalScores words;
    private final List<DenseScores> meanings;
    private final boolean trusted;
    private final boolean across;
    private final FusionWeights weights;
    private final double[][] features;
    private final double[] fused;
    private final float[] best;
    private final double highest;
    private final double sum;
    private final int absent;
    private double absentScore;

    /**
     * @param candidates the places, among the entries, of those that may be found
     * @param meanings of each embedding model that takes part
     * @param trusted whether meaning alone may find an entry
     * @param across whether question and entries are in different languages
     */
    Fusion(
            List<Entry> entries,
            int[] candidates,
            LexicalScores words,
            List<DenseScores> meanings,
            boolean trusted,
            boolean across,
            FusionWeights weights) {
        this.entries = entries;
        this.candidates = candidates;
        this.words = words;
        this.meanings = meanings;
        this.trusted = trusted;
        this.across = across;
        this.weights = weights;
        this.absent = Math.max(1, FEW - candidates.length);
        this.features = new double[Feature.values().length][entries.size()];
        fill();
        this.fused = new double[entries.size()];
        for (Feature feature : Feature.values()) {
            double weight = weights.of(feature);
            for (int i : candidates) {
                fused[i] += weight * features[feature.place()][i];
            }
        }
        this.best = bestCosine();
        this.highest = IntStream.of(candidates).mapToDouble(i -> fused[i]).max().orElse(absentScore);
        this.sum = absent * Math.exp(absentScore - highest)
                + IntStream.of(candidates)
                        .mapToDouble(i -> Math.exp(fused[i] - highest))
                        .sum();
    }

    private void fill() {
        standardise(Feature.WORDS, words.words(), 1);
        standardise(Feature.SYNONYMS, words.synonyms(), 1);
        copy(Feature.TITLE, words.title(), 1);
        copy(Feature.HEAD, words.head(), 1);
        copy(Feature.WHOLE, words.whole(), 1);
        copy(Feature.HEAD_RARITY, words.head(), words.rarity());
        copy(Feature.WHOLE_RARITY, words.whole(), words.rarity());
        for (DenseScores scores : meanings) {
            standardise(Feature.QUESTION_MEANING, scores.question(), meanings.size());
            standardise(Feature.HEADLINE_MEANING, scores.headline(), meanings.size());
            standardise(Feature.ANSWER_MEANING, scores.answer(), meanings.size());
        }
    }

    private void standardise(Feature feature, float[] scores, int shares) {
        ZScore unrelated = feature.isMeaning() ? UNRELATED : ZScore.NOTHING;
        ZScore z = ZScore.of(scores, candidates, absent, unrelated);
        absentScore += weights.of(feature) * z.of(unrelated.mean()) / shares;
        for (int i : candidates) {
            features[feature.place()][i] += z.of(scores[i]) / shares;
        }
    }

    private void copy(Feature feature, float[] scores, double factor) {
        for (int i : candidates) {
            features[feature.place()][i] = factor * scores[i];
        }
    }

    /** The mean over the models of the highest cosine with a part of each entry. */
    private float[] bestCosine() {
        float[] mean = new float[entries.size()];
        for (DenseScores scores : meanings) {
            float[] one = scores.best();
            for (int i : candidates) {
                mean[i] += one[i] / meanings.size();
            }
        }
        return mean;
    }

    /** The places of the best entries, best first; equal scores by entry id. */
    List<Integer> best(int max) {
        boolean all = trusted || weights.of(Feature.WORDS) == 0;
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(i -> fused[i])
                .reversed()
                .thenComparing(i -> entries.get(i).id());
        return IntStream.of(candidates)
                .filter(i -> words.words()[i] > 0 || words.synonyms()[i] > 0 || all)
                .boxed()
                .sorted(order)
                .limit(max)
                .toList();
    }

    Map<Feature, Double> features(int i) {
        Map<Feature, Double> values = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (!feature.isMeaning() || !meanings.isEmpty()) {
                values.put(feature, features[feature.place()][i]);
            }
        }
        return values;
    }

    /**
     * The best candidates and the right one among them, for learning; empty where the right one may not be found.
     *
     * @param max how many of the best
     */
    Optional<ListwiseFit.Choice> choice(String right, int max) {
        List<Integer> places = new ArrayList<>(best(max));
        OptionalInt place = IntStream.of(candidates)
                .filter(i -> entries.get(i).id().equals(right))
                .findFirst();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        if (!places.contains(place.getAsInt())) {
            places.add(place.getAsInt());
        }
        List<double[]> rows = places.stream().map(this::row).toList();
        return Optional.of(new ListwiseFit.Choice(rows, places.indexOf(place.getAsInt())));
    }

    private double[] row(int i) {
        double[] row = new double[features.length];
        for (int f = 0; f < row.length; f++) {
            row[f] = features[f][i];
        }
        return row;
    }

    MatchScore score(int i) {
        boolean both = !meanings.isEmpty();
        return new MatchScore(
                fused[i],
                features(i),
                weights,
                lead(i),
                words.words()[i],
                rank(words.words(), i),
                both ? OptionalDouble.of(best[i]) : OptionalDouble.empty(),
                both ? rank(best, i) : 0,
                trusted,
                across,
                words.ofEntry()[i],
                OptionalDouble.empty());
    }

    private double lead(int i) {
        double others = sum - Math.exp(fused[i] - highest);
        double lead = fused[i] - highest - Math.log(Math.max(1e-9, others));
        return Math.max(-MAX_LEAD, Math.min(MAX_LEAD, lead));
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
