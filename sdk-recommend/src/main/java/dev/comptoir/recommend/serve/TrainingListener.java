package dev.comptoir.recommend.serve;

/** Is told how far training is. Called by the thread that trains, under none of our locks but that of training. */
@FunctionalInterface
public interface TrainingListener {
    /** One that does nothing. */
    TrainingListener NONE = (model, done, total) -> {};

    /**
     * A model is about to be learnt, or all are.
     *
     * @param model which; empty when all are done
     * @param done how many are done
     * @param total how many there are
     */
    void progress(String model, int done, int total);
}
