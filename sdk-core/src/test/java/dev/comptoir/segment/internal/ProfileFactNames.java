package dev.comptoir.segment.internal;

import java.util.Set;

/** The facts of a profile, for tests of other packages. */
public final class ProfileFactNames {
    public static final Set<String> ALL = ProfileFacts.DEPENDENCES.keySet();

    private ProfileFactNames() {}
}
