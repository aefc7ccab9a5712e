package dev.comptoir.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.CustomerId;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    @SuppressWarnings("NullAway")
    void nullIsRefused() {
        assertThatThrownBy(() -> Message.anonymous(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Message.from(null, "a")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Message.from(CustomerId.of("a"), null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void longerThanOneMebiIsRefusedWithTheLimit() {
        assertThatThrownBy(() -> Message.anonymous("a".repeat(Message.MAX_TEXT + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1048577")
                .hasMessageContaining("1048576");
    }

    @Test
    void halvesOfCharactersAreReplaced() {
        assertThat(Message.anonymous("a\ud83d").text()).isEqualTo("a?");
    }

    @Test
    void itsStringHoldsNoWords() {
        assertThat(Message.from(CustomerId.of("ana"), "secret").toString())
                .doesNotContain("secret")
                .doesNotContain("ana");
    }
}
