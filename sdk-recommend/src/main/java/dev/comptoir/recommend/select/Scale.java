package dev.comptoir.recommend.select;

/** What a component's scores are divided by before they are added to others', anew for every history. */
public enum Scale {
    /** The largest absolute score: what stands out keeps standing out. */
    MAXIMUM {
        @Override
        public double of(float[] scores) {
            float largest = 0;
            for (float score : scores) {
                largest = Math.max(largest, Math.abs(score));
            }
            return largest;
        }
    },
    /** The standard deviation over all items: for models that score all items a little. */
    DEVIATION {
        @Override
        public double of(float[] scores) {
            double sum = 0;
            for (float score : scores) {
                sum += score;
            }
            double mean = sum / Math.max(1, scores.length);
            double squares = 0;
            for (float score : scores) {
                squares += (score - mean) * (score - mean);
            }
            return Math.sqrt(squares / Math.max(1, scores.length));
        }
    };

    /** At least 0; 0 where the scores do not tell items apart. */
    public abstract double of(float[] scores);
}
