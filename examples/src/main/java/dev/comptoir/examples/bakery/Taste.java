package dev.comptoir.examples.bakery;

import java.util.List;
import java.util.Random;

/**
 * What one customer likes best of each shelf, and how faithfully.
 *
 * @param regularity 0 for a whim, 1 for a creature of habit
 */
record Taste(
        String bread,
        String pastry,
        String smallCake,
        String largeCake,
        String lunch,
        String drink,
        double regularity) {
    static Taste random(Random random) {
        return new Taste(
                Assortment.pick(Assortment.BREAD, random),
                Assortment.pick(Assortment.PASTRY, random),
                Assortment.pick(Assortment.SMALL_CAKE, random),
                Assortment.pick(Assortment.LARGE_CAKE, random),
                Assortment.pick(Assortment.LUNCH, random),
                Assortment.pick(Assortment.DRINK, random),
                0.8 * random.nextDouble());
    }

    Taste with(String bread, String pastry) {
        return new Taste(bread, pastry, smallCake, largeCake, lunch, drink, regularity);
    }

    Taste faithful() {
        return new Taste(bread, pastry, smallCake, largeCake, lunch, drink, 1);
    }

    Taste withCakes(String small, String large) {
        return new Taste(bread, pastry, small, large, lunch, drink, regularity);
    }

    Taste withLunch(String lunch, String drink) {
        return new Taste(bread, pastry, smallCake, largeCake, lunch, drink, regularity);
    }

    /** The favourite, or now and then something else from its shelf. */
    String choose(String favourite, List<String> shelf, Random random) {
        return random.nextDouble() < 0.3 * (1 - regularity) ? Assortment.pick(shelf, random) : favourite;
    }
}
