package dev.comptoir.examples.bakery;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What the bakery sells, and how likely each article is to be picked from its shelf. */
final class Assortment {
    private static final String BREADS = "pains";
    private static final String PASTRIES = "viennoiseries";
    private static final String CAKES = "pâtisseries";
    private static final String SNACKS = "snacking";
    private static final String DRINKS = "boissons";

    static final List<Article> ARTICLES = List.of(
            new Article("baguette-tradition", "Baguette de tradition", BREADS, 130, 140),
            new Article("baguette", "Baguette ordinaire", BREADS, 105, 115),
            new Article("pain-campagne", "Pain de campagne", BREADS, 320, 340),
            new Article("pain-complet", "Pain complet", BREADS, 290, 310),
            new Article("pain-cereales", "Pain aux céréales", BREADS, 310, 330),
            new Article("pain-mie", "Pain de mie tranché", BREADS, 350, 370),
            new Article("croissant", "Croissant au beurre", PASTRIES, 120, 130),
            new Article("pain-chocolat", "Pain au chocolat", PASTRIES, 135, 145),
            new Article("pain-raisins", "Pain aux raisins", PASTRIES, 170, 180),
            new Article("chausson-pommes", "Chausson aux pommes", PASTRIES, 180, 190),
            new Article("brioche-tete", "Brioche à tête", PASTRIES, 160, 170),
            new Article("chouquettes", "Chouquettes (sachet de 10)", PASTRIES, 300, 320),
            new Article("eclair-chocolat", "Éclair au chocolat", CAKES, 290, 310),
            new Article("religieuse-cafe", "Religieuse au café", CAKES, 350, 370),
            new Article("tartelette-citron", "Tartelette au citron meringuée", CAKES, 380, 400),
            new Article("paris-brest", "Paris-Brest", CAKES, 390, 420),
            new Article("flan", "Flan pâtissier à la vanille (part)", CAKES, 280, 300),
            new Article("tarte-pommes", "Tarte aux pommes (6 parts)", CAKES, 1680, 1780),
            new Article(
                    "fraisier",
                    "Fraisier (6 parts)",
                    CAKES,
                    2690,
                    2850,
                    Month.APRIL,
                    Month.MAY,
                    Month.JUNE,
                    Month.JULY),
            new Article("galette-rois", "Galette des rois à la frangipane", CAKES, 2200, 2350, Month.JANUARY),
            new Article("buche-noel", "Bûche de Noël au chocolat", CAKES, 2990, 3200, Month.DECEMBER),
            new Article("jambon-beurre", "Sandwich jambon-beurre", SNACKS, 420, 450),
            new Article("poulet-crudites", "Sandwich poulet-crudités", SNACKS, 520, 550),
            new Article("quiche-lorraine", "Quiche lorraine (part)", SNACKS, 390, 420),
            new Article("salade-chevre", "Salade au chèvre", SNACKS, 690, 730),
            new Article("eau", "Eau plate 50 cl", DRINKS, 120, 130),
            new Article("jus-orange", "Jus d'orange pressé", DRINKS, 320, 350),
            new Article("cafe", "Café à emporter", DRINKS, 160, 170));

    /** Shelves: the same article twice is picked twice as often. */
    static final List<String> BREAD = List.of(
            "baguette-tradition",
            "baguette-tradition",
            "baguette-tradition",
            "baguette",
            "baguette",
            "pain-campagne",
            "pain-complet",
            "pain-cereales",
            "pain-mie");

    static final List<String> PASTRY = List.of(
            "croissant",
            "croissant",
            "croissant",
            "pain-chocolat",
            "pain-chocolat",
            "pain-raisins",
            "chausson-pommes",
            "brioche-tete",
            "chouquettes");

    static final List<String> SMALL_CAKE = List.of(
            "eclair-chocolat", "eclair-chocolat", "religieuse-cafe", "tartelette-citron", "paris-brest", "flan");

    static final List<String> LARGE_CAKE = List.of("tarte-pommes", "tarte-pommes", "fraisier");

    static final List<String> LUNCH =
            List.of("jambon-beurre", "jambon-beurre", "poulet-crudites", "quiche-lorraine", "salade-chevre");

    static final List<String> DRINK = List.of("eau", "eau", "jus-orange", "cafe", "cafe");

    private static final Map<String, Article> BY_ID =
            ARTICLES.stream().collect(Collectors.toUnmodifiableMap(Article::id, Function.identity()));

    private Assortment() {}

    static Article article(String id) {
        return Optional.ofNullable(BY_ID.get(id))
                .orElseThrow(() -> new IllegalArgumentException("The bakery sells no " + id + "."));
    }

    static String pick(List<String> shelf, RandomGenerator random) {
        return shelf.get(random.nextInt(shelf.size()));
    }

    static boolean isMadeOn(String id, LocalDate day) {
        return article(id).isMadeOn(day);
    }
}
