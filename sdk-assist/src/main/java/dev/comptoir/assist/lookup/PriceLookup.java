package dev.comptoir.assist.lookup;

import dev.comptoir.Money;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.EnglishText;
import dev.comptoir.assist.wording.FrenchText;
import dev.comptoir.catalog.Catalog;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what one of a product costs by the catalogue: "Combien coûte le croissant ?", "How much is the lemon tart?". Named as for
 * {@link StockLookup}; "for ten", "delivered" or any other word, and the question is left to others. Thread-safe.
 */
public final class PriceLookup implements Lookup {
    private enum Cue {
        PRICE,
        PRODUCT
    }

    private static final Vocabulary<Cue> WORDS = new Vocabulary<>(
                    Cue.class,
                    "de, d, du, des, la, le, les, l, un, une, ce, cet, cette, ces, votre, vos, est, sont, il, elle, ils, elles, t, ca,"
                            + " aujourd hui, actuellement, en ce moment, the, a, an, one, of, your, for, is, are, does, do, now, today, it,"
                            + " currently, at the moment")
            .with(
                    Cue.PRICE,
                    "combien coute, combien coutent, combien ca coute, combien coute t il, combien vaut, combien valent, combien vendez vous,"
                            + " combien est, combien sont, a combien est, a combien sont, a combien vendez vous, c est combien, quel est le prix, quels sont les prix, quel est le tarif, prix, tarif,"
                            + " a quel prix est, a quel prix sont, coute combien, coutent combien, est a combien, sont a combien, how much is, how much are,"
                            + " how much does, how much do, what is the price, what s the price, what does, price, cost, costs, how much")
            .with(Cue.PRODUCT, ProductTitles.PLACE);

    private final ProductTitles titles;

    private PriceLookup(Catalog catalog) {
        this.titles = new ProductTitles(catalog);
    }

    /** Answers from the prices of the catalogue; silent on products that have none or are withdrawn. */
    public static PriceLookup of(Catalog catalog) {
        return new PriceLookup(catalog);
    }

    @Override
    public String name() {
        return "price";
    }

    @Override
    public Optional<LiveFact> find(LookupRequest request) {
        if (request.question().length() > Vocabulary.MAX_LENGTH) {
            return Optional.empty();
        }
        ProductTitles.Named named = titles.in(request).orElse(null);
        if (named == null || named.product().stock() == Stock.WITHDRAWN) {
            return Optional.empty();
        }
        Set<Cue> cues = WORDS.read(named.words()).orElse(Set.of());
        Money price = named.product().price();
        if (price == null || cues.size() < Cue.values().length) {
            return Optional.empty();
        }
        Language language = request.language();
        return Optional.of(new LiveFact(
                name(),
                language.choose("Prix", "Price"),
                text(named.product(), price, language),
                language,
                request.now()));
    }

    private static String text(Product product, Money price, Language language) {
        return language == Language.FRENCH
                ? FrenchText.quoted(product.title()) + " co\u00fbte " + FrenchText.amount(price) + "."
                : EnglishText.quoted(product.title()) + " costs " + EnglishText.amount(price) + ".";
    }
}
