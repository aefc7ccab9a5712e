package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"card-0042", "Élodie", "客户", "\uD83E\uDD50", "a b"})
    void printableIdsAreKeptAsTheyAre(String id) {
        assertThat(CustomerId.of(id)).hasToString(id).isEqualTo(new CustomerId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a\n", "a\u0000b", "\uD83E", "x\uDD50"})
    void othersAreRefused(String id) {
        assertThatThrownBy(() -> ProductId.of(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdOfTenKilobytesIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> CustomerId.of("x".repeat(10_240)))
                .hasMessageContaining("10240 characters; at most 200")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }
}
