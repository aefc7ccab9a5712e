package dev.comptoir.recommend.model.session;

/**
 * The hyper-parameters of session neighbours. Immutable.
 *
 * @param neighbors k: how many of the most similar sessions speak, at least 1; 50 to 2,000 are usual
 * @param recentSessions m: only so many of the most recent sessions that share an item are looked at, at least 1; 500 to 10,000
 * @param similarity how alike two sessions are
 * @param positionWeight how much each step of the current session counts, the last one most (STAN: exponential, lambda 1)
 * @param stepDecay how the neighbour counts less, the longer ago the latest shared item was seen in the current session (VSTAN:
 *     exponential, lambda 4)
 * @param distanceDecay how an item of the neighbour counts less, the further it stands from the last shared one (STAN:
 *     exponential, lambda 3)
 * @param sessionDecayDays after how many days an earlier session counts only 1/e (STAN: lambda 2), above 0; infinity: never less
 * @param idfWeight c: how much rare items are favoured, 0 to 1,000; 0: not at all
 * @param lastItems only so many distinct items of the current session count, the latest; at least 1
 * @param remind whether items of the current session get scores too
 */
public record SessionNeighboursSettings(
        int neighbors,
        int recentSessions,
        Similarity similarity,
        Decay positionWeight,
        Decay stepDecay,
        Decay distanceDecay,
        double sessionDecayDays,
        double idfWeight,
        int lastItems,
        boolean remind) {
    public SessionNeighboursSettings {
        atLeastOne("number of neighbors", neighbors);
        atLeastOne("number of recent sessions", recentSessions);
        atLeastOne("number of last items", lastItems);
        if (!(sessionDecayDays > 0)) {
            throw new IllegalArgumentException(
                    "The decay of sessions is " + sessionDecayDays + " days, but must be above 0.");
        }
        if (!(idfWeight >= 0 && idfWeight <= 1000)) {
            throw new IllegalArgumentException("The idf weight is " + idfWeight + ", but must be 0 to 1000.");
        }
    }

    /** VSKNN as tuned for the clicks of RSC15: the latest items count most, no times. */
    public static SessionNeighboursSettings vsknn() {
        return new SessionNeighboursSettings(
                100,
                1000,
                Similarity.VEC,
                Decay.of(Decay.Shape.QUADRATIC),
                Decay.of(Decay.Shape.QUADRATIC),
                Decay.same(),
                Double.POSITIVE_INFINITY,
                0,
                Integer.MAX_VALUE,
                true);
    }

    /** STAN as tuned for the clicks of RSC15: recent sessions and items near the shared one count most. */
    public static SessionNeighboursSettings stan() {
        return new SessionNeighboursSettings(
                1000,
                10_000,
                Similarity.COSINE,
                Decay.exponential(0.5),
                Decay.same(),
                Decay.exponential(0.5),
                20,
                0,
                Integer.MAX_VALUE,
                true);
    }

    /** VSTAN as tuned for the clicks of RSC15: STAN with rare items favoured and the step of the shared item counted. */
    public static SessionNeighboursSettings vstan() {
        return new SessionNeighboursSettings(
                1500,
                10_000,
                Similarity.COSINE,
                Decay.exponential(0.5),
                Decay.exponential(2),
                Decay.exponential(2),
                5,
                2,
                Integer.MAX_VALUE,
                true);
    }

    /**
     * For clicks and receipts of a small shop: chosen on clicks of RSC15 and receipts of a bakery that were kept for that, without
     * the days on which they are reported.
     */
    public static SessionNeighboursSettings smallShop() {
        return new SessionNeighboursSettings(
                500,
                2500,
                Similarity.VEC,
                Decay.exponential(2),
                Decay.of(Decay.Shape.QUADRATIC),
                Decay.of(Decay.Shape.DIV),
                90,
                0.5,
                100,
                true);
    }

    /** The same with other {@link #neighbors}. */
    public SessionNeighboursSettings withNeighbors(int changed) {
        return with(changed, recentSessions, sessionDecayDays, idfWeight, remind);
    }

    /** The same with other {@link #recentSessions}. */
    public SessionNeighboursSettings withRecentSessions(int changed) {
        return with(neighbors, changed, sessionDecayDays, idfWeight, remind);
    }

    /** The same with another {@link #sessionDecayDays}. */
    public SessionNeighboursSettings withSessionDecayDays(double changed) {
        return with(neighbors, recentSessions, changed, idfWeight, remind);
    }

    /** The same with another {@link #idfWeight}. */
    public SessionNeighboursSettings withIdfWeight(double changed) {
        return with(neighbors, recentSessions, sessionDecayDays, changed, remind);
    }

    /** The same with another {@link #remind}. */
    public SessionNeighboursSettings withRemind(boolean changed) {
        return with(neighbors, recentSessions, sessionDecayDays, idfWeight, changed);
    }

    private SessionNeighboursSettings with(
            int neighborCount, int sessions, double decayDays, double idf, boolean reminds) {
        return new SessionNeighboursSettings(
                neighborCount,
                sessions,
                similarity,
                positionWeight,
                stepDecay,
                distanceDecay,
                decayDays,
                idf,
                lastItems,
                reminds);
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + what + " is " + value + ", but must be at least 1.");
        }
    }
}
