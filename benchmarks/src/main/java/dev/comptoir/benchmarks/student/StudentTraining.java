package dev.comptoir.benchmarks.student;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.assist.embed.BilingualEmbedder;
import dev.comptoir.assist.embed.StudentWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One training from texts to weights. Same texts, settings and kind of processor give the same bytes: the teachers'
 * int8 arithmetic differs between processors, all else does not.
 *
 * @param teachers whose vectors are learned
 * @param dimension values of a vector, even
 * @param rows vectors kept
 * @param unknown length of an unknown word's vector, in median word lengths
 * @param settings of the optimiser
 */
record StudentTraining(List<Teacher> teachers, int dimension, int rows, float unknown, StudentSettings settings) {
    /** Weights, and what they make of texts held back. */
    record Result(StudentWeights weights, HeldBackMeasures heldBack) {}

    Result run(List<Pair> pairs, @Nullable Path cache, Consumer<String> progress) {
        TrainingSet set = new TrainingSet(pairs);
        List<String> english = set.english();
        progress.accept(pairs.size() + " pairs, " + english.size() + " English texts, held back "
                + set.heldBack().size() + "; " + set.counts());
        List<Map<String, float[]>> labels = new ArrayList<>();
        for (Teacher teacher : teachers) {
            labels.add(teacher.label(english, cache));
            progress.accept("labelled by " + teacher.file());
        }
        TargetSpace space = new TargetSpace(labels, spread(english), dimension);
        Map<String, float[]> targets = new HashMap<>();
        english.forEach(text -> targets.put(text, space.target(text)));
        Vocabulary vocabulary = new Vocabulary(set.texts());
        List<Example> examples = set.examples(vocabulary, targets::get);
        progress.accept(examples.size() + " examples, " + vocabulary.words() + " words, "
                + (vocabulary.wordsAndPairs() - vocabulary.words()) + " pairs, "
                + (vocabulary.size() - vocabulary.wordsAndPairs()) + " parts");
        float[][] trained = new StudentTrainer(settings, vocabulary, dimension).train(examples, progress);
        StudentWeights weights = StudentExport.weights(vocabulary, trained, rows, unknown, provenance(set.counts()));
        HeldBackMeasures measures = HeldBackMeasures.of(set.heldBack(), targets::get, BilingualEmbedder.of(weights));
        progress.accept(measures.toString());
        return new Result(weights, measures);
    }

    /** The texts in an order in which any beginning is like the whole. */
    private static List<String> spread(List<String> texts) {
        List<String> spread = new ArrayList<>();
        int strides = 7;
        for (int first = 0; first < strides; first++) {
            for (int i = first; i < texts.size(); i += strides) {
                spread.add(texts.get(i));
            }
        }
        return spread;
    }

    private String provenance(Map<String, Integer> counts) {
        Map<String, Object> story = new LinkedHashMap<>();
        story.put("format", 1);
        story.put("teachers", teachers.stream().map(Teacher::file).toList());
        story.put("settings", settings);
        List<Map<String, Object>> sources = new ArrayList<>();
        counts.forEach((label, pairs) -> {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("source", label);
            source.put("licence", Source.of(label).orElseThrow().licence());
            source.put("pairs", pairs);
            sources.add(source);
        });
        story.put("sources", sources);
        try {
            return new ObjectMapper().writeValueAsString(story);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values are always written.", e);
        }
    }
}
