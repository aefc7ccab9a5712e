package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A classifier as bytes: a mark, a version, the parts in order, a checksum. */
final class Snapshot {
    private static final int MARK = 0x43_49_4E_54;
    private static final int VERSION = 1;
    private static final int CHECKSUM = Long.BYTES;

    private Snapshot() {}

    static byte[] write(IntentClassifier classifier) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            IntentClassifier.Settings settings = classifier.settings();
            out.writeLong(settings.seed());
            out.writeDouble(settings.foreignShare());
            out.writeDouble(settings.uncoveredShare());
            writeExamples(classifier, out);
            Training.Trained trained = classifier.trained();
            for (ViewModel view : trained.views()) {
                view.write(out);
            }
            trained.all().write(out);
            trained.words().write(out);
            Quality quality = trained.quality();
            out.writeInt(quality.texts());
            out.writeDouble(quality.accuracy());
            out.writeDouble(quality.calibrationError());
            out.writeDouble(quality.brier());
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeExamples(IntentClassifier classifier, DataOutputStream out) throws IOException {
        List<Vectors> models = classifier.models();
        out.writeInt(models.size());
        for (Vectors model : models) {
            Bytes.write(out, model.name());
        }
        List<IntentExample> examples = classifier.examples();
        out.writeInt(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            IntentExample example = examples.get(i);
            Bytes.write(out, example.text());
            Bytes.write(out, example.intent().name());
            Bytes.write(out, example.intent().action().name());
            Language language = example.language();
            Bytes.write(out, language == null ? "" : language.code());
            for (float[] vector : classifier.features().get(i).vectors()) {
                Bytes.write(out, vector);
            }
        }
    }

    static IntentClassifier read(byte[] bytes, List<Vectors> models) {
        ByteBuffer start = ByteBuffer.wrap(bytes);
        if (bytes.length < 2 * Integer.BYTES + CHECKSUM || start.getInt() != MARK) {
            throw corrupt("they do not begin as one", null);
        }
        int version = start.getInt();
        if (version != VERSION) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    "The bytes of an intent classifier are of version " + version + "; this release reads version "
                            + VERSION + ". Maybe train it again?");
        }
        int end = bytes.length - CHECKSUM;
        if (start.getLong(end) != checksum(bytes, end)) {
            throw corrupt("their checksum is another", null);
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, 2 * Integer.BYTES, end - 2 * Integer.BYTES))) {
            return parts(in, models);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw corrupt(String.valueOf(e.getMessage()), e);
        }
    }

    private static IntentClassifier parts(DataInputStream in, List<Vectors> models) throws IOException {
        IntentClassifier.Settings settings =
                new IntentClassifier.Settings(in.readLong(), in.readDouble(), in.readDouble());
        check(in, models);
        int size = Bytes.length(in, 2 * Integer.BYTES);
        List<IntentExample> examples = new ArrayList<>();
        List<float[][]> vectors = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String text = Bytes.text(in);
            Intent intent = new Intent(Bytes.text(in), ActionClass.valueOf(Bytes.text(in)));
            Language language = Language.ofCode(Bytes.text(in)).orElse(null);
            examples.add(new IntentExample(text, intent, language));
            float[][] own = new float[models.size()][];
            for (int m = 0; m < own.length; m++) {
                own[m] = Bytes.floats(in);
            }
            vectors.add(own);
        }
        ExampleSet set = new ExampleSet(examples);
        if (set.used().size() != size || size == 0) {
            throw new IOException("examples that cannot be used");
        }
        List<Features> features = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            IntentExample example = set.used().get(i);
            features.add(
                    new Features(example.text(), example.language(), WordCounts.of(example.text()), vectors.get(i)));
        }
        List<ViewModel> views = new ArrayList<>();
        views.add(WordView.read(in));
        for (int m = 0; m < models.size(); m++) {
            views.add(DenseView.read(m, in));
        }
        Training.Trained trained = new Training.Trained(
                views,
                Committee.read(in, views.size()),
                Committee.read(in, views.size()),
                new Quality(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
        return new IntentClassifier(
                set, features, models, settings, trained, IntentClassifier.report(set, models, List.of(), trained));
    }

    private static void check(DataInputStream in, List<Vectors> models) throws IOException {
        int size = Bytes.length(in, Integer.BYTES);
        List<String> names = new ArrayList<>();
        for (int m = 0; m < size; m++) {
            names.add(Bytes.text(in));
        }
        List<String> given = models.stream().map(Vectors::name).toList();
        if (!names.equals(given)) {
            throw new ModelException(
                    ErrorCode.MODEL_DIMENSION,
                    "The classifier was trained with the models " + names + " and is opened with " + given
                            + ". Maybe train it again, or give the same in the same order?");
        }
    }

    static ModelException dimension(Vectors model, int found, int expected) {
        return new ModelException(
                ErrorCode.MODEL_DIMENSION,
                "The embedding model " + model.name() + " gave vectors of " + found + " and of " + expected
                        + " values.");
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private static ModelException corrupt(String why, @Nullable Throwable cause) {
        return new ModelException(
                ErrorCode.MODEL_CORRUPT, "The bytes of an intent classifier are damaged: " + why + ".", cause);
    }
}
