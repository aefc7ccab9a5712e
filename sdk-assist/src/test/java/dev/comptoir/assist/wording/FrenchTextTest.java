package dev.comptoir.assist.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.Money;
import dev.comptoir.assist.wording.FrenchText.Gender;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No-break spaces are written as {@code _} in the expected texts. */
class FrenchTextTest {
    @ParameterizedTest
    @CsvSource({
        "croissants,de croissants",
        "olives,d'olives",
        "éclairs,d'éclairs",
        "Éclairs,d'Éclairs",
        "œufs,d'œufs",
        "huile,d'huile",
        "herbes,d'herbes",
        "hachis parmentier,de hachis parmentier",
        "haricots verts,de haricots verts",
        "homard,de homard",
        "yaourts,de yaourts",
        "Yonne,d'Yonne",
        "onze heures,de onze heures",
        "avril,d'avril",
        "août,d'août",
        "mai,de mai",
        "8 mai,de 8 mai",
        "A,de A"
    })
    void de_isElidedBeforeAHeardVowel(String words, String expected) {
        assertThat(FrenchText.de(words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pain,MASCULINE,le pain,au pain,du pain",
        "baguette,FEMININE,la baguette,à la baguette,de la baguette",
        "éclair,MASCULINE,l'éclair,à l'éclair,de l'éclair",
        "huile,FEMININE,l'huile,à l'huile,de l'huile",
        "haricot,MASCULINE,le haricot,au haricot,du haricot",
        "housse,FEMININE,la housse,à la housse,de la housse",
        "éclairs,PLURAL,les éclairs,aux éclairs,des éclairs",
        "huit,MASCULINE,le huit,au huit,du huit"
    })
    void articles_areContractedOrElided(String noun, Gender gender, String le, String au, String du) {
        assertThat(FrenchText.le(noun, gender)).isEqualTo(le);
        assertThat(FrenchText.au(noun, gender)).isEqualTo(au);
        assertThat(FrenchText.du(noun, gender)).isEqualTo(du);
    }

    @Test
    void que_isElided() {
        assertThat(FrenchText.que("il reste")).isEqualTo("qu'il reste");
        assertThat(FrenchText.que("nous")).isEqualTo("que nous");
    }

    @ParameterizedTest
    @CsvSource({"0,0_point,0 points", "1,1_point,1 point", "2,2_points,2 points", "12500,12_500_points,'12,500 points'"
    })
    void count_agreesWithTheNumber(long number, String french, String english) {
        assertThat(plain(FrenchText.count(number, "point", "points"))).isEqualTo(french);
        assertThat(EnglishText.count(number, "point", "points")).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,mardi 24_novembre,Tuesday 24_November",
        "2026-05-01,vendredi 1er_mai,Friday 1_May",
        "2026-08-02,dimanche 2_août,Sunday 2_August",
        "2027-02-11,jeudi 11_février,Thursday 11_February"
    })
    void day_isWrittenOut(LocalDate day, String french, String english) {
        assertThat(plain(FrenchText.day(day))).isEqualTo(french);
        assertThat(plain(FrenchText.dayWithYear(day))).isEqualTo(french + "_" + day.getYear());
        assertThat(plain(EnglishText.day(day))).isEqualTo(english);
        assertThat(plain(EnglishText.dayWithYear(day))).isEqualTo(english + "_" + day.getYear());
    }

    @ParameterizedTest
    @CsvSource({
        "00:00,minuit,midnight",
        "00:30,0_h_30,12:30_am",
        "09:00,9_h,9_am",
        "09:05,9_h_05,9:05_am",
        "12:00,12_h,noon",
        "12:30,12_h_30,12:30_pm",
        "19:00,19_h,7_pm",
        "23:59,23_h_59,11:59_pm"
    })
    void time_isWrittenAsPeopleDo(LocalTime time, String french, String english) {
        assertThat(plain(FrenchText.time(time))).isEqualTo(french);
        assertThat(plain(EnglishText.time(time))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "1250.50,EUR,'1_250,50_€','€1,250.50'",
        "0.90,EUR,'0,90_€',€0.90",
        "-3.00,USD,'-3,00_$',$-3.00",
        "1500,JPY,1_500_JPY,'1,500_JPY'",
        "12.00,CHF,'12,00_CHF',12.00_CHF"
    })
    void amount_hasItsSymbol(String amount, String currency, String french, String english) {
        assertThat(plain(FrenchText.amount(Money.of(amount, currency)))).isEqualTo(french);
        assertThat(plain(EnglishText.amount(Money.of(amount, currency)))).isEqualTo(english);
    }

    @Test
    void list_joinsTheLastByAWord() {
        assertThat(FrenchText.list(List.of())).isEmpty();
        assertThat(FrenchText.list(List.of("a"))).isEqualTo("a");
        assertThat(FrenchText.list(List.of("a", "b"))).isEqualTo("a et b");
        assertThat(EnglishText.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(FrenchText.sentence("élan")).isEqualTo("Élan");
        assertThat(FrenchText.sentence("")).isEmpty();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', '_');
    }
}
