/** Text to token ids: a WordPiece tokenizer in plain Java that reads the {@code tokenizer.json} beside a model. */
@NullMarked
package dev.comptoir.onnx.tokenize;

import org.jspecify.annotations.NullMarked;
