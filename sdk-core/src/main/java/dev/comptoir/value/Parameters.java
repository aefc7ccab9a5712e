package dev.comptoir.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters by their names in the papers, in their order there. */
final class Parameters {
    private Parameters() {}

    static Map<String, Double> of(Object... namesAndValues) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return Collections.unmodifiableMap(parameters);
    }

    static void check(Map<String, Double> parameters) {
        parameters.forEach((name, value) -> {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The parameter " + name + " is " + value + "; it must be above 0 and finite.");
            }
        });
    }
}
