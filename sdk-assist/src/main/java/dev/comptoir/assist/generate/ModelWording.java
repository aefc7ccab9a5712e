package dev.comptoir.assist.generate;

import dev.comptoir.assist.guard.NumberGrounding;
import dev.comptoir.assist.route.Found;
import dev.comptoir.assist.route.ReasonCode;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Has a language model word a body within a deadline, and checks what it wrote. Thread-safe. */
final class ModelWording implements AutoCloseable {
    static final int MAX_BODY = 4_000;
    /** A model that hangs takes a thread with it: these are all that it can take. */
    static final int MAX_CALLS = 4;

    private final ChatModel model;
    private final Duration deadline;
    private final ThreadPoolExecutor threads;

    ModelWording(ChatModel model, Duration deadline, String name) {
        this.model = model;
        this.deadline = deadline;
        AtomicInteger numbers = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(0, MAX_CALLS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "comptoir-chat-" + name + "-" + numbers.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A checked body, or the reason why there is none. Never throws for what the model does. */
    Result word(String message, List<Found> found, Language language) {
        Prompt prompt = Prompt.of(message, found, language);
        Future<String> call;
        try {
            call = threads.submit(() -> ask(prompt));
        } catch (RejectedExecutionException e) {
            return Result.failed(ReasonCode.CHAT_BUSY);
        }
        try {
            return check(call.get(deadline.toNanos(), TimeUnit.NANOSECONDS), prompt, language);
        } catch (TimeoutException e) {
            call.cancel(true);
            return Result.failed(ReasonCode.CHAT_TIMED_OUT);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Result.failed(ReasonCode.CHAT_FAILED);
        } catch (ExecutionException e) {
            return Result.failed(ReasonCode.CHAT_FAILED);
        }
    }

    private String ask(Prompt prompt) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(prompt.rules()), UserMessage.from(prompt.data()))
                .build();
        String text = model.chat(request).aiMessage().text();
        return text == null ? "" : text;
    }

    private static Result check(String raw, Prompt prompt, Language language) {
        if (raw.length() > MAX_BODY) {
            return Result.failed(ReasonCode.CHAT_TOO_LONG);
        }
        String text = visible(raw);
        if (!TextNormalizer.hasWords(text)) {
            return Result.failed(ReasonCode.CHAT_EMPTY);
        }
        boolean leaks = text.contains(prompt.fence());
        if (leaks || !NumberGrounding.ungrounded(text, prompt.evidence()).isEmpty()) {
            return Result.failed(ReasonCode.CHAT_UNGROUNDED);
        }
        if (LanguageDetector.detect(text).filter(found -> found != language).isPresent()) {
            return Result.failed(ReasonCode.CHAT_OTHER_LANGUAGE);
        }
        return new Result(text, ReasonCode.WORDED_BY_MODEL);
    }

    /** Without control and direction characters, behind which text can hide from a reader. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n'
                        || (Character.getType(c) != Character.CONTROL
                                && Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.SURROGATE))
                .forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /**
     * @param text the body; empty where the model's was not used
     * @param code what became of it
     */
    record Result(String text, ReasonCode code) {
        static Result failed(ReasonCode code) {
            return new Result("", code);
        }
    }
}
