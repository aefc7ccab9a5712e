package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two texts in one row: the same ids and segments as the Hugging Face tokenizer, cut where it cuts. */
class ReferencePairTest {
    private static final int PAIRS = 120;
    private static final String SPECIALS =
            "'special_tokens': {'<s>': {'id': '<s>', 'ids': [0], 'tokens': ['<s>']}, '</s>': {'id': '</s>', 'ids': [1], 'tokens': ['</s>']}}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 16, 33, 64, 512})
    void givesTheReferencesIdsForPairsOfWordPieces(int maxTokens) throws IOException {
        compare(ReferenceTokenizer.miniLm(), maxTokens, false);
    }

    @ParameterizedTest
    @CsvSource({"Right,LongestFirst", "Left,LongestFirst", "Right,OnlySecond", "Left,OnlySecond", "Right,OnlyFirst"})
    void cutsThePairAsTheFileSays(String direction, String strategy) throws IOException {
        for (int maxTokens : new int[] {24, 41, 90}) {
            ObjectNode file = ReferenceTokenizer.miniLm();
            truncation(file, direction, strategy, maxTokens);
            compare(file, maxTokens, !strategy.equals("LongestFirst"));
        }
    }

    /** As BERT, RoBERTa and XLM-R write them, the odd and the bare. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'BertProcessing', 'sep': ['a', 1], 'cls': ['b', 0]}",
                "{'type': 'RobertaProcessing', 'sep': ['a', 1], 'cls': ['b', 0], 'trim_offsets': true, 'add_prefix_space': false}",
                "{'type': 'ByteLevel', 'add_prefix_space': true, 'trim_offsets': false, 'use_regex': true}",
                "",
                "{'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A', 'type_id': 0}}], 'pair': [{'SpecialToken': {'id': '<s>', 'type_id': 0}}, {'Sequence': {'id': 'A', 'type_id': 0}}, {'SpecialToken': {'id': '</s>', 'type_id': 0}}, {'SpecialToken': {'id': '</s>', 'type_id': 0}}, {'Sequence': {'id': 'B', 'type_id': 0}}, {'SpecialToken': {'id': '</s>', 'type_id': 0}}], "
                        + SPECIALS,
                "{'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A', 'type_id': 0}}], 'pair': [{'Sequence': {'id': 'B', 'type_id': 3}}, {'SpecialToken': {'id': '</s>', 'type_id': 2}}, {'Sequence': {'id': 'A', 'type_id': 1}}], "
                        + SPECIALS,
            })
    void followsEachTemplate(String processor) throws IOException {
        ObjectNode model = TinyVocabularies.unigram(8, 1000, false);
        compare(TinyFiles.file(model, "", TinyFiles.metaspace("always", true), processor), 48, false);
    }

    @Test
    void cutsPairsOfLongTextsAsTheReferenceDoes() throws IOException {
        try (ReferenceTokenizer pair = ReferenceTokenizer.of(folder, 256, ReferenceTokenizer.miniLm())) {
            // No longer: what the reference cuts off it keeps, in every combination.
            String huge = "bonjour ! ".repeat(300);
            pair.assertSamePair(huge, "lundi");
            pair.assertSamePair("lundi", huge);
            pair.assertSamePair(huge, huge);
            pair.assertSamePair(huge, huge + "?");
            pair.assertSamePair(huge + "?", huge);
            pair.assertSamePair("", huge);
            pair.assertSamePair("", "");
        }
    }

    private void compare(ObjectNode file, int maxTokens, boolean mayBeRefused) throws IOException {
        List<String> lines = new TextLines(maxTokens).take(2 * PAIRS);
        Random random = new Random(maxTokens);
        try (ReferenceTokenizer pair = ReferenceTokenizer.of(folder, maxTokens, file)) {
            for (int i = 0; i < PAIRS; i++) {
                String first = random.nextInt(4) == 0 ? "bonjour" : lines.get(2 * i);
                String second = random.nextInt(4) == 0 ? "lundi ?" : lines.get(2 * i + 1);
                if (!mayBeRefused || !pair.referenceRefusesPair(first, second)) {
                    pair.assertSamePair(first, second);
                }
            }
        }
    }

    private static void truncation(ObjectNode file, String direction, String strategy, int maxTokens) {
        file.putObject("truncation")
                .put("direction", direction)
                .put("max_length", maxTokens)
                .put("strategy", strategy)
                .put("stride", 0);
    }
}
