package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How much of a question the words of an entry account for. Immutable. */
final class Coverage {
    /*
     * BM25's scores have no upper end and z-scores are relative, so neither says whether the best entry is good. The share
     *
     *   coverage(q, e) = sum over stems t of q found in e of idf(t) / sum over all stems t of q of idf(t)
     *
     * does: it lies in 0..1, and rare and unknown words weigh most. idf as in BM25, over the entries of one language.
     */
    private final Terms terms;
    private final List<Entry> entries;
    private final List<Set<String>> heads = new ArrayList<>();
    private final List<Set<String>> questions = new ArrayList<>();
    private final List<Set<String>> all = new ArrayList<>();
    private final Map<Language, Map<String, Integer>> documents = new EnumMap<>(Language.class);
    private final Map<Language, Integer> sizes = new EnumMap<>(Language.class);

    Coverage(List<Entry> entries, Terms terms) {
        this.terms = terms;
        this.entries = entries;
        Map<String, String> interned = new HashMap<>();
        for (Entry entry : entries) {
            Language language = entry.language();
            Set<String> question = intern(terms.topics(entry.question(), language), interned);
            Set<String> head = new HashSet<>(question);
            head.addAll(intern(terms.topics(String.join("\n", entry.keywords()), language), interned));
            Set<String> whole = new HashSet<>(head);
            whole.addAll(intern(terms.topics(entry.answer(), language), interned));
            questions.add(Set.copyOf(question));
            heads.add(Set.copyOf(head));
            all.add(Set.copyOf(whole));
            Map<String, Integer> counts = documents.computeIfAbsent(language, l -> new HashMap<>());
            whole.forEach(term -> counts.merge(term, 1, Integer::sum));
            sizes.merge(language, 1, Integer::sum);
        }
    }

    private static Set<String> intern(List<String> stems, Map<String, String> interned) {
        Set<String> set = new HashSet<>();
        for (String stem : stems) {
            String known = interned.putIfAbsent(stem, stem);
            set.add(known == null ? stem : known);
        }
        return set;
    }

    double idf(String stem, Language language) {
        int n = sizes.getOrDefault(language, 0);
        // A word that no entry knows counts like one that a single entry knows, or it would drown small knowledge.
        int df = Math.max(1, documents.getOrDefault(language, Map.of()).getOrDefault(stem, 0));
        return Math.log(1 + (n - df + 0.5) / (df + 0.5));
    }

    /** The distinct stems of a question in a fixed order, for the measures below. */
    Collection<String> stems(String question, Language language) {
        return new TreeSet<>(terms.topics(question, language));
    }

    /** How question and entry cover each other. */
    Shares shares(Collection<String> stems, int entry, Language language) {
        return new Shares(
                share(stems, heads.get(entry), language),
                share(stems, all.get(entry), language),
                share(new TreeSet<>(questions.get(entry)), Set.copyOf(stems), language));
    }

    /** The sentences of the entry's answer that share most with the question; the first ones where none does. */
    String passage(Collection<String> stems, int entry, Language language) {
        List<String> windows = DenseIndex.windows(entries.get(entry).answer());
        String best = windows.get(0);
        double most = 0;
        for (String window : windows) {
            double share = share(stems, Set.copyOf(stems(window, language)), language);
            if (share > most) {
                most = share;
                best = window;
            }
        }
        return best;
    }

    private double share(Collection<String> stems, Set<String> found, Language language) {
        double covered = 0;
        double total = 0;
        for (String stem : stems) {
            double idf = idf(stem, language);
            total += idf;
            covered += found.contains(stem) ? idf : 0;
        }
        return total == 0 ? 0 : covered / total;
    }

    /**
     * Shares between 0 and 1, of words weighted by rarity.
     *
     * @param head of the question, found in the entry's question and keywords
     * @param whole of the question, found anywhere in the entry
     * @param ofEntry of the entry's own question, found in the question
     */
    record Shares(double head, double whole, double ofEntry) {}
}
