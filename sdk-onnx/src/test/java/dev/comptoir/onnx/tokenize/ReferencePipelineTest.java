package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unigram and byte pairs: the same ids as the Hugging Face tokenizer, on anything. */
class ReferencePipelineTest {
    private static final int LINES = 2500;
    private static final String LLAMA = TinyFiles.normalizers(
            "{'type': 'Prepend', 'prepend': '▁'}", "{'type': 'Replace', 'pattern': {'String': ' '}, 'content': '▁'}");

    @TempDir
    Path folder;

    /** As XLM-R and multilingual E5 write it. */
    @ParameterizedTest
    @CsvSource({"1,2000,false", "2,300,false", "3,1500,true"})
    void givesTheReferencesIdsForUnigrams(long seed, int size, boolean bytes) throws IOException {
        ObjectNode model = TinyVocabularies.unigram(seed, size, bytes);
        int mask = model.get("vocab").size();
        String normalizer = TinyFiles.normalizers(
                TinyFiles.precompiled(TinyCharsmap.base64(TinyCharsmap.compatibility())),
                "{'type': 'Replace', 'pattern': {'Regex': ' {2,}'}, 'content': ' '}");
        String words = "{'type': 'Sequence', 'pretokenizers': [{'type': 'WhitespaceSplit'}, "
                + "{'type': 'Metaspace', 'replacement': '▁', 'add_prefix_space': true}]}";
        ObjectNode file = TinyFiles.file(model, normalizer, words, TinyFiles.template());
        TinyFiles.add(file, 0, "<s>", false, false);
        TinyFiles.add(file, 1, "</s>", false, false);
        TinyFiles.add(file, 2, "<unk>", false, false);
        TinyFiles.add(file, mask, "<mask>", true, false);
        TinyFiles.add(file, mask + 1, "ouvertsx", false, true);
        compare(file, withTokens(seed + 100), 512);
    }

    @ParameterizedTest
    @CsvSource({"always,true", "always,false", "first,true", "first,false", "never,true", "never,false"})
    void followsEachSchemeOfMetaspace(String scheme, boolean split) throws IOException {
        ObjectNode model = TinyVocabularies.unigram(4, 1500, false);
        String normalizer = TinyFiles.normalizers(
                "{'type': 'Strip', 'strip_left': true, 'strip_right': true}",
                "{'type': 'Replace', 'pattern': {'Regex': '\\\\s+'}, 'content': ' '}",
                "{'type': 'NFKD'}",
                "{'type': 'StripAccents'}");
        ObjectNode file = TinyFiles.file(model, normalizer, TinyFiles.metaspace(scheme, split), TinyFiles.template());
        TinyFiles.add(file, model.get("vocab").size(), "<mask>", true, false);
        compare(file, withTokens(5).subList(0, 1000), 512);
    }

    @ParameterizedTest
    @CsvSource({"1,300,true", "2,40,false", "3,0,true"})
    void givesTheReferencesIdsForPairsOfBytes(long seed, int merges, boolean prefixSpace) throws IOException {
        ObjectNode model = TinyVocabularies.byteLevelBpe(seed, merges);
        String roberta = "{'type': 'RobertaProcessing', 'sep': ['b', 3], 'cls': ['a', 4], 'trim_offsets': true, "
                + "'add_prefix_space': " + prefixSpace + "}";
        ObjectNode file = TinyFiles.file(model, "", TinyFiles.byteLevel(prefixSpace, true), roberta);
        compare(file, new TextLines(seed + 50).take(LINES), 512);
    }

    /** As Llama 2 writes it: a whole text is one word. */
    @ParameterizedTest
    @CsvSource({"1,true,true,false", "2,false,false,false", "2,false,true,false", "3,true,false,true"})
    void givesTheReferencesIdsForPairsOfCharacters(long seed, boolean bytes, boolean fuse, boolean whole)
            throws IOException {
        ObjectNode model = TinyVocabularies.characterBpe(seed, 300, bytes)
                .put("fuse_unk", fuse)
                .put("ignore_merges", whole);
        String words = whole ? TinyFiles.metaspace("always", true) : "";
        String post = "{'type': 'Sequence', 'processors': [{'type': 'ByteLevel', 'add_prefix_space': true, "
                + "'trim_offsets': false, 'use_regex': true}, " + TinyFiles.template() + "]}";
        compare(TinyFiles.file(model, LLAMA, words, post), new TextLines(seed + 60).take(1500), 512);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 17, 40})
    void cutsLongLinesAtTheSideOfTheFile(int maxTokens) throws IOException {
        ObjectNode model = TinyVocabularies.unigram(6, 1000, true);
        ObjectNode file = TinyFiles.file(model, "", TinyFiles.metaspace("always", true), TinyFiles.template());
        compare(file, new TextLines(maxTokens).take(400), maxTokens);
        file.putObject("truncation")
                .put("direction", "Left")
                .put("max_length", maxTokens)
                .put("strategy", "LongestFirst")
                .put("stride", 0);
        compare(file, new TextLines(maxTokens).take(400), maxTokens);
    }

    @Test
    void treatsHugeWordsAsTheReferenceDoes() throws IOException {
        int length = 1 << 16;
        ObjectNode unigram = TinyVocabularies.unigram(7, 1000, true);
        ObjectNode pairs = TinyVocabularies.characterBpe(7, 300, true);
        List<String> texts = new ArrayList<>();
        for (String unit : new String[] {"x", "é", "e\u0301", "中", "!", " ", "on", "bonjour"}) {
            texts.add(unit.repeat(length / unit.length()));
        }
        compare(TinyFiles.file(unigram, "{'type': 'NFKC'}", TinyFiles.metaspace("first", false), ""), texts, 512);
        compare(TinyFiles.file(pairs, LLAMA, "", ""), texts, 512);
    }

    private void compare(ObjectNode file, List<String> lines, int maxTokens) throws IOException {
        try (ReferenceTokenizer pair = ReferenceTokenizer.of(folder, maxTokens, file)) {
            lines.forEach(pair::assertSameTokens);
        }
    }

    private static List<String> withTokens(long seed) {
        Random random = new Random(seed);
        String[] tokens = {"<mask>", " <mask> ", "</s>", "<unk>", "ouvertsx", "<s>é", "\u00A0<mask>"};
        return new TextLines(seed)
                .take(LINES).stream()
                        .map(line -> random.nextInt(3) == 0
                                ? tokens[random.nextInt(tokens.length)]
                                        + line
                                        + tokens[random.nextInt(tokens.length)]
                                        + line
                                : line)
                        .toList();
    }
}
