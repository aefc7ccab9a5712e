package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.comptoir.testkit.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same ids as the Hugging Face tokenizer on real questions and answers. */
@Tag("data")
class ReferenceTokenizerDataTest {
    private static final int EVERY = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"faq-fr", "faq-en-shop"})
    void givesTheReferencesIdsOnQuestionsAndAnswers(String dataSet) throws IOException {
        Path file = PublicData.require(dataSet).resolve("faq.jsonl");
        ObjectMapper json = new ObjectMapper();
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, 256, change -> {})) {
            for (String line : Files.readAllLines(file)) {
                pair.assertSameTokens(json.readTree(line).get("question").asText());
                pair.assertSameTokens(json.readTree(line).get("answer").asText());
            }
        }
    }

    @Test
    void givesTheReferencesIdsOnBankQuestions() throws IOException {
        Path file = PublicData.require("banking77").resolve("train.csv");
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, 256, change -> {})) {
            Files.readAllLines(file).forEach(pair::assertSameTokens);
        }
    }

    @Test
    void givesTheReferencesIdsOnSentencePairs() throws IOException {
        Path file = PublicData.require("parallel-en-fr").resolve("pairs.tsv.gz");
        try (ReferenceTokenizer pair = ReferenceTokenizer.changed(folder, 256, change -> {});
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (number++ % EVERY == 0) {
                    pair.assertSameTokens(line);
                }
            }
        }
    }
}
