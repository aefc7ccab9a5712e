/**
 * Running a model file: one native session for all who open the same file, one thread a run, a bounded number of runs at once.
 *
 * <p>ONNX Runtime unpacks its native library into the JVM's temporary folder at first use and removes it when the JVM
 * ends in good order, an empty folder aside; a killed JVM leaves the library there. Its system property {@code
 * onnxruntime.native.path} names a folder that holds the library already, and then nothing is unpacked.
 */
@NullMarked
package dev.comptoir.onnx.session;

import org.jspecify.annotations.NullMarked;
