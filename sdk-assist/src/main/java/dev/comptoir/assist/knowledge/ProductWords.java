package dev.comptoir.assist.knowledge;

import dev.comptoir.Money;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.understand.TextNormalizer;
import dev.comptoir.catalog.AttributeValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names, amounts and days of products in one language. Immutable. */
final class ProductWords {
    private static final Map<String, String> SYMBOLS = Map.of("EUR", "€", "GBP", "£", "USD", "$");
    /** Names of attributes as vendors write them, in French and in English. */
    private static final Map<String, Label> LABELS = labels(List.of(
            "Sans gluten|Gluten-free",
            "Sans lactose|Lactose-free",
            "Sans sucre|Sugar-free",
            "Végan|Vegan",
            "Végétarien|Vegetarian",
            "Bio|Organic",
            "Fait main|Handmade",
            "Allergènes|Allergens",
            "Ingrédients|Ingredients",
            "Origine|Origin",
            "Poids|Weight",
            "Volume|Volume",
            "Contenance|Capacity",
            "Couleur|Colour",
            "Couleur|Color",
            "Taille|Size",
            "Dimensions|Dimensions",
            "Matière|Material",
            "Marque|Brand",
            "Auteur|Author",
            "Éditeur|Publisher",
            "Langue|Language",
            "Pages|Pages",
            "Parution|Published",
            "Garantie|Warranty",
            "Entretien|Care",
            "À consommer avant|Best before",
            "Durée|Duration",
            "Âge|Age"));

    private final Language language;

    ProductWords(Language language) {
        this.language = language;
    }

    static boolean isAllergens(String name) {
        String folded = TextNormalizer.fold(name);
        return folded.startsWith("allergene") || folded.startsWith("allergen");
    }

    String quoted(String title) {
        return language.choose("«\u00A0" + title + "\u00A0»", "\u201C" + title + "\u201D");
    }

    /** The name in our language where it is a known one, as the vendor wrote it otherwise. */
    String label(String name) {
        Label label = LABELS.get(TextNormalizer.fold(name));
        return label == null ? name : language.choose(label.french(), label.english());
    }

    String line(String label, AttributeValue value) {
        String text = value(value);
        boolean ends = text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
        return label + language.choose("\u00A0: ", ": ") + text + (ends ? "" : ".");
    }

    String value(AttributeValue value) {
        if (value instanceof AttributeValue.Flag flag) {
            return language.choose(flag.value() ? "oui" : "non", flag.value() ? "yes" : "no");
        }
        if (value instanceof AttributeValue.Numeric number) {
            return number(BigDecimal.valueOf(number.value()).stripTrailingZeros());
        }
        if (value instanceof AttributeValue.Day day) {
            return day(day.value());
        }
        return ((AttributeValue.Text) value).value().strip();
    }

    /** {@code 1,20 €}, {@code €1.20}; with the code where a currency has no sign that everyone knows. */
    String money(Money money) {
        String code = money.currency().getCurrencyCode();
        String symbol = SYMBOLS.get(code);
        String amount = number(money.amount());
        String english = symbol == null ? code + "\u00A0" + amount : symbol + amount;
        return language.choose(amount + "\u00A0" + (symbol == null ? code : symbol), english);
    }

    private String number(BigDecimal number) {
        String plain = number.toPlainString();
        return language.choose(plain.replace('.', ','), plain);
    }

    private String day(LocalDate day) {
        String month =
                DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()).format(day);
        String number = day.getDayOfMonth() == 1 ? language.choose("1er", "1") : Integer.toString(day.getDayOfMonth());
        return number + " " + month;
    }

    private static Map<String, Label> labels(List<String> pairs) {
        Map<String, Label> labels = new HashMap<>();
        for (String pair : pairs) {
            String[] both = pair.split("\\|", -1);
            Label label = new Label(both[0], both[1]);
            labels.putIfAbsent(TextNormalizer.fold(both[0]), label);
            labels.putIfAbsent(TextNormalizer.fold(both[1]), label);
        }
        return labels;
    }

    private record Label(String french, String english) {}
}
