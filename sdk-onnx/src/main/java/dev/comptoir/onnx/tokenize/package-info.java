/** Text to token ids: WordPiece, Unigram and byte pairs in plain Java, read from the {@code tokenizer.json} of a model. */
@NullMarked
package dev.comptoir.onnx.tokenize;

import org.jspecify.annotations.NullMarked;
