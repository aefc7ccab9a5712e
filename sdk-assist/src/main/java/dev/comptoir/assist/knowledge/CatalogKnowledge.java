package dev.comptoir.assist.knowledge;

import dev.comptoir.Business;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the catalogue says, as questions and answers: for each product its price, what it is, its allergens. Withdrawn products are
 * left out. Whether something is in stock changes by the minute, and is for a look-up to say.
 */
public final class CatalogKnowledge {
    /** Entries made at most; what the limit leaves out is in the report. */
    public static final int MAX_ENTRIES = 20_000;

    private CatalogKnowledge() {}

    /**
     * The products as they are listed now, in the order of their ids. Ids of entries are {@code catalog/PRODUCT/price/fr},
     * {@code .../about/fr}, {@code .../allergens/fr} and the same with {@code en}.
     *
     * @param languages in which to write; French and English where none is given. A description that is recognisably in the
     *     other language is left out
     */
    public static Knowledge of(Business business, Language... languages) {
        Set<Language> wanted = new TreeSet<>(List.of(languages.length == 0 ? Language.values() : languages));
        List<Entry> entries = new ArrayList<>();
        int left = 0;
        for (Product product : business.catalog().all()) {
            if (product.stock() != Stock.WITHDRAWN) {
                for (Language language : wanted) {
                    for (Entry entry : new ProductSheet(product, language).entries()) {
                        if (entries.size() < MAX_ENTRIES) {
                            entries.add(entry);
                        } else {
                            left++;
                        }
                    }
                }
            }
        }
        List<Rejection> rejections = left == 0
                ? List.of()
                : List.of(new Rejection(
                        "",
                        0,
                        Rule.TOO_MANY,
                        "Of the catalogue " + MAX_ENTRIES + " entries are made; " + left
                                + " are left out. Maybe ask for one language?"));
        return Knowledge.of(entries, new KnowledgeReport(0, entries.size(), left, rejections, List.of(), List.of()));
    }
}
