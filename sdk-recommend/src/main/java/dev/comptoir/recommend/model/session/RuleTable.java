package dev.comptoir.recommend.model.session;

/** Rules by the item they start from: what follows it, and how strongly. Immutable. */
final class RuleTable {
    private final boolean[] known;
    private final int[] first;
    private final int[] next;
    private final float[] weight;

    RuleTable(boolean[] known, int[][] next, float[][] weight) {
        this.known = known;
        this.first = new int[next.length + 1];
        for (int item = 0; item < next.length; item++) {
            first[item + 1] = Math.addExact(first[item], next[item].length);
        }
        this.next = new int[first[next.length]];
        this.weight = new float[this.next.length];
        for (int item = 0; item < next.length; item++) {
            System.arraycopy(next[item], 0, this.next, first[item], next[item].length);
            System.arraycopy(weight[item], 0, this.weight, first[item], next[item].length);
        }
    }

    int items() {
        return known.length;
    }

    /** Whether any session has the item. */
    boolean knows(int item) {
        return item < known.length && known[item];
    }

    /** The first rule of an item; its rules end before the first of the next item. */
    int first(int item) {
        return first[item];
    }

    /** The item that a rule leads to. */
    int next(int rule) {
        return next[rule];
    }

    /** How strong a rule is, above 0. */
    float weight(int rule) {
        return weight[rule];
    }
}
