package dev.comptoir.assist;

import dev.comptoir.Business;
import dev.comptoir.assist.certify.Assessment;
import dev.comptoir.assist.certify.Autonomy;
import dev.comptoir.assist.certify.Decision;
import dev.comptoir.assist.certify.Target;
import dev.comptoir.assist.certify.Verdict;
import dev.comptoir.assist.understand.Language;
import java.util.List;
import java.util.function.UnaryOperator;

/** Assistants whose merchant has reviewed enough replies: all right from a score of .8, all wrong at {@value #WRONG}. */
public final class Certified {
    static final double WRONG = 0.7;

    private Certified() {}

    /** An assistant that may answer from the knowledge in both languages. */
    public static Assistant assistant(Business business, UnaryOperator<AssistantBuilder> settings) {
        Autonomy autonomy = Autonomy.of(business, Target.wrongAtMost(0.05));
        Assistant assistant =
                settings.apply(Assistant.builder(business)).autonomy(autonomy).build();
        grant(assistant, autonomy, "knowledge");
        return assistant;
    }

    /** Reviews and certifies replies of these sources. */
    static void grant(Assistant assistant, Autonomy autonomy, String... sources) {
        // A hand-over asks no model, and names the versions.
        Assessment probe = assistant.reply(Message.anonymous("humain")).assessment();
        for (String source : sources) {
            for (Language language : Language.values()) {
                for (int i = 0; i < 300; i++) {
                    boolean right = i < 200;
                    double score = right ? 0.8 : WRONG;
                    autonomy.reviewed(
                            new Assessment(
                                    Decision.DRAFT,
                                    source,
                                    score,
                                    score,
                                    probe.features(),
                                    language,
                                    "",
                                    List.of(),
                                    probe.scoreVersion(),
                                    probe.knowledgeVersion()),
                            null,
                            right ? Verdict.sentUnchanged() : Verdict.discarded());
                }
            }
        }
        autonomy.renew();
    }
}
