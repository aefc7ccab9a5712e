package dev.comptoir.recommend.evaluate;

import java.util.List;

/**
 * A data set divided for an evaluation: windows to choose models and settings by, and windows to judge what was chosen. Each
 * window brings its own training; what was chosen on validation is trained anew on the training of each test window, which
 * holds what validation asked for where time allows it. Immutable and thread-safe.
 */
public final class Split {
    private final String protocol;
    private final Task task;
    private final List<Window> validation;
    private final List<Window> test;

    private Split(String protocol, Task task, List<Window> validation, List<Window> test) {
        this.protocol = protocol;
        this.task = task;
        this.validation = List.copyOf(validation);
        this.test = List.copyOf(test);
    }

    /**
     * A split of these windows.
     *
     * @param validation in order of time; may be empty
     * @param test in order of time
     * @throws LeakageException if a validation window ends after a test window begins, or, without times, asks about a unit of
     *     the test
     */
    public static Split of(String protocol, Task task, List<Window> validation, List<Window> test) {
        for (Window chosenBy : validation) {
            for (Window judgedBy : test) {
                Leakage.refuseBetween(chosenBy, judgedBy);
            }
        }
        return new Split(protocol, task, validation, test);
    }

    /** Which protocol made it. */
    public String protocol() {
        return protocol;
    }

    /** What is asked for; it decides which metrics are usual. */
    public Task task() {
        return task;
    }

    /** To choose by. */
    public List<Window> validation() {
        return validation;
    }

    /** To judge by, once. */
    public List<Window> test() {
        return test;
    }
}
