package dev.comptoir.onnx;

import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.onnx.session.RunLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What all builders have in common: how a model is run. Not thread-safe. */
final class RunSettings {
    static final int DEFAULT_MAX_TOKENS = 256;

    private static final int LARGEST_WORKERS = 1024;
    private static final int LARGEST_QUEUE = 1_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    @Nullable
    Integer maxTokens;

    int workers = Runtime.getRuntime().availableProcessors();
    int queue = 256;
    Duration maxWait = Duration.ofSeconds(30);

    @Nullable
    Executor executor;

    /** What is outside its range. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Integer tokens = maxTokens;
        if (tokens != null && (tokens < 1 || tokens > ModelSettings.LARGEST_MAX_TOKENS)) {
            problems.add("maxTokens is " + tokens + "; 1 to " + ModelSettings.LARGEST_MAX_TOKENS + " is possible.");
        }
        if (workers < 1 || workers > LARGEST_WORKERS) {
            problems.add("workers is " + workers + "; 1 to " + LARGEST_WORKERS + " is possible.");
        }
        if (queue < 0 || queue > LARGEST_QUEUE) {
            problems.add("queue is " + queue + "; 0 to " + LARGEST_QUEUE + " is possible.");
        }
        if (maxWait.isNegative() || maxWait.compareTo(LONGEST_WAIT) > 0) {
            problems.add("maxWait is " + maxWait + "; PT0S to " + LONGEST_WAIT + " is possible.");
        }
        return problems;
    }

    RunLimits limits() {
        return new RunLimits(workers, queue, maxWait);
    }

    Crew crew() {
        return new Crew(workers, executor);
    }

    /** The limit of the builder, else of the folder, else the usual one; at least what this tokenizer needs. */
    int maxTokens(ModelSettings settings, int least) {
        Integer own = maxTokens;
        Integer folders = settings.maxTokens();
        int most = own != null ? own : folders != null ? folders : DEFAULT_MAX_TOKENS;
        if (most < least) {
            throw invalid(List.of("maxTokens is " + most + "; this tokenizer needs " + least + " at least."));
        }
        return most;
    }

    static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
    }

    private static ConfigurationException invalid(List<String> problems) {
        return new ConfigurationException(ErrorCode.CONFIGURATION_INVALID, String.join(" ", problems));
    }
}
