package dev.comptoir.recommend.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HistoriesTest {
    @Test
    void basketsAreSortedByTimeAndTheirItemsCountOnce() {
        Histories histories = Histories.builder(5)
                .basket(30, 4, 1, 4)
                .basket(10, 2)
                .basket(20, 1, 0)
                .endUser()
                .endUser()
                .basket(5, 3)
                .endAnonymous()
                .build();

        assertThat(histories.rows()).isEqualTo(3);
        assertThat(histories.knownRows()).isEqualTo(2);
        assertThat(histories.baskets()).isEqualTo(4);
        assertThat(histories.lines()).isEqualTo(6);
        assertThat(histories.basketCount(1)).isZero();
        assertThat(histories.newest()).isEqualTo(30);
        History history = histories.history(0, 40);
        assertThat(history.now()).isEqualTo(40);
        assertThat(history.baskets()).isEqualTo(3);
        assertThat(history.time(0)).isEqualTo(10);
        assertThat(history.item(0, 0)).isEqualTo(2);
        assertThat(history.item(2, 0)).isEqualTo(1);
        assertThat(history.item(2, 1)).isEqualTo(4);
        assertThat(history.distinct()).isEqualTo(4);
        int one = history.find(1);
        assertThat(history.item(one)).isEqualTo(1);
        assertThat(history.count(one)).isEqualTo(2);
        assertThat(history.lastBasket(one)).isEqualTo(2);
        assertThat(history.find(3)).isNegative();
        InteractionMatrix matrix = histories.matrix();
        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.rowLength(0)).isEqualTo(4);
        assertThat(matrix.rowLength(1)).isZero();
        assertThat(matrix.item(2, 0)).isEqualTo(3);
    }

    @Test
    void basketsOfTheSameTimeKeepTheirOrder() {
        History history = Histories.builder(9)
                .basket(7, 8)
                .basket(7, 1)
                .basket(3, 5)
                .basket(7, 2)
                .endUser()
                .build()
                .history(0, 7);
        assertThat(new int[] {history.item(0, 0), history.item(1, 0), history.item(2, 0), history.item(3, 0)})
                .containsExactly(5, 8, 1, 2);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histories.builder(3).basket(0, 3))
                .withMessageContaining("The item index 3 lies outside of 0 to 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> Histories.builder(3).endAnonymous().endUser());
        assertThatIllegalArgumentException().isThrownBy(() -> History.of(0, new long[] {2, 1}, new int[][] {{0}, {0}}));
    }
}
