package dev.comptoir.benchmarks;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.assist.Assistant;
import dev.comptoir.assist.AssistantBuilder;
import dev.comptoir.assist.Message;
import dev.comptoir.assist.Reply;
import dev.comptoir.assist.certify.Judgement;
import dev.comptoir.assist.certify.Scope;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.DataException;
import dev.comptoir.error.ErrorCode;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Certificates for replies from questions and answers, by the assistant itself: each query's reply is judged by whether it rests
 * on the right entry. There are no queries to spare, so halves stand for reviewed and fresh replies, again and again.
 */
final class CertifyFaq {
    private final Path data;
    private final List<EmbeddingModel> models;
    private final boolean trusted;

    CertifyFaq(Path data, List<EmbeddingModel> models, boolean trusted) {
        this.data = data;
        this.models = models;
        this.trusted = trusted;
    }

    List<Judgement> judged() {
        List<Judgement> judgements = new ArrayList<>();
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business business = comptoir.business("faq");
            AssistantBuilder builder = Assistant.builder(business).knowledge(data);
            if (models.isEmpty()) {
                builder.wordsAlone();
            } else {
                builder.embeddings(
                        models.get(0), trusted ? EnumSet.allOf(Language.class) : EnumSet.of(Language.ENGLISH));
            }
            try (Assistant assistant = builder.build()) {
                DataFolder.rows(data.resolve("queries.csv"), row -> {
                    String query = row.findField("query").orElse("");
                    String id = row.findField("id").orElse("");
                    if (!query.isBlank()) {
                        judgements.add(judged(assistant.reply(Message.anonymous(query)), id));
                    }
                });
            }
        }
        if (judgements.isEmpty()) {
            throw new DataException(
                    ErrorCode.IMPORT_UNREADABLE,
                    "The file " + data.resolve("queries.csv") + " holds no query. Maybe its columns are not query,id?");
        }
        return judgements;
    }

    /** A question back is no answer: it counts as one that is not sent. */
    private static Judgement judged(Reply reply, String id) {
        boolean right = !reply.citations().isEmpty()
                && reply.citations().get(0).entryId().equals(id);
        double score =
                reply.clarification().isPresent() ? 0 : reply.assessment().baseScore();
        return new Judgement(Instant.EPOCH, score, right, Language.FRENCH, "", Scope.KNOWLEDGE, "benchmark");
    }

    static List<CertifyRow> rows(
            List<Judgement> all, List<Double> rates, double risk, double declared, int draws, long seed) {
        List<CertifyRow> rows = new ArrayList<>();
        for (double rate : rates) {
            Target target = Target.wrongAtMost(rate).withConfidence(1 - risk);
            Target at = target.atDeclaredThreshold(declared);
            String name = String.format(Locale.ROOT, "declared %.2f", declared);
            // Judged by the very replies it was made from: says what there would be, not whether it holds.
            rows.add(CertifyRow.certificate("grid, all queries", target, all, List.of()));
            rows.add(CertifyRow.certificate(name + ", all queries", at, all, List.of()));
            rows.add(sum("grid, halves", draws, seed, all, (r, f) -> CertifyRow.certificate("", target, r, f)));
            rows.add(sum(name + ", halves", draws, seed, all, (r, f) -> CertifyRow.certificate("", at, r, f)));
            rows.add(sum("of all, halves", draws, seed, all, (r, f) -> CertifyRow.ofAllMail("", rate, r, f)));
            rows.add(leaveOneOut(rate, all));
        }
        return rows;
    }

    private interface Trial {
        CertifyRow on(List<Judgement> reviewed, List<Judgement> fresh);
    }

    /** Many halves as one row: errors and answers are added up, and threshold and bound are the means of those granted. */
    private static CertifyRow sum(String name, int draws, long seed, List<Judgement> all, Trial trial) {
        List<CertifyRow> rows = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            List<Judgement> shuffled = new ArrayList<>(all);
            SplittableRandom random = new SplittableRandom(seed + draw);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                Judgement swapped = shuffled.get(i);
                shuffled.set(i, shuffled.get(j));
                shuffled.set(j, swapped);
            }
            int half = all.size() / 2;
            rows.add(trial.on(shuffled.subList(0, half), shuffled.subList(half, all.size())));
        }
        return added(name, rows);
    }

    private static CertifyRow leaveOneOut(double rate, List<Judgement> all) {
        List<CertifyRow> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Judgement> others = new ArrayList<>(all);
            Judgement one = others.remove(i);
            rows.add(CertifyRow.ofAllMail("", rate, others, List.of(one)));
        }
        return added("of all, leave one out", rows);
    }

    private static CertifyRow added(String name, List<CertifyRow> rows) {
        List<CertifyRow> granted = rows.stream().filter(CertifyRow::granted).toList();
        int answered = rows.stream().mapToInt(CertifyRow::answered).sum();
        int fresh = rows.stream().mapToInt(CertifyRow::fresh).sum();
        return new CertifyRow(
                name + ", " + granted.size() + "/" + rows.size(),
                rows.get(0).rate(),
                !granted.isEmpty(),
                granted.stream().mapToDouble(CertifyRow::threshold).average().orElse(Double.NaN),
                granted.stream().mapToDouble(CertifyRow::bound).average().orElse(Double.NaN),
                rows.get(0).calibration(),
                fresh == 0 ? 0 : (double) answered / fresh,
                rows.stream().mapToInt(CertifyRow::wrong).sum(),
                answered,
                fresh,
                rows.get(0).ofAll());
    }
}
