package dev.comptoir.onnx.tokenize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Small models of {@code tokenizer.json} learned from generated lines, the same for the same seed. */
final class TinyVocabularies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_PIECE = 7;

    private TinyVocabularies() {}

    /** Unknown 2; some characters lack a piece of their own, and scores are coarse, so that sums are often equal. */
    static ObjectNode unigram(long seed, int size, boolean bytes) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : new TextLines(seed).take(400)) {
            String text = "▁" + line.replace(' ', '▁');
            int[] points = text.codePoints().toArray();
            for (int from = 0; from < points.length; from++) {
                for (int length = 1; length <= LONGEST_PIECE && from + length <= points.length; length++) {
                    counts.merge(new String(points, from, length), length, Integer::sum);
                }
            }
        }
        Random random = new Random(seed);
        ObjectNode model = JSON.createObjectNode();
        ArrayNode vocab = model.put("type", "Unigram")
                .put("unk_id", 2)
                .put("byte_fallback", bytes)
                .putArray("vocab");
        piece(vocab, "<s>", 0);
        piece(vocab, "</s>", 0);
        piece(vocab, "<unk>", 0);
        for (int b = 0; bytes && b < 256; b++) {
            piece(vocab, String.format("<0x%02X>", b), 0);
        }
        counts.entrySet().stream()
                .filter(entry -> random.nextInt(8) != 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(size)
                .forEach(entry -> piece(vocab, entry.getKey(), Math.round(2 * Math.log(entry.getValue() / 1e5)) / 2.0));
        return model;
    }

    private static void piece(ArrayNode vocab, String piece, double score) {
        vocab.addArray().add(piece).add(score);
    }

    /** Pairs learned from the words that the line is cut into, each a list of symbols. */
    static ObjectNode bpe(List<List<String>> words, List<String> alphabet, int merges, boolean pairsAsText) {
        Map<String, Integer> vocab = new HashMap<>();
        alphabet.forEach(symbol -> vocab.putIfAbsent(symbol, vocab.size()));
        ObjectNode model = JSON.createObjectNode();
        ArrayNode learned = model.put("type", "BPE").putArray("merges");
        List<List<String>> now = words;
        for (int i = 0; i < merges; i++) {
            Map<List<String>, Integer> counts = new HashMap<>();
            for (List<String> word : now) {
                for (int at = 0; at + 1 < word.size(); at++) {
                    counts.merge(List.of(word.get(at), word.get(at + 1)), 1, Integer::sum);
                }
            }
            if (counts.isEmpty()) {
                break;
            }
            List<String> best = counts.entrySet().stream()
                    .max(Map.Entry.<List<String>, Integer>comparingByValue()
                            .thenComparing(entry -> String.join(" ", entry.getKey()), Comparator.reverseOrder()))
                    .orElseThrow()
                    .getKey();
            String joined = best.get(0) + best.get(1);
            vocab.putIfAbsent(joined, vocab.size());
            if (pairsAsText) {
                learned.add(best.get(0) + " " + best.get(1));
            } else {
                learned.addArray().add(best.get(0)).add(best.get(1));
            }
            now = now.stream().map(word -> joined(word, best)).toList();
        }
        ObjectNode ids = model.putObject("vocab");
        vocab.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return model;
    }

    private static List<String> joined(List<String> word, List<String> pair) {
        List<String> out = new ArrayList<>();
        for (int at = 0; at < word.size(); at++) {
            boolean here = at + 1 < word.size() && pair.equals(word.subList(at, at + 2));
            out.add(here ? pair.get(0) + pair.get(1) : word.get(at));
            at += here ? 1 : 0;
        }
        return out;
    }

    /** Over bytes, as GPT-2's. */
    static ObjectNode byteLevelBpe(long seed, int merges) {
        List<String> alphabet = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            alphabet.add(String.valueOf(ByteLevel.letter((byte) b)));
        }
        return bpe(words(seed, " ", ByteLevel::letters), alphabet, merges, true);
    }

    /** Over characters, of which some are unknown, as Llama 2's. */
    static ObjectNode characterBpe(long seed, int merges, boolean bytes) {
        List<List<String>> words = words(seed, "▁", word -> word);
        List<String> alphabet = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int b = 0; bytes && b < 256; b++) {
            alphabet.add(String.format("<0x%02X>", b));
        }
        Random random = new Random(seed);
        Map<String, Boolean> known = new HashMap<>();
        List<List<String>> kept = new ArrayList<>();
        for (List<String> word : words) {
            for (String symbol : word) {
                if (known.computeIfAbsent(symbol, s -> s.equals("▁") || random.nextInt(6) != 0)) {
                    alphabet.add(symbol);
                }
            }
            if (word.stream().allMatch(known::get)) {
                kept.add(word);
            }
        }
        return bpe(kept, alphabet, merges, false).put("unk_token", "<unk>").put("byte_fallback", bytes);
    }

    private static List<List<String>> words(long seed, String space, UnaryOperator<String> writing) {
        List<List<String>> words = new ArrayList<>();
        for (String line : new TextLines(seed).take(150)) {
            for (String word : line.split(" ", -1)) {
                words.add(writing.apply(space + word)
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList());
            }
        }
        return words;
    }
}
