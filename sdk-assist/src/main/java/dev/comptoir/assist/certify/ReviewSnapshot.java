package dev.comptoir.assist.certify;

import dev.comptoir.assist.certify.Reviews.Review;
import dev.comptoir.assist.understand.Language;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The bytes of a snapshot of {@link Reviews}: numbers and texts as DataOutput writes them, lengths before texts. The log holds
 * all of it as well; this only spares reading it again.
 */
final class ReviewSnapshot {
    static final String NAME = "assistant-reviews";
    static final int VERSION = 1;

    private ReviewSnapshot() {}

    static void write(Reviews reviews, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        ScoreModel model = reviews.model();
        text(out, model == null ? "" : model.text());
        out.writeInt(reviews.certificates().size());
        for (Certificate certificate : reviews.certificates()) {
            RiskMonitor monitor = reviews.monitor(certificate);
            text(out, certificate.toJson());
            text(out, (monitor == null ? RiskMonitor.start(certificate.target()) : monitor).state());
        }
        out.writeInt(reviews.withdrawn().size());
        for (Certificate certificate : reviews.withdrawn()) {
            text(out, certificate.toJson());
        }
        out.writeInt(reviews.reviews().size());
        for (Review review : reviews.reviews()) {
            write(review, out);
        }
        out.flush();
    }

    private static void write(Review review, DataOutputStream out) throws IOException {
        out.writeLong(review.at().toEpochMilli());
        out.writeBoolean(review.alone());
        out.writeBoolean(review.correct());
        out.writeDouble(review.baseScore());
        out.writeInt(review.features().length);
        for (double feature : review.features()) {
            out.writeDouble(feature);
        }
        text(out, review.language().code());
        text(out, review.source());
        text(out, review.channel());
        text(out, review.scoreVersion());
        text(out, review.knowledgeVersion());
    }

    static Reviews read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        Reviews reviews = new Reviews();
        String model = text(in);
        if (!model.isEmpty()) {
            reviews.restore(ScoreModel.of(model));
        }
        for (int left = in.readInt(); left > 0; left--) {
            Certificate certificate = Certificate.fromJson(text(in));
            reviews.restore(certificate, RiskMonitor.restore(text(in)));
        }
        for (int left = in.readInt(); left > 0; left--) {
            reviews.restore(Certificate.fromJson(text(in)), null);
        }
        for (int left = in.readInt(); left > 0; left--) {
            reviews.restore(review(in, reviews));
        }
        return reviews;
    }

    private static Review review(DataInputStream in, Reviews reviews) throws IOException {
        Instant at = Instant.ofEpochMilli(in.readLong());
        boolean alone = in.readBoolean();
        boolean correct = in.readBoolean();
        double baseScore = in.readDouble();
        double[] features = new double[Math.min(in.readInt(), Assessment.MAX_FEATURES)];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readDouble();
        }
        Language language = Language.ofCode(text(in)).orElseThrow(() -> new IOException("an unknown language"));
        return new Review(
                at,
                alone,
                baseScore,
                features,
                correct,
                reviews.same(text(in)),
                language,
                reviews.same(text(in)),
                reviews.same(text(in)),
                reviews.same(text(in)));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
