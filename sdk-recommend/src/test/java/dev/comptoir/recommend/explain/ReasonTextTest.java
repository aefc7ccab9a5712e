package dev.comptoir.recommend.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9|3|5|6|acheté lors de 3 de vos 5 derniers passages, la dernière fois il y a 6 jours|bought in 3 of the last 5 purchases, last 6 days ago",
                "2|2|2|1|acheté lors de 2 de vos 2 derniers passages, la dernière fois hier|bought in 2 of the last 2 purchases, last yesterday",
                "1|1|1|0|acheté lors de votre dernier passage, aujourd'hui|bought in the last purchase, today",
                "4|0|5|90|acheté 4 fois, la dernière fois il y a 90 jours|bought 4 times, last 90 days ago",
                "1|0|5|400|acheté une fois, il y a 400 jours|bought once, 400 days ago",
            })
    void ownPurchasesAreTold(int times, int timesOfLast, int last, long daysAgo, String french, String english) {
        BoughtRegularly reason = new BoughtRegularly(times, timesOfLast, last, daysAgo);

        assertThat(reason.in(Locale.FRANCE)).isEqualTo(french);
        assertThat(reason.in(Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void otherReasonsAreTold() {
        assertThat(new BoughtTogether("Baguette", 12).in(Locale.FRENCH)).isEqualTo("souvent acheté avec Baguette");
        assertThat(new BoughtTogether("Baguette", 12).in(Locale.UK)).isEqualTo("often bought with Baguette");
        assertThat(new BoughtTogether("Baguette", 1).in(Locale.FRENCH)).isEqualTo("acheté une fois avec Baguette");
        assertThat(new PopularHere(30, 8).in(Locale.FRENCH)).isEqualTo("populaire ici ces 30 derniers jours");
        assertThat(new PopularHere(30, 0).in(Locale.FRENCH)).isEqualTo("populaire ici");
        assertThat(new PopularHere(30, 8).in(Locale.GERMAN)).isEqualTo("popular here in the last 30 days");
        assertThat(new SameCategory("Pains").in(Locale.FRENCH)).isEqualTo("dans la même catégorie : Pains");
    }
}
