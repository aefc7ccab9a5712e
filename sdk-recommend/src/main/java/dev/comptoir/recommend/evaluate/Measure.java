package dev.comptoir.recommend.evaluate;

/** How one ranked list is measured. Stateless. */
enum Measure {
    HITS_OF_REACHABLE("hits / min(k, targets)") {
        @Override
        double of(Answer answer, int k) {
            return (double) answer.hits(k) / Math.min(k, answer.targets());
        }
    },
    HITS_OF_TARGETS("hits / targets") {
        @Override
        double of(Answer answer, int k) {
            return (double) answer.hits(k) / answer.targets();
        }
    },
    HITS_OF_PLACES("hits / k") {
        @Override
        double of(Answer answer, int k) {
            return (double) answer.hits(k) / k;
        }
    },
    ANY_HIT("1 where any target is in the list, else 0") {
        @Override
        double of(Answer answer, int k) {
            return answer.hits(k) > 0 ? 1 : 0;
        }
    },
    GAIN_OF_REACHABLE("log2 discount, ideal over min(k, targets)") {
        @Override
        double of(Answer answer, int k) {
            return answer.gain(k) / Discount.ideal(Math.min(k, answer.targets()));
        }
    },
    GAIN_OF_TARGETS("log2 discount, ideal over all targets") {
        @Override
        double of(Answer answer, int k) {
            return answer.gain(k) / Discount.ideal(answer.targets());
        }
    },
    RECIPROCAL_RANK("1 / place of the first hit, 0 beyond k") {
        @Override
        double of(Answer answer, int k) {
            for (int place = 0; place < answer.places(k); place++) {
                if (answer.hit(place)) {
                    return 1.0 / (place + 1);
                }
            }
            return 0;
        }
    },
    AVERAGE_PRECISION("precision at each hit, summed / min(k, targets)") {
        @Override
        double of(Answer answer, int k) {
            double sum = 0;
            int hits = 0;
            for (int place = 0; place < answer.places(k); place++) {
                if (answer.hit(place)) {
                    hits++;
                    sum += (double) hits / (place + 1);
                }
            }
            return sum / Math.min(k, answer.targets());
        }
    };

    private final String variant;

    Measure(String variant) {
        this.variant = variant;
    }

    String variant() {
        return variant;
    }

    /** The value for an answer with at least one target. */
    abstract double of(Answer answer, int k);

    /** What a place is worth. */
    static final class Discount {
        private Discount() {}

        /** The weight of a place, 0 being the first. */
        static double at(int place) {
            return Math.log(2) / Math.log(place + 2);
        }

        /** The gain of hits on all of the first places. */
        static double ideal(int places) {
            double sum = 0;
            for (int place = 0; place < places; place++) {
                sum += at(place);
            }
            return sum;
        }
    }
}
