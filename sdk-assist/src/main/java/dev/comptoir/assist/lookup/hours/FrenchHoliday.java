package dev.comptoir.assist.lookup.hours;

import dev.comptoir.assist.understand.Language;

/** A public holiday in France, or in a part of it. */
public enum FrenchHoliday {
    NEW_YEAR("1er janvier", "jour de l'An", "New Year's Day"),
    GOOD_FRIDAY("vendredi saint", "Vendredi saint", "Good Friday"),
    EASTER_MONDAY("lundi de pâques", "lundi de Pâques", "Easter Monday"),
    LABOUR_DAY("1er mai", "fête du Travail", "Labour Day"),
    VICTORY_1945("8 mai", "Victoire de 1945", "Victory in Europe Day"),
    ASCENSION("ascension", "Ascension", "Ascension Day"),
    WHIT_MONDAY("lundi de pentecôte", "lundi de Pentecôte", "Whit Monday"),
    BASTILLE_DAY("14 juillet", "fête nationale", "Bastille Day"),
    ASSUMPTION("assomption", "Assomption", "Assumption Day"),
    ALL_SAINTS("toussaint", "Toussaint", "All Saints' Day"),
    ARMISTICE_1918("11 novembre", "Armistice de 1918", "Armistice Day"),
    CHRISTMAS("noël", "Noël", "Christmas Day"),
    /** 26 December, in Alsace and Moselle. */
    SECOND_CHRISTMAS("26 décembre", "Saint-Étienne", "St Stephen's Day"),
    /** The end of slavery, overseas; each territory has its own day. */
    ABOLITION_OF_SLAVERY("abolition", "abolition de l'esclavage", "Abolition of Slavery Day");

    private final String key;
    private final String french;
    private final String english;

    FrenchHoliday(String key, String french, String english) {
        this.key = key;
        this.french = french;
        this.english = english;
    }

    /** What to call it in front of people, for example {@code Toussaint} or {@code All Saints' Day}. */
    public String label(Language language) {
        return language.choose(french, english);
    }

    /** What it is called in the compact text of {@link OpeningHours#parse}. */
    String key() {
        return key;
    }
}
