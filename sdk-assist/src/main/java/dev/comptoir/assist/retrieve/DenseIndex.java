package dev.comptoir.assist.retrieve;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.Sentences;
import dev.comptoir.error.ModelException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one embedding model makes of each entry's parts. Immutable; as thread-safe as the model. */
final class DenseIndex {
    /*
     * Parts of an entry: its question and each variant; headlines (each of these with keywords and theme); windows of its answer. An
     * entry scores for each kind as its best part, so that the kinds can be weighed. Equal texts share a row.
     */
    private static final int WINDOW = 3;
    private static final int STRIDE = 2;
    private static final int MAX_WINDOWS = 8;

    private enum Kind {
        QUESTION,
        HEADLINE,
        ANSWER
    }

    private record Part(int entry, Kind kind, int row) {}

    private final Embedder embedder;
    private final List<Entry> entries;
    private final List<Part> parts = new ArrayList<>();
    private final Map<TextKey, Integer> rows = new HashMap<>();
    private final List<Language> languages = new ArrayList<>();
    private final @Nullable VectorTable vectors;
    private final @Nullable LanguageMeans means;

    DenseIndex(EmbeddingModel model, List<Entry> entries) {
        this(new Embedder(model), entries, null);
    }

    /** The same model over other entries; texts that were there before are not embedded again. */
    DenseIndex over(List<Entry> changed) {
        return new DenseIndex(embedder, changed, this);
    }

    private DenseIndex(Embedder embedder, List<Entry> entries, @Nullable DenseIndex before) {
        this.embedder = embedder;
        this.entries = entries;
        VectorTable table = null;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            List<String> titles = new ArrayList<>(List.of(entry.question()));
            titles.addAll(entry.variants());
            for (String title : titles) {
                table = add(i, Kind.QUESTION, title, table, before);
                table = add(i, Kind.HEADLINE, headline(title, entry), table, before);
            }
            List<String> windows = windows(entry.answer());
            for (String window : windows.subList(0, Math.min(MAX_WINDOWS, windows.size()))) {
                table = add(i, Kind.ANSWER, window, table, before);
            }
        }
        this.vectors = table;
        this.means = table == null ? null : new LanguageMeans(table, languages);
    }

    private static String headline(String title, Entry entry) {
        StringBuilder headline = new StringBuilder(title);
        entry.keywords().forEach(keyword -> headline.append(' ').append(keyword));
        return headline.append(entry.theme().isBlank() ? "" : " " + entry.theme())
                .toString();
    }

    static List<String> windows(String answer) {
        List<String> sentences = Sentences.of(answer);
        List<String> windows = new ArrayList<>();
        for (int from = 0; from < sentences.size(); from += STRIDE) {
            int to = Math.min(from + WINDOW, sentences.size());
            windows.add(String.join(" ", sentences.subList(from, to)));
            if (to == sentences.size()) {
                break;
            }
        }
        return windows;
    }

    private VectorTable add(
            int entry, Kind kind, String text, @Nullable VectorTable table, @Nullable DenseIndex before) {
        TextKey key = TextKey.of(Embedder.cut(text));
        VectorTable filled = table;
        Integer row = rows.get(key);
        if (row == null || filled == null) {
            float[] vector = before == null ? embedder.document(text) : before.known(key, text);
            if (filled == null) {
                filled = new VectorTable(vector.length);
            } else if (vector.length != filled.dimension()) {
                throw Embedder.dimension(vector.length, filled.dimension());
            }
            row = filled.add(vector);
            rows.put(key, row);
            languages.add(entries.get(entry).language());
        }
        parts.add(new Part(entry, kind, row));
        return filled;
    }

    private float[] known(TextKey key, String text) {
        Integer row = rows.get(key);
        VectorTable table = vectors;
        return row == null || table == null ? embedder.document(text) : table.row(row);
    }

    /**
     * The highest cosine between the question and a part of each entry, by kind of part.
     *
     * @param from the language of the question
     * @throws ModelException {@code model.dimension} when the model now answers with another number of values,
     *     {@code model.failed} when it fails or answers with no direction
     */
    DenseScores scores(String question, Language from) {
        float[] query = embedder.query(question);
        DenseScores scores = DenseScores.none(entries.size());
        if (vectors == null || means == null) {
            return scores;
        }
        if (query.length != vectors.dimension()) {
            throw Embedder.dimension(query.length, vectors.dimension());
        }
        float[] cosines = means.cosines(query, from);
        for (Part part : parts) {
            float[] kind = switch (part.kind) {
                case QUESTION -> scores.question();
                case HEADLINE -> scores.headline();
                case ANSWER -> scores.answer();
            };
            kind[part.entry] = Math.max(kind[part.entry], cosines[part.row]);
        }
        return scores;
    }
}
