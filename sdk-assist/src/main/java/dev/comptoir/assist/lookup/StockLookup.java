package dev.comptoir.assist.lookup;

import static dev.comptoir.assist.wording.FrenchText.NBSP;

import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.EnglishText;
import dev.comptoir.assist.wording.FrenchText;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Answers whether a product is there now: "Avez-vous encore des croissants ?", "Is the lemon tart in stock?". It must be named by
 * an entity or by its title in the catalogue, plural or not; two titles, or any word that does not belong to such a question
 * ("sans gluten", "demain"), and the question is left to others. Quantities are told only to who asks how many. Thread-safe.
 */
public final class StockLookup implements Lookup {
    private enum Cue {
        STOCK,
        HOW_MANY,
        PRODUCT
    }

    private static final Vocabulary<Cue> WORDS = new Vocabulary<>(
                    Cue.class,
                    "de, d, du, des, la, le, les, l, un, une, en, a, encore, toujours, actuellement, aujourd hui, en ce moment, maintenant,"
                            + " ce matin, ce soir, est, sont, il, elle, ils, elles, ce, cet, cette, ces, votre, vos, t, the, any, some, an, your,"
                            + " still, now, right now, today, at the moment, currently, is, are, this, these, of, left, do, chez vous, en magasin, en boutique,"
                            + " in, have")
            .with(
                    Cue.STOCK,
                    "avez vous, vous avez, auriez vous, avez vous encore, as tu, tu as, y a t il, il y a, il reste, reste t il, il vous reste,"
                            + " vous reste t il, vous en reste t il, reste, en stock, en rupture, en rupture de stock, rupture de stock, disponible,"
                            + " disponibles, dispo, dispos, do you have, have you got, do you still have, got any, in stock, out of stock, available,"
                            + " is there, are there, you have")
            .with(Cue.HOW_MANY, "combien, combien de, combien d, how many, how much")
            .with(Cue.PRODUCT, ProductTitles.PLACE);

    private final ProductTitles titles;
    private final StockSource source;

    private StockLookup(Catalog catalog, StockSource source) {
        this.titles = new ProductTitles(catalog);
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Answers from what the catalogue says. */
    public static StockLookup of(Catalog catalog) {
        return new StockLookup(catalog, StockSource.of(catalog));
    }

    /** Knows products by the catalogue, and their stock by the application. */
    public static StockLookup of(Catalog catalog, StockSource source) {
        return new StockLookup(catalog, source);
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Optional<LiveFact> find(LookupRequest request) {
        if (request.question().length() > Vocabulary.MAX_LENGTH) {
            return Optional.empty();
        }
        ProductTitles.Named named = titles.in(request).orElse(null);
        if (named == null) {
            return Optional.empty();
        }
        Set<Cue> cues = WORDS.read(named.words()).orElse(Set.of());
        if (!cues.contains(Cue.STOCK) || !cues.contains(Cue.PRODUCT)) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(request.now(), request.zone());
        return source.stock(named.product().id())
                .flatMap(level -> text(named.product(), level, cues.contains(Cue.HOW_MANY), today, request.language()))
                .map(text -> new LiveFact(
                        name(), request.language().choose("Stock", "Stock"), text, request.language(), request.now()));
    }

    private static Optional<String> text(
            Product product, StockLevel level, boolean howMany, LocalDate today, Language language) {
        boolean french = language == Language.FRENCH;
        String title = french ? FrenchText.quoted(product.title()) : EnglishText.quoted(product.title());
        if (howMany && level.quantity().isEmpty()) {
            return Optional.empty();
        }
        String state = switch (level.stock()) {
            case AVAILABLE ->
                howMany
                        ? quantity(title, level.quantity().orElse(0), french)
                        : title + (french ? " est disponible en ce moment." : " is available at the moment.");
            case OUT_OF_STOCK ->
                title + (french ? " est en rupture de stock en ce moment." : " is out of stock at the moment.");
            case WITHDRAWN -> title + (french ? " n'est plus en vente." : " is no longer sold.");
        };
        Optional<LocalDate> arrival = level.nextArrival().filter(day -> !day.isBefore(today));
        if (level.stock() != Stock.OUT_OF_STOCK || arrival.isEmpty()) {
            return Optional.of(state);
        }
        return Optional.of(state + " "
                + (french
                        ? "Le prochain arrivage est pr\u00e9vu le " + FrenchText.day(arrival.get()) + "."
                        : "More is expected on " + EnglishText.day(arrival.get()) + "."));
    }

    private static String quantity(String title, long quantity, boolean french) {
        return french
                ? title + NBSP + ": il en reste " + FrenchText.number(quantity) + "."
                : title + ": " + EnglishText.number(quantity) + " left.";
    }
}
