package dev.comptoir.assist.certify;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.certify.Reviews.Alarm;
import dev.comptoir.assist.certify.Reviews.Review;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.error.CorruptStoreException;
import dev.comptoir.error.DataException;
import dev.comptoir.event.CustomEvent;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventQuery;
import dev.comptoir.store.SnapshotStore.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one business's assistant may send alone: nothing until the merchant's own reviewed replies certify it, and no longer
 * once they speak against it. Thread-safe.
 *
 * <p>Reviews, certificates and withdrawals are events of the business, so they survive restarts, and reviews are erased with
 * their customer. No text is kept. The first call ever reads all of the business's events, others what is new
 * since; state is kept in a snapshot. The newest 10,000 reviews count.
 *
 * <p>A certificate holds for messages like those whose replies were reviewed: review all drafts, or drafts drawn by lot, and
 * a sample of what was sent alone, drawn by lot. Each reply is to be handed over once.
 */
public final class Autonomy {
    private static final String ACTOR = "comptoir-assistant";
    /** So many events are read again in some tenths of a second. */
    private static final int WORTH_A_SNAPSHOT = 5_000;

    private final Business business;
    private final Certifier certifier;
    private final ReentrantLock lock = new ReentrantLock();
    private Reviews reviews = new Reviews();
    private long sequence;
    private long erasures = -1;
    private long snapshotAt;

    private Autonomy(Business business, Certifier certifier) {
        this.business = business;
        this.certifier = certifier;
    }

    /** For a target, one certificate for each language. */
    public static Autonomy of(Business business, Target target) {
        return of(business, Certifier.of(target));
    }

    /** With languages and channels told apart or put together as the certifier says. */
    public static Autonomy of(Business business, Certifier certifier) {
        return new Autonomy(business, certifier);
    }

    /**
     * Keeps what a human made of a reply.
     *
     * @param customer who had asked; null where it is not known
     */
    public void reviewed(Assessment reply, @Nullable CustomerId customer, Verdict verdict) {
        SortedMap<String, String> attributes = ReviewText.attributes(reply);
        ReviewText.add(attributes, verdict);
        lock.lock();
        try {
            // Two equal reviews of two replies may share one millisecond; this tells them apart.
            attributes.put("after", Long.toString(business.events().lastSequence()));
            business.events()
                    .append(CustomEvent.of(customer, business.clock().instant(), Reviews.REVIEWED, attributes));
            current(state -> state);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Certifies anew from all reviewed replies that were scored as the newest one, for the knowledge of the newest one. The
     * certificates replace those before; where there is none, nothing is sent alone.
     */
    public Certification renew() {
        return renew(false);
    }

    /**
     * The same with a score fitted to one half of the reviewed replies and certified on the other half. Wants twice as many;
     * worth it where the plain score tells right from wrong badly.
     */
    public Certification renewFitted() {
        return renew(true);
    }

    private Certification renew(boolean fitted) {
        List<Review> all = current(Reviews::reviews);
        if (all.isEmpty()) {
            return new Certification(List.of(), List.of());
        }
        Review newest = all.get(all.size() - 1);
        List<Review> usable = all.stream()
                .filter(review -> review.scoreVersion().equals(newest.scoreVersion())
                        && review.features().length == newest.features().length)
                .toList();
        ScoreModel model = fitted ? fit(usable) : null;
        List<Judgement> judgements = new ArrayList<>();
        for (int i = model == null ? 0 : 1; i < usable.size(); i += model == null ? 1 : 2) {
            judgements.add(usable.get(i).judgement(score(usable.get(i), model)));
        }
        Instant now = business.clock().instant();
        String version = version(newest.scoreVersion(), model);
        Certification certification = certifier.certify(judgements, version, newest.knowledgeVersion(), now);
        keep(certification, model, now);
        return certification;
    }

    /** The model of the odd reviews; the even ones are left for the certificate. Null where there is nothing to fit. */
    private static @Nullable ScoreModel fit(List<Review> reviews) {
        List<double[]> features = new ArrayList<>();
        List<Boolean> correct = new ArrayList<>();
        for (int i = 0; i < reviews.size(); i += 2) {
            if (reviews.get(i).baseScore() > 0) {
                features.add(reviews.get(i).features());
                correct.add(reviews.get(i).correct());
            }
        }
        boolean[] right = new boolean[correct.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = correct.get(i);
        }
        return right.length == 0 ? null : ScoreModel.fit(features, right);
    }

    private static double score(Review review, @Nullable ScoreModel model) {
        return model == null || review.baseScore() == 0 ? review.baseScore() : model.score(review.features());
    }

    private static String version(String base, @Nullable ScoreModel model) {
        return model == null ? base : base + "+" + model.version();
    }

    private void keep(Certification certification, @Nullable ScoreModel model, Instant now) {
        boolean before = !certificates().isEmpty();
        if (certification.certificates().isEmpty() && !before) {
            return;
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < certification.certificates().size(); i++) {
            attributes.put(
                    "certificate-" + i, certification.certificates().get(i).toJson());
        }
        if (model != null) {
            attributes.put(Reviews.MODEL, model.text());
        }
        business.events().append(CustomEvent.of(null, now, Reviews.GRANTED, attributes));
        for (Certificate certificate : certification.certificates()) {
            audit(now, "granted: certificate " + certificate.hash() + ", " + certificate.text(Language.ENGLISH));
        }
        if (certification.certificates().isEmpty()) {
            audit(now, "withdrawn: the reviewed replies no longer reach the target");
        }
        current(state -> state);
    }

    /** Withdraws all autonomy, as the staff may at any time. A {@link #renew()} gives it back. */
    public void withdraw(String actor) {
        Instant now = business.clock().instant();
        for (Certificate certificate : certificates()) {
            SortedMap<String, String> attributes = new TreeMap<>();
            attributes.put("certificate", certificate.hash());
            attributes.put("cause", "staff");
            business.events().append(CustomEvent.of(null, now, Reviews.WITHDRAWN, attributes));
            business.audit()
                    .append(new AuditDraft(
                            now, AuditAction.AUTONOMY, actor, null, "withdrawn: certificate " + certificate.hash()));
        }
    }

    /** The certificates that stand now, whatever knowledge they were made for; empty in the beginning. */
    public List<Certificate> certificates() {
        return current(Reviews::certificates);
    }

    /** The certificate for replies of one language from the knowledge, however their messages come. */
    public Optional<Certificate> certificate(Language language) {
        return certificates().stream()
                .filter(certificate -> certificate.scope().covers(Scope.KNOWLEDGE, language, ""))
                .findFirst();
    }

    /** What speaks against a certificate since it was made; empty where it does not stand. */
    public Optional<RiskMonitor> monitor(Certificate certificate) {
        return current(state -> Optional.ofNullable(state.monitor(certificate)));
    }

    /** Whether a reply may be sent alone, as far as certificates say. */
    public Ruling rule(Assessment reply) {
        return current(state -> rule(reply, state));
    }

    private static Ruling rule(Assessment reply, Reviews state) {
        ScoreModel model = state.model();
        boolean fits = model == null || model.size() == reply.features().size();
        double score = fits && model != null && reply.baseScore() > 0
                ? model.score(reply.features().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                : reply.baseScore();
        Certificate certificate = covering(state.certificates(), reply);
        if (certificate == null) {
            Certificate before = covering(state.withdrawn(), reply);
            return new Ruling(before == null ? Ruling.Status.NONE : Ruling.Status.WITHDRAWN, score, before);
        }
        if (!fits || !certificate.scoreVersion().equals(version(reply.scoreVersion(), model))) {
            return new Ruling(Ruling.Status.OTHER_SCORE, score, certificate);
        }
        if (!certificate.knowledgeVersion().equals(reply.knowledgeVersion())) {
            return new Ruling(Ruling.Status.OTHER_KNOWLEDGE, score, certificate);
        }
        boolean reached = certificate.accepts(score);
        return new Ruling(reached ? Ruling.Status.ALLOWED : Ruling.Status.BELOW, score, certificate);
    }

    private static @Nullable Certificate covering(List<Certificate> certificates, Assessment reply) {
        return certificates.stream()
                .filter(of -> of.scope().covers(reply.source(), reply.language(), reply.channel()))
                .findFirst()
                .orElse(null);
    }

    private interface Look<T> {
        T at(Reviews reviews);
    }

    /** Looks at the state after all events that are there by now. */
    private <T> T current(Look<T> look) {
        lock.lock();
        try {
            catchUp();
            for (Alarm alarm : reviews.unwritten()) {
                write(alarm);
            }
            return look.at(reviews);
        } finally {
            lock.unlock();
        }
    }

    private void catchUp() {
        long erased = business.events().erasures();
        if (erased != erasures) {
            reviews = new Reviews();
            sequence = 0;
            erasures = erased;
            readSnapshot();
        }
        if (business.events().lastSequence() > sequence) {
            sequence = business.events().read(EventQuery.keptAfter(sequence), this::add);
        }
        if (sequence - snapshotAt >= WORTH_A_SNAPSHOT && reviews.unwritten().isEmpty()) {
            Snapshot snapshot = new Snapshot(
                    ReviewSnapshot.NAME,
                    ReviewSnapshot.VERSION,
                    sequence,
                    erasures,
                    business.clock().instant());
            business.snapshots().put(snapshot, out -> ReviewSnapshot.write(reviews, out));
            snapshotAt = sequence;
        }
    }

    private void readSnapshot() {
        snapshotAt = 0;
        Optional<Snapshot> found = business.snapshots().find(ReviewSnapshot.NAME);
        if (found.isEmpty() || found.get().version() != ReviewSnapshot.VERSION) {
            return;
        }
        try {
            business.snapshots().read(ReviewSnapshot.NAME, in -> reviews = ReviewSnapshot.read(in));
            sequence = found.get().sequence();
            snapshotAt = sequence;
        } catch (CorruptStoreException | DataException | IllegalArgumentException e) {
            // The log has it all.
            reviews = new Reviews();
            business.snapshots().delete(ReviewSnapshot.NAME);
        }
    }

    private void add(Event event) {
        if (event instanceof CustomEvent custom) {
            reviews.add(custom);
        }
    }

    /** The same alarm is always the same event, however many see it first. */
    private void write(Alarm alarm) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("certificate", alarm.certificate().hash());
        attributes.put("cause", "alarm");
        attributes.put("monitor", alarm.monitor().state());
        boolean isNew = business.events().append(CustomEvent.of(null, alarm.at(), Reviews.WITHDRAWN, attributes));
        if (isNew) {
            audit(
                    business.clock().instant(),
                    "withdrawn: certificate " + alarm.certificate().hash() + ", "
                            + alarm.monitor().errors() + " of "
                            + alarm.monitor().replies()
                            + " replies sent alone were wrong");
        }
        catchUp();
    }

    private void audit(Instant at, String detail) {
        business.audit().append(new AuditDraft(at, AuditAction.AUTONOMY, ACTOR, null, detail));
    }
}
