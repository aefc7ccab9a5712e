package dev.comptoir.assist.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How much of a question the words of an entry account for, and of the entry's own question those of the question. */
final class Shares {
    /*
     * BM25's scores have no upper end and z-scores are relative, so neither says whether the best entry is good. The share
     *
     *   coverage(q, e) = sum over stems t of q found in e of idf(t) / sum over all stems t of q of idf(t)
     *
     * does: it lies in 0..1, and rare and unknown words weigh most. A synonym found counts SYNONYM of its word. idf as in
     * BM25, over the entries of one language. For the title (Dice 1945 with the same weights)
     *
     *   dice(q, e) = max over its questions t of 2 idf(q and t) / (idf(q) + idf(t)),
     *   title(q, e) = max(0, (dice - LIKE) / (1 - LIKE)),   1 for the same words.
     */
    static final float SYNONYM = 0.7f;
    private static final float LIKE = 0.6f;

    private final TermIndex heads;
    private final TermIndex wholes;
    private final List<Set<String>> pending = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final int size;
    private TermIndex titles = new TermIndex(0);
    private float[] titleWeights = {};

    Shares(int size) {
        this.size = size;
        this.heads = new TermIndex(size);
        this.wholes = new TermIndex(size);
    }

    void addTitle(int entry, Set<String> topics) {
        pending.add(Set.copyOf(topics));
        owners.add(entry);
    }

    void addEntry(int entry, Set<String> head, Set<String> rest) {
        heads.add(entry, ones(head));
        Map<String, Float> whole = ones(head);
        whole.putAll(ones(rest));
        wholes.add(entry, whole);
    }

    void finish() {
        titles = new TermIndex(pending.size());
        titleWeights = new float[pending.size()];
        for (int title = 0; title < pending.size(); title++) {
            Map<String, Float> ones = ones(pending.get(title));
            titles.add(title, ones);
            titleWeights[title] =
                    (float) ones.keySet().stream().mapToDouble(this::idf).sum();
        }
        pending.clear();
        titles.trimmed();
        heads.trimmed();
        wholes.trimmed();
    }

    private static Map<String, Float> ones(Set<String> topics) {
        Map<String, Float> ones = new TreeMap<>();
        topics.forEach(topic -> ones.put(topic, 1f));
        return ones;
    }

    double idf(String stem) {
        return wholes.idf(stem);
    }

    LexicalScores complete(Set<String> topics, Synonyms synonyms, float[] words, float[] alike) {
        float[] head = new float[size];
        float[] whole = new float[size];
        float[] shared = new float[titleWeights.length];
        double total = 0;
        for (String topic : topics) {
            float idf = (float) idf(topic);
            total += idf;
            add(heads, topic, synonyms.of(topic), idf, head);
            add(wholes, topic, synonyms.of(topic), idf, whole);
            float[] here = new float[shared.length];
            titles.raise(topic, idf, here);
            sum(here, shared);
        }
        float[] title = new float[size];
        float[] nearest = new float[size];
        float[] ofEntry = new float[size];
        for (int t = 0; t < shared.length; t++) {
            int owner = owners.get(t);
            float both = (float) (total + titleWeights[t]);
            float dice = both > 0 ? 2 * shared[t] / both : 0;
            title[owner] = Math.max(title[owner], (dice - LIKE) / (1 - LIKE));
            if (dice > nearest[owner]) {
                nearest[owner] = dice;
                ofEntry[owner] = shared[t] / titleWeights[t];
            }
        }
        divide(head, total);
        divide(whole, total);
        return new LexicalScores(words, alike, title, head, whole, ofEntry, total);
    }

    private void add(TermIndex index, String topic, Set<String> synonyms, float idf, float[] scores) {
        float[] here = new float[size];
        synonyms.forEach(synonym -> index.raise(synonym, SYNONYM * idf, here));
        index.raise(topic, idf, here);
        sum(here, scores);
    }

    private static void sum(float[] from, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += from[i];
        }
    }

    private static void divide(float[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] = by > 0 ? (float) Math.min(1, values[i] / by) : 0;
        }
    }
}
