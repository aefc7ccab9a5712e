package dev.comptoir.assist.intent;

import java.util.List;
import java.util.Map;

/**
 * What came of the examples. Holds no text of them. Immutable.
 *
 * @param examples how many are used
 * @param intents how many there are
 * @param blank places (from 0) of examples without a letter or digit; they are not used
 * @param duplicates places of examples that repeat an earlier one, case and accents aside; they are not used
 * @param contradictions texts that are examples of several intents; all are used
 * @param models the embedding models in use
 * @param failures what went wrong with embedding models that are therefore not in use
 * @param weights how much each expert counts, by name, for example {@code words/linear}
 * @param gates whether there were enough intents to learn what none of them looks like; without, {@code foreign} and
 *     {@code uncovered} are the shares expected
 * @param quality of the guesses on examples left out in turn
 */
public record IntentReport(
        int examples,
        int intents,
        List<Integer> blank,
        List<Integer> duplicates,
        List<Contradiction> contradictions,
        List<String> models,
        List<String> failures,
        Map<String, Double> weights,
        boolean gates,
        Quality quality) {
    public IntentReport {
        blank = List.copyOf(blank);
        duplicates = List.copyOf(duplicates);
        contradictions = List.copyOf(contradictions);
        models = List.copyOf(models);
        failures = List.copyOf(failures);
    }

    /**
     * One text, several intents.
     *
     * @param examples their places, from 0
     * @param intents their names
     */
    public record Contradiction(List<Integer> examples, List<String> intents) {
        public Contradiction {
            examples = List.copyOf(examples);
            intents = List.copyOf(intents);
        }
    }
}
