package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.model.Algorithm;
import dev.comptoir.recommend.model.ScorerContract;
import org.junit.jupiter.api.Nested;

/** All settings of the sessions' algorithms keep to the contract. */
class SessionContractTest {
    @Nested
    class SequentialRules extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return SequentialRulesAlgorithm.rsc15();
        }
    }

    @Nested
    class DampedRulesOfTheLastSteps extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return new SequentialRulesAlgorithm(new SequentialRulesSettings(
                    3, Decay.of(Decay.Shape.LOG), 5, 0.5, 4, Decay.of(Decay.Shape.LINEAR), false));
        }
    }

    @Nested
    class Vsknn extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return SessionNeighboursAlgorithm.vsknn();
        }
    }

    @Nested
    class Stan extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return SessionNeighboursAlgorithm.stan();
        }
    }

    @Nested
    class Vstan extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return SessionNeighboursAlgorithm.vstan();
        }
    }

    @Nested
    class FewNeighborsWithoutReminders extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return new SessionNeighboursAlgorithm(SessionNeighboursSettings.vstan()
                    .withNeighbors(5)
                    .withRecentSessions(12)
                    .withRemind(false));
        }
    }

    @Nested
    class SmallShop extends ScorerContract {
        @Override
        protected Algorithm algorithm() {
            return SessionNeighboursAlgorithm.smallShop();
        }
    }
}
