/**
 * Running a model file: one native session, one thread a run, a bounded number of runs at once.
 *
 * <p>The native library is unpacked into the JVM's temporary folder at first use and removed when the JVM ends in good
 * order; ONNX Runtime's system property {@code onnxruntime.native.path} names a folder that holds it already.
 */
@NullMarked
package dev.comptoir.onnx.session;

import org.jspecify.annotations.NullMarked;
