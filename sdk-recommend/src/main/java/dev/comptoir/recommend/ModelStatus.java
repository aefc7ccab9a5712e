package dev.comptoir.recommend;

/**
 * Whether a model has its say, and if not, why. Immutable.
 *
 * @param model its name, for example {@code popularity}, {@code repeat} or {@code ease}
 * @param active whether it adds to scores now
 * @param text what it rests on, or why it is silent, in the business's language
 */
public record ModelStatus(String model, boolean active, String text) {}
