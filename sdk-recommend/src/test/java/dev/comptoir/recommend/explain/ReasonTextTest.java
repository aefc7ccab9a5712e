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
                "9|3|5|6|0|acheté lors de 3 de vos 5 derniers passages, la dernière fois il y a 6 jours|bought in 3 of the last 5 purchases, last 6 days ago",
                "2|2|2|1|0|acheté lors de 2 de vos 2 derniers passages, la dernière fois hier|bought in 2 of the last 2 purchases, last yesterday",
                "1|1|1|0|0|acheté lors de votre dernier passage, aujourd'hui|bought in the last purchase, today",
                "4|0|5|90|0|acheté 4 fois, la dernière fois il y a 90 jours|bought 4 times, last 90 days ago",
                "4|3|5|26|28|acheté lors de 3 de vos 5 derniers passages, tous les 28 jours, la dernière fois il y a 26 jours|bought in 3 of the last 5 purchases, every 28 days, last 26 days ago",
                "9|0|5|9|1|acheté 9 fois, tous les jours, la dernière fois il y a 9 jours|bought 9 times, every day, last 9 days ago",
                "1|0|5|400|0|acheté une fois, il y a 400 jours|bought once, 400 days ago",
            })
    void ownPurchasesAreTold(
            int times, int timesOfLast, int last, long daysAgo, long everyDays, String french, String english) {
        BoughtRegularly reason = new BoughtRegularly(times, timesOfLast, last, daysAgo, everyDays);

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
        assertThat(new TrendingHere(9, 7, 2.6).in(Locale.FRENCH))
                .isEqualTo("en hausse : 9 ventes en 7 jours, d'habitude 3");
        assertThat(new TrendingHere(1, 7, 0).in(Locale.ENGLISH)).isEqualTo("trending: 1 sale in 7 days, usually 0");
        assertThat(new SeenTogether("Baguette").in(Locale.FRENCH)).isEqualTo("souvent vu avec Baguette");
        assertThat(new SimilarText("Baguette").in(Locale.ENGLISH)).isEqualTo("similar description to Baguette");
        assertThat(new SimilarCustomers().in(Locale.FRENCH)).isEqualTo("acheté par des clients aux paniers semblables");
        assertThat(new Assorted().in(Locale.FRENCH)).isEqualTo("aussi dans notre assortiment");
        assertThat(new SameCategory("Pains").in(Locale.FRENCH)).isEqualTo("dans la même catégorie : Pains");
    }
}
