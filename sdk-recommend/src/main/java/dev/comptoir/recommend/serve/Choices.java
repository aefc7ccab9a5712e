package dev.comptoir.recommend.serve;

import dev.comptoir.recommend.select.Choice;
import dev.comptoir.recommend.select.Surface;
import java.util.EnumMap;
import java.util.Map;

/** What was chosen for a business: given by the caller, which comes first, or found in its own past and kept. Guarded by its user. */
final class Choices {
    private final Map<Surface, Choice> given;
    private final ChoiceStore store;
    private final Map<Surface, Choice> found = new EnumMap<>(Surface.class);
    private boolean read;
    private long erasures;

    Choices(Map<Surface, Choice> given, ChoiceStore store) {
        this.given = given;
        this.store = store;
    }

    /** All of them. An erasure drops what was kept: what is remembered here is then kept anew, for it names nobody. */
    Map<Surface, Choice> asOf(TrainingInput input) {
        if (!read) {
            found.putAll(store.all(input.erasures()));
            read = true;
        } else if (erasures != input.erasures()) {
            found.values().forEach(choice -> store.put(choice, input.sequence(), input.erasures()));
        }
        erasures = input.erasures();
        Map<Surface, Choice> all = new EnumMap<>(Surface.class);
        all.putAll(found);
        all.putAll(given);
        return all;
    }

    void choose(Choice choice, TrainingInput input) {
        found.put(choice.surface(), choice);
        store.put(choice, input.sequence(), input.erasures());
    }
}
