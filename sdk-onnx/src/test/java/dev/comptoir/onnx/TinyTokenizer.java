package dev.comptoir.onnx;

import java.nio.charset.StandardCharsets;

/** A {@code tokenizer.json} of nine pieces, small enough to work by hand. */
public final class TinyTokenizer {
    public static final int UNK = 1;
    public static final int CLS = 2;
    public static final int SEP = 3;
    public static final int PAIN = 4;
    public static final int ING = 5;
    public static final int OPEN = 6;
    public static final int BANG = 7;
    public static final int QUERY = 8;

    /** Number of ids. */
    public static final int SIZE = 9;

    private static final String JSON = """
            {
              "added_tokens": [
                {"id": 2, "content": "[CLS]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false}
              ],
              "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                "strip_accents": null, "lowercase": true},
              "pre_tokenizer": {"type": "BertPreTokenizer"},
              "post_processor": {"type": "TemplateProcessing",
                "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                  {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                  {"SpecialToken": {"id": "[SEP]", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                  {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
                "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                  "[SEP]": {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}}},
              "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 10,
                "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "pain": 4, "##ing": 5, "open": 6, "!": 7,
                  "query": 8}}
            }
            """;

    private TinyTokenizer() {}

    public static String json() {
        return JSON;
    }

    public static byte[] bytes() {
        return JSON.getBytes(StandardCharsets.UTF_8);
    }
}
