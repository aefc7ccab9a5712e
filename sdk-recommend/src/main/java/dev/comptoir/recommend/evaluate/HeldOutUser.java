package dev.comptoir.recommend.evaluate;

import java.util.List;

/**
 * Somebody who was not there in training. Immutable.
 *
 * @param foldIn distinct items shown to the model, ascending
 * @param target distinct items to be found, ascending, none of them in {@code foldIn}
 */
record HeldOutUser(List<Integer> foldIn, List<Integer> target) {
    HeldOutUser {
        foldIn = foldIn.stream().distinct().sorted().toList();
        List<Integer> shown = foldIn;
        target = target.stream()
                .distinct()
                .filter(item -> !shown.contains(item))
                .sorted()
                .toList();
    }
}
