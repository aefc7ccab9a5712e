package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.Task;
import dev.comptoir.recommend.evaluate.Window;
import dev.comptoir.recommend.linalg.Tiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the models of a surface by asking them what happened next in a business's own past: searches each method's settings,
 * fits a blend, and lets it take the incumbent's place only where the data say that it is better. The same data, settings and
 * seed give the same choice for any number of threads. Immutable and thread-safe.
 */
public final class Selection {
    private static final int USUAL_EVALUATIONS = 100;
    private static final int USUAL_QUESTIONS = 4000;

    private final Surface surface;
    private final Portfolio portfolio;
    private final Limits limits;
    private final @Nullable Choice incumbent;
    private final int evaluations;
    private final int questions;
    private final long seed;
    private final SelectionProgress progress;

    private Selection(
            Surface surface,
            Portfolio portfolio,
            Limits limits,
            @Nullable Choice incumbent,
            int evaluations,
            int questions,
            long seed,
            SelectionProgress progress) {
        this.surface = surface;
        this.portfolio = portfolio;
        this.limits = limits;
        this.incumbent = incumbent;
        this.evaluations = evaluations;
        this.questions = questions;
        this.seed = seed;
        this.progress = progress;
    }

    /** A selection for a surface with 100 evaluations, up to 4,000 questions, seed 0 and the usual limits. */
    public static Selection of(Surface surface, Portfolio portfolio) {
        return new Selection(
                surface,
                portfolio,
                Limits.usual(),
                null,
                USUAL_EVALUATIONS,
                USUAL_QUESTIONS,
                0,
                SelectionProgress.NONE);
    }

    /** The same with other limits. */
    public Selection limits(Limits other) {
        return new Selection(surface, portfolio, other, incumbent, evaluations, questions, seed, progress);
    }

    /**
     * The same with what serves so far; without one it is what the portfolio begins with.
     *
     * @throws IllegalArgumentException if it serves another surface, or the portfolio has not all of its methods
     */
    public Selection incumbent(Choice serving) {
        if (serving.surface() != surface) {
            throw new IllegalArgumentException(
                    "The incumbent serves " + serving.surface() + ", but must serve " + surface + ".");
        }
        portfolio.blend(serving);
        return new Selection(surface, portfolio, limits, serving, evaluations, questions, seed, progress);
    }

    /**
     * The same with another bound on how often models are trained and asked in search of settings; 0 keeps all defaults.
     */
    public Selection evaluations(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("The number of evaluations is " + most + ", but must not be negative.");
        }
        return new Selection(surface, portfolio, limits, incumbent, most, questions, seed, progress);
    }

    /** The same with another bound on the questions asked; where there are more, customers or sessions are drawn. */
    public Selection questions(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("The number of questions is " + most + ", but must be at least 1.");
        }
        return new Selection(surface, portfolio, limits, incumbent, evaluations, most, seed, progress);
    }

    /** The same with another seed. */
    public Selection seed(long other) {
        return new Selection(surface, portfolio, limits, incumbent, evaluations, questions, other, progress);
    }

    /** The same with somebody who hears how far it is. */
    public Selection progress(SelectionProgress listener) {
        return new Selection(surface, portfolio, limits, incumbent, evaluations, questions, seed, listener);
    }

    /**
     * Chooses.
     *
     * @param task what the windows ask for
     * @param validation the windows to choose by, in order of time; what shall judge the choice afterwards must not be among them
     * @throws IllegalArgumentException if there is no window, or no method that the limits allow
     */
    public SelectionReport run(Task task, List<Window> validation, Tiles tiles) {
        if (validation.isEmpty()) {
            throw new IllegalArgumentException("The number of validation windows is 0, but must be at least 1.");
        }
        return new SelectionRun(
                        surface,
                        portfolio,
                        limits,
                        incumbent,
                        evaluations,
                        questions,
                        seed,
                        progress,
                        task,
                        validation,
                        tiles)
                .report();
    }
}
