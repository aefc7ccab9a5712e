package dev.comptoir.recommend.evaluate;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Refuses splits in which the model would see what it is asked for. Stateless. */
final class Leakage {
    private Leakage() {}

    static void refuseIn(Window window) {
        Histories train = window.train().histories();
        window.cut().ifPresent(cut -> {
            trainingAfter(train, cut);
            askedBefore(window.questions(), cut);
        });
        histories(window.questions());
        targetsInTraining(window);
    }

    private static void trainingAfter(Histories train, long cut) {
        long late = 0;
        for (int basket = 0; basket < train.baskets(); basket++) {
            late += train.time(basket) >= cut ? train.basketSize(basket) : 0;
        }
        refuse(late, "training events are not before the cut.");
    }

    private static void askedBefore(List<HeldOut> questions, long cut) {
        refuse(
                questions.stream()
                        .filter(question -> question.history().now() < cut)
                        .count(),
                "questions are asked before the cut, within the training.");
    }

    private static void histories(List<HeldOut> questions) {
        long late = 0;
        long tooMany = 0;
        long shown = 0;
        for (HeldOut question : questions) {
            History history = question.history();
            int baskets = history.baskets();
            for (int b = baskets - 1; b >= 0 && history.time(b) > history.now(); b--) {
                late += history.basketSize(b);
            }
            for (int b = question.earlier(); b < baskets; b++) {
                tooMany += history.basketSize(b);
            }
            if (question.historyMasked()) {
                for (int k = 0; k < question.targets(); k++) {
                    shown += history.find(question.target(k)) >= 0 ? 1 : 0;
                }
            }
        }
        refuse(late, "events of histories are later than the question.");
        refuse(tooMany, "events of histories are not before the target.");
        refuse(shown, "targets are shown in histories whose items are left out of the ranking.");
    }

    /** Of somebody who is asked about, training may hold only what the history holds too. */
    private static void targetsInTraining(Window window) {
        Histories train = window.train().histories();
        Map<Integer, Integer> rowOfUnit = new HashMap<>();
        for (int row = 0; row < train.knownRows(); row++) {
            rowOfUnit.put(window.unitOfRow(row), row);
        }
        long leaking = 0;
        for (HeldOut question : window.questions()) {
            Integer row = rowOfUnit.get(question.unit());
            leaking += row == null ? 0 : beyondHistory(train, row, question.history());
        }
        refuse(leaking, "training events of the users asked about are not in their histories; they may be the target.");
    }

    private static long beyondHistory(Histories train, int row, History history) {
        long beyond = 0;
        int next = 0;
        int first = train.firstBasket(row);
        for (int basket = first; basket < first + train.basketCount(row); basket++) {
            int at = next;
            while (at < history.baskets() && !same(train, basket, history, at)) {
                at++;
            }
            if (at == history.baskets()) {
                beyond += train.basketSize(basket);
            } else {
                next = at + 1;
            }
        }
        return beyond;
    }

    private static boolean same(Histories train, int basket, History history, int at) {
        if (train.time(basket) != history.time(at) || train.basketSize(basket) != history.basketSize(at)) {
            return false;
        }
        for (int k = 0; k < history.basketSize(at); k++) {
            if (train.item(train.firstLine(basket) + k) != history.item(at, k)) {
                return false;
            }
        }
        return true;
    }

    /** What is chosen on validation must not have seen the test. */
    static void refuseBetween(Window validation, Window test) {
        OptionalLong end = validation.end();
        OptionalLong cut = test.cut();
        if (end.isPresent() && cut.isPresent()) {
            refuse(
                    end.getAsLong() > cut.getAsLong() ? validation.questions().size() : 0,
                    "questions of the validation window " + validation.name() + " end after the test window "
                            + test.name() + " begins.");
            return;
        }
        Set<Integer> tested = new HashSet<>();
        test.questions().forEach(question -> tested.add(question.unit()));
        refuse(
                validation.questions().stream()
                        .filter(question -> tested.contains(question.unit()))
                        .count(),
                "questions of the validation are of users who are in the test.");
    }

    private static void refuse(long events, String what) {
        if (events > 0) {
            throw new LeakageException(events, what);
        }
    }
}
