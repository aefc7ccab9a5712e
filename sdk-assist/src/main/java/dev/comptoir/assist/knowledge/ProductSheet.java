package dev.comptoir.assist.knowledge;

import dev.comptoir.Money;
import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.LanguageDetector;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.assist.wording.FrenchText;
import dev.comptoir.catalog.AttributeValue;
import dev.comptoir.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the entries of one product in one language. Not thread-safe. */
final class ProductSheet {
    /*
     * Neither gender nor number of a title is known, so no sentence agrees with it: "the price of X is", "declared for X". French
     * elides before it all the same: "le prix d'« Abricot »".
     */
    private static final int MAX_TITLE = 300;
    private static final int MAX_KEYWORD = Entry.MAX_KEYWORD;

    private final Product product;
    private final Language language;
    private final ProductWords words;
    private final String title;

    ProductSheet(Product product, Language language) {
        this.product = product;
        this.language = language;
        this.words = new ProductWords(language);
        this.title = shortened(product.title(), MAX_TITLE);
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        price().ifPresent(entries::add);
        about().ifPresent(entries::add);
        allergens().ifPresent(entries::add);
        return entries;
    }

    /** {@code de « Baguette »}, {@code d'« Abricot »}. */
    private static String of(String title) {
        return (FrenchText.isElided(title) ? "d'" : "de ") + FrenchText.quoted(title);
    }

    private Optional<Entry> price() {
        Money price = product.price();
        if (price == null || !TextNormalizer.hasWords(title)) {
            return Optional.empty();
        }
        String amount = words.money(price);
        return Optional.of(
                language == Language.FRENCH
                        ? entry(
                                "price",
                                "Quel est le prix " + of(title) + "\u00A0?",
                                List.of("Combien coûte " + title + " ?", "Tarif " + title),
                                List.of("prix", "tarif"),
                                "Le prix " + of(title) + " est de " + amount + ".")
                        : entry(
                                "price",
                                "How much is " + words.quoted(title) + "?",
                                List.of("What is the price of " + title + "?", "How much does " + title + " cost?"),
                                List.of("price", "cost"),
                                "The price of " + words.quoted(title) + " is " + amount + "."));
    }

    private Optional<Entry> about() {
        StringBuilder answer = new StringBuilder();
        String description = product.description();
        if (description != null && isOurs(description)) {
            answer.append(description.strip());
        }
        List<String> keywords = new ArrayList<>();
        for (Map.Entry<String, AttributeValue> attribute : product.attributes().entrySet()) {
            String label = words.label(attribute.getKey());
            String line = words.line(label, attribute.getValue());
            if (answer.length() + line.length() < Entry.MAX_ANSWER) {
                answer.append(answer.isEmpty() ? "" : "\n").append(line);
                keywords.add(shortened(label, MAX_KEYWORD));
            }
        }
        if (!TextNormalizer.hasWords(answer.toString()) || !TextNormalizer.hasWords(title)) {
            return Optional.empty();
        }
        return Optional.of(
                language == Language.FRENCH
                        ? entry(
                                "about",
                                "Qu'est-ce que " + words.quoted(title) + "\u00A0?",
                                List.of(title, "Quelles sont les caractéristiques " + of(title) + " ?"),
                                keywords,
                                answer.toString())
                        : entry(
                                "about",
                                "What is " + words.quoted(title) + "?",
                                List.of(title, "Tell me about " + title),
                                keywords,
                                answer.toString()));
    }

    private Optional<Entry> allergens() {
        AttributeValue value = product.attributes().entrySet().stream()
                .filter(attribute -> ProductWords.isAllergens(attribute.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (value == null || !TextNormalizer.hasWords(title)) {
            return Optional.empty();
        }
        boolean french = language == Language.FRENCH;
        String answer;
        if (value instanceof AttributeValue.Flag flag) {
            answer = language.choose(
                    flag.value()
                            ? "Des allergènes sont déclarés pour " + words.quoted(title) + "."
                            : "Aucun allergène n'est déclaré pour " + words.quoted(title) + ".",
                    (flag.value() ? "Allergens are declared for " : "No allergens are declared for ")
                            + words.quoted(title) + ".");
        } else {
            answer = language.choose("Allergènes déclarés pour ", "Allergens declared for ") + words.quoted(title)
                    + language.choose("\u00A0: ", ": ") + words.value(value) + ".";
        }
        return Optional.of(entry(
                "allergens",
                french
                        ? "Quels allergènes sont déclarés pour " + words.quoted(title) + "\u00A0?"
                        : "Which allergens are declared for " + words.quoted(title) + "?",
                french
                        ? List.of("Y a-t-il des allergènes dans " + title + " ?", "Allergie " + title)
                        : List.of("Are there allergens in " + title + "?", "Allergy " + title),
                french
                        ? List.of("allergènes", "allergie", "intolérance")
                        : List.of("allergens", "allergy", "intolerance"),
                answer));
    }

    private Entry entry(String topic, String question, List<String> variants, List<String> keywords, String answer) {
        String category = product.category();
        return new Entry(
                "catalog/" + product.id() + "/" + topic + "/" + language.code(),
                question,
                variants,
                keywords,
                category == null ? "" : shortened(category, Entry.MAX_QUESTION),
                answer,
                language,
                ActionClass.INFORM,
                Validity.ALWAYS,
                Origin.CATALOG);
    }

    private boolean isOurs(String text) {
        return LanguageDetector.detect(text).map(language::equals).orElse(true);
    }

    /** Cut between characters, with an ellipsis. */
    private static String shortened(String text, int max) {
        String stripped = text.strip();
        if (stripped.length() <= max) {
            return stripped;
        }
        int end = Character.isLowSurrogate(stripped.charAt(max - 1)) ? max - 2 : max - 1;
        return stripped.substring(0, end) + "\u2026";
    }
}
