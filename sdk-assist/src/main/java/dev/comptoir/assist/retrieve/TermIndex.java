package dev.comptoir.assist.retrieve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An inverted index: for each term the documents that hold it, with weighted frequencies. Immutable once built. */
final class TermIndex {
    private static final Postings NONE = new Postings();

    private final Map<String, Postings> terms = new HashMap<>();
    private final float[] lengths;
    private int documents;
    private double total;

    /** @param size the number after the highest document */
    TermIndex(int size) {
        lengths = new float[size];
    }

    /** Documents come in rising order, each once. */
    void add(int document, Map<String, Float> frequencies) {
        float length = 0;
        for (Map.Entry<String, Float> term : frequencies.entrySet()) {
            terms.computeIfAbsent(term.getKey(), t -> new Postings()).add(document, term.getValue());
            length += term.getValue();
        }
        lengths[document] = length;
        total += length;
        documents++;
    }

    /** Gives back what growing took too much. */
    TermIndex trimmed() {
        terms.values().forEach(Postings::trim);
        return this;
    }

    boolean contains(String term) {
        return terms.containsKey(term);
    }

    int count(String term) {
        return terms.getOrDefault(term, NONE).size;
    }

    Iterable<String> all() {
        return terms.keySet();
    }

    /** Robertson and Sparck Jones's weight as Lucene smooths it; a term that no document holds counts as held by one. */
    double idf(String term) {
        int df = Math.max(1, count(term));
        return documents == 0 ? 1 : Math.log(1 + Math.max(0.5, documents - df + 0.5) / (df + 0.5));
    }

    /**
     * Adds to each document's score {@code weight idf tf / (tf + k1 (1 - b + b length / mean length))}.
     *
     * @param weight of the term in the query
     */
    void addBm25(String term, double weight, double k1, double b, float[] scores) {
        Postings postings = terms.getOrDefault(term, NONE);
        double mean = documents == 0 ? 1 : total / documents;
        double factor = weight * idf(term);
        for (int i = 0; i < postings.size; i++) {
            int document = postings.documents[i];
            double tf = postings.frequencies[i];
            scores[document] += (float) (factor * tf / (tf + k1 * (1 - b + b * lengths[document] / mean)));
        }
    }

    /** Raises each document's value to at least this one where it holds the term. */
    void raise(String term, float value, float[] values) {
        Postings postings = terms.getOrDefault(term, NONE);
        for (int i = 0; i < postings.size; i++) {
            int document = postings.documents[i];
            values[document] = Math.max(values[document], value);
        }
    }

    private static final class Postings {
        private int[] documents = new int[2];
        private float[] frequencies = new float[2];
        private int size;

        void add(int document, float frequency) {
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, 2 * size);
                frequencies = Arrays.copyOf(frequencies, 2 * size);
            }
            documents[size] = document;
            frequencies[size++] = frequency;
        }

        void trim() {
            documents = Arrays.copyOf(documents, size);
            frequencies = Arrays.copyOf(frequencies, size);
        }
    }
}
