package dev.comptoir.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the public data sets that tests tagged {@code data} read. They are not part of the project: the folder is named by
 * the system property {@code comptoir.data} or the environment variable {@code COMPTOIR_DATA}; without either,
 * {@code ../shared/data} is looked for from the working directory and its parent.
 */
public final class PublicData {
    private PublicData() {}

    /** The folder of one data set; where it is absent, the running test is skipped with the reason. */
    public static Path require(String dataSet) {
        return find(dataSet)
                .orElseGet(
                        () -> abort(
                                "The data set " + dataSet
                                        + " is not here. Maybe set -Dcomptoir.data=FOLDER or COMPTOIR_DATA to the folder that holds it?"));
    }

    /** The folder of one data set, where it is present. */
    public static Optional<Path> find(String dataSet) {
        String named = named();
        if (named != null) {
            return existing(Path.of(named, dataSet));
        }
        return existing(Path.of("..", "shared", "data", dataSet))
                .or(() -> existing(Path.of("..", "..", "shared", "data", dataSet)));
    }

    private static @Nullable String named() {
        String property = System.getProperty("comptoir.data");
        return property != null ? property : System.getenv("COMPTOIR_DATA");
    }

    private static Optional<Path> existing(Path folder) {
        return Files.isDirectory(folder) ? Optional.of(folder.toAbsolutePath().normalize()) : Optional.empty();
    }
}
