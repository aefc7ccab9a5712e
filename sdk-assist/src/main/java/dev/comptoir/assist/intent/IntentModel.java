package dev.comptoir.assist.intent;

import dev.comptoir.assist.understand.Language;

/** Tells intents apart. An implementation is thread-safe and deterministic. */
public interface IntentModel {
    /**
     * What a question wants.
     *
     * @param question one question of a message, cleaned
     * @throws dev.comptoir.error.ModelException if a model behind it fails
     */
    IntentGuess classify(String question, Language language);
}
