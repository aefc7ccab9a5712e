package dev.comptoir.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
    @Test
    void thePageListsEveryCodeAndNoOther() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));
        List<String> listed = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| (yes|no) \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code.id() + " " + (code.retryable() ? "yes" : "no"))
                        .toList());
    }

    @Test
    void messagesBeginWithTheCode() {
        assertThat(new OverloadedException("The queue is full.")).hasMessage("[overloaded] The queue is full.");
    }
}
