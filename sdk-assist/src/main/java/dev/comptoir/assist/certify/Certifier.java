package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the lowest score from which replies are wrong at most at the target's rate, with the target's confidence. Immutable;
 * n log n in the number of judgements.
 *
 * <p>Holds for judgements of replies drawn like live messages, and scores that were not made with these judgements.
 */
public final class Certifier {
    /*
     * Learn-then-Test (Angelopoulos, Bates, Candès, Jordan, Lei, arXiv 2110.01052): each of G thresholds is a hypothesis "the
     * error rate above it exceeds the target"; it is rejected where the Clopper-Pearson bound at risk / G is at most the
     * target (Bonferroni). All rejections hold together, so the lowest threshold may be taken. Fixed-sequence testing from
     * the top stops at the first noisy example and certifies little.
     *
     * The thresholds are the scores' own quantiles. That stays exact: given the score of the first reply left out, those
     * above it are an independent sample of all replies above it. Hence a threshold lies just above the score left out, and
     * ties fall together. The last threshold, which accepts all, is 0.
     *
     * Which groups stand alone depends on how many judgements they have, never on whether these were right.
     */
    private final Target target;
    private final boolean byChannel;
    private final boolean pooling;

    private Certifier(Target target, boolean byChannel, boolean pooling) {
        this.target = target;
        this.byChannel = byChannel;
        this.pooling = pooling;
    }

    /** One certificate for each source and language, where there are enough judgements. */
    public static Certifier of(Target target) {
        return new Certifier(target, false, false);
    }

    /** Tells channels apart too. */
    public Certifier byChannel() {
        return new Certifier(target, true, pooling);
    }

    /** Puts together the languages, and channels, of one source that have too few judgements alone; the certificate says so. */
    public Certifier pooling() {
        return new Certifier(target, byChannel, true);
    }

    public Target target() {
        return target;
    }

    /**
     * Certifies what can be certified.
     *
     * @param scoreVersion how the judgements' scores were made
     * @param knowledgeVersion the knowledge that the certificates shall hold for
     * @param now when they are made
     */
    public Certification certify(
            Collection<Judgement> judgements, String scoreVersion, String knowledgeVersion, Instant now) {
        List<Certificate> certificates = new ArrayList<>();
        List<Shortfall> shortfalls = new ArrayList<>();
        groups(judgements).forEach((scope, members) -> {
            Sample sample = new Sample(target, members);
            Sample.Level level = sample.lowestThreshold();
            if (level == null) {
                shortfalls.add(new Shortfall(scope, members.size(), target.leastReplies(), sample.more()));
            } else {
                certificates.add(certificate(scope, members, level, scoreVersion, knowledgeVersion, now));
            }
        });
        return new Certification(certificates, shortfalls);
    }

    private Certificate certificate(
            Scope scope, List<Judgement> members, Sample.Level level, String score, String knowledge, Instant now) {
        Comparator<Instant> order = Comparator.naturalOrder();
        Instant first = members.stream().map(Judgement::at).min(order).orElse(now);
        Instant last = members.stream().map(Judgement::at).max(order).orElse(now);
        int other = (int) members.stream()
                .filter(judgement -> !judgement.knowledgeVersion().equals(knowledge))
                .count();
        return new Certificate(
                        target,
                        scope,
                        level.threshold(),
                        level.accepted(),
                        level.errors(),
                        level.bound(),
                        members.size(),
                        first,
                        last,
                        score,
                        knowledge,
                        other,
                        now,
                        "")
                .sealed();
    }

    private SortedMap<Scope, List<Judgement>> groups(Collection<Judgement> judgements) {
        Comparator<Scope> order = Comparator.comparing(Scope::source)
                .thenComparing(scope -> scope.languages().toString())
                .thenComparing(scope -> scope.channels().toString());
        SortedMap<Scope, List<Judgement>> groups = new TreeMap<>(order);
        for (Judgement judgement : judgements) {
            Set<String> channels = byChannel ? Set.of(judgement.channel()) : Set.of();
            Scope scope = new Scope(judgement.source(), Set.of(judgement.language()), channels, false);
            groups.computeIfAbsent(scope, s -> new ArrayList<>()).add(judgement);
        }
        return pooling ? pooled(groups, order) : groups;
    }

    private SortedMap<Scope, List<Judgement>> pooled(
            SortedMap<Scope, List<Judgement>> groups, Comparator<Scope> order) {
        SortedMap<Scope, List<Judgement>> all = new TreeMap<>(order);
        SortedMap<String, List<Scope>> small = new TreeMap<>();
        groups.forEach((scope, members) -> {
            long candidates =
                    members.stream().filter(judgement -> judgement.score() > 0).count();
            if (candidates >= target.leastReplies()) {
                all.put(scope, members);
            } else {
                small.computeIfAbsent(scope.source(), s -> new ArrayList<>()).add(scope);
            }
        });
        small.forEach((source, scopes) -> {
            Set<Language> languages = new TreeSet<>();
            Set<String> channels = new TreeSet<>();
            List<Judgement> members = new ArrayList<>();
            for (Scope scope : scopes) {
                languages.addAll(scope.languages());
                channels.addAll(scope.channels());
                members.addAll(groups.getOrDefault(scope, List.of()));
            }
            all.put(new Scope(source, languages, channels, scopes.size() > 1), members);
        });
        return all;
    }
}
