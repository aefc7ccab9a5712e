package dev.comptoir.profile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole numbers in order, to tell how many are below another, while single ones change: blocks of a few hundred, so that a change
 * moves a few hundred at most. Of n numbers a question or a change costs about n/400 + 200 steps. Not thread-safe.
 */
final class RankedLongs {
    private static final int BLOCK = 512;

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** Takes the numbers in any order; they are sorted in place. */
    RankedLongs(long... numbers) {
        Arrays.sort(numbers);
        int step = BLOCK * 3 / 4;
        for (int from = 0; from < numbers.length; from += step) {
            Block block = new Block();
            block.size = Math.min(step, numbers.length - from);
            System.arraycopy(numbers, from, block.numbers, 0, block.size);
            blocks.add(block);
        }
        size = numbers.length;
    }

    int size() {
        return size;
    }

    /** How many are smaller. */
    int below(long number) {
        int below = 0;
        for (Block block : blocks) {
            if (block.last() >= number) {
                return below + block.firstNotBelow(number);
            }
            below += block.size;
        }
        return below;
    }

    /** How many are smaller or equal. */
    int notAbove(long number) {
        return number == Long.MAX_VALUE ? size : below(number + 1);
    }

    void add(long number) {
        size++;
        if (blocks.isEmpty()) {
            blocks.add(new Block());
        }
        int b = blockOf(number);
        Block block = blocks.get(b);
        if (block.size == BLOCK) {
            Block upper = block.split();
            blocks.add(b + 1, upper);
            block = number <= block.last() ? block : upper;
        }
        block.insert(number);
    }

    /** Takes away one that is there. */
    void remove(long number) {
        int b = blockOf(number);
        blocks.get(b).remove(number);
        size--;
        if (blocks.get(b).size == 0) {
            blocks.remove(b);
        }
    }

    private int blockOf(long number) {
        int b = 0;
        while (b < blocks.size() - 1 && blocks.get(b).last() < number) {
            b++;
        }
        return b;
    }

    private static final class Block {
        private final long[] numbers = new long[BLOCK];
        private int size;

        long last() {
            return numbers[size - 1];
        }

        /** Of equals the first. */
        int firstNotBelow(long number) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[middle] < number) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void insert(long number) {
            int place = firstNotBelow(number);
            System.arraycopy(numbers, place, numbers, place + 1, size - place);
            numbers[place] = number;
            size++;
        }

        void remove(long number) {
            int place = firstNotBelow(number);
            if (place == size || numbers[place] != number) {
                throw new IllegalStateException("A number that was never added is taken away.");
            }
            System.arraycopy(numbers, place + 1, numbers, place, size - place - 1);
            size--;
        }

        Block split() {
            Block upper = new Block();
            int half = size / 2;
            upper.size = size - half;
            System.arraycopy(numbers, half, upper.numbers, 0, upper.size);
            size = half;
            return upper;
        }
    }
}
