/** Models that run inside this JVM: text embeddings through ONNX Runtime, without network and without telemetry. */
@NullMarked
package dev.comptoir.onnx;

import org.jspecify.annotations.NullMarked;
