package dev.comptoir.assist.understand;

import java.util.EnumSet;
import java.util.Set;

/** Phrases that call for a human, in French and English, with or without accents, in any case. Linear time. */
final class HandoffSignals {
    private HandoffSignals() {}

    /** The signals in the newest words of a message. */
    static Set<Signal> in(String text) {
        String folded = TextNormalizer.fold(text);
        String sentences = Phrases.fold(text);
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        add(signals, Signal.SELF_HARM, SelfHarm.PHRASES.in(sentences));
        add(signals, Signal.VIOLENCE, Violence.PHRASES.in(sentences));
        add(signals, Signal.HUMAN_REQUESTED, HumanRequest.in(folded));
        add(signals, Signal.LEGAL_THREAT, LegalThreat.PHRASES.in(sentences));
        add(signals, Signal.ACCOUNT_DETAILS, AccountDetails.PHRASES.in(sentences) || AccountDetails.holdsNumber(text));
        add(signals, Signal.ANGER, Anger.PHRASES.in(sentences));
        add(signals, Signal.SENSITIVE, SensitiveData.PHRASES.in(sentences));
        return signals;
    }

    private static void add(Set<Signal> signals, Signal signal, boolean present) {
        if (present) {
            signals.add(signal);
        }
    }
}
