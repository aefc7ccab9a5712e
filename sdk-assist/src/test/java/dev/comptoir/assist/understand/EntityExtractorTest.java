package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.ProductId;
import dev.comptoir.assist.understand.Entity.Kind;
import dev.comptoir.catalog.Product;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityExtractorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Product> PRODUCTS = List.of(
            product("croissant", "Croissant au beurre"),
            product("amande", "Croissant aux amandes"),
            product("tradition", "Baguette tradition 250 g"),
            product("tarte", "Tarte aux pommes"),
            product("pie", "Apple Pie"),
            product("eclair", "Éclair café"),
            product("tee", "T-shirt bleu"),
            product("veste-s", "Veste 38"),
            product("veste-m", "Veste 40"),
            product("nombre", "2000"));

    private final EntityExtractor extractor = EntityExtractor.of(PRODUCTS, List.of());

    static Stream<String> sheet() {
        return Sheets.lines("entities.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("sheet")
    void whatAMessageNamesIsFound(String line) {
        int arrow = line.indexOf("=>");
        String expected = line.substring(arrow + 2).strip();
        String body = TextNormalizer.clean(line.substring(0, arrow));

        List<Entity> found = extractor.extract(body, NOW, PARIS);

        assertThat(found.stream()
                        .map(entity -> entity.kind() + " " + entity.value() + " of " + entity.text())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
        assertThat(found)
                .allMatch(entity -> body.substring(entity.start(), entity.end()).equals(entity.text()));
    }

    @Test
    void theDayIsTheBusinesss() {
        Instant lateInParis = Instant.parse("2026-11-24T23:30:00Z");

        assertThat(extractor.extract("demain", lateInParis, PARIS))
                .extracting(Entity::value)
                .containsExactly("2026-11-26");
        assertThat(extractor.extract("demain", lateInParis, ZoneId.of("UTC")))
                .extracting(Entity::value)
                .containsExactly("2026-11-25");
    }

    @Test
    void theMerchantsFormsReplaceTheUsualOnes() {
        EntityExtractor own = EntityExtractor.of(List.of(), List.of("W-####@", "##### @"));

        assertThat(own.extract("w 1234a, W-1234B, commande 123456 et 12345-z", NOW, PARIS))
                .extracting(Entity::value)
                .containsExactly("W1234A", "W-1234B", "12345-Z");
    }

    @Test
    void formsThatFindNothingOrTooMuchAreRefused() {
        for (String form : List.of("", " ", "CMD", "@@", "#".repeat(41))) {
            assertThatThrownBy(() -> EntityExtractor.of(List.of(), List.of(form)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe");
        }
        assertThatThrownBy(() -> EntityExtractor.of(List.of(), Collections.nCopies(21, "###")))
                .hasMessageContaining("21");
        assertThat(EntityExtractor.of(List.of(), List.of("(.*)+#")).extract("(.*)+7", NOW, PARIS))
                .isEmpty();
    }

    @Test
    void aChangedCatalogueIsReadAgain() {
        try (Comptoir comptoir = Comptoir.inMemory().build()) {
            Business business = comptoir.business("shop");
            EntityExtractor live = EntityExtractor.of(business.catalog(), List.of());
            assertThat(live.extract("un vase bleu", NOW, PARIS)).isEmpty();

            business.catalog().put(product("vase", "Vase bleu"));

            assertThat(live.extract("un vase bleu", NOW, PARIS))
                    .extracting(Entity::value)
                    .containsExactly("vase");
        }
    }

    @Test
    void theTrieFindsWhatTryingEveryTitleFinds() {
        long seed = 42;
        Random random = new Random(seed);
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            products.add(product("p" + i, sentence(random, 1 + random.nextInt(3))));
        }
        EntityExtractor many = EntityExtractor.of(products, List.of());
        for (int round = 0; round < 300; round++) {
            String body = sentence(random, 12);
            assertThat(many.extract(body, NOW, PARIS))
                    .as("seed %d round %d: %s", seed, round, body)
                    .isEqualTo(naive(products, body));
        }
    }

    /** From each word the longest title that stands there and belongs to one product. */
    private static List<Entity> naive(List<Product> products, String body) {
        List<Entity> found = new ArrayList<>();
        String[] words = body.split(" ", -1);
        int at = 0;
        for (int i = 0; i < words.length; ) {
            int length = 0;
            String id = "";
            for (int n = 3; n >= 1 && length == 0; n--) {
                String here = String.join(" ", List.of(words).subList(i, Math.min(words.length, i + n)));
                List<Product> same = products.stream()
                        .filter(product -> product.title().equals(here))
                        .toList();
                if (i + n <= words.length && same.size() == 1) {
                    length = n;
                    id = same.get(0).id().value();
                }
            }
            int step = Math.max(1, length);
            int size = String.join(" ", List.of(words).subList(i, i + step)).length();
            if (length > 0) {
                found.add(new Entity(Kind.PRODUCT, body.substring(at, at + size), id, at, at + size));
            }
            at += size + 1;
            i += step;
        }
        return found;
    }

    private static String sentence(Random random, int words) {
        List<String> sentence = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            sentence.add("mot" + (char) ('a' + random.nextInt(6)));
        }
        return String.join(" ", sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12/",
                "a1-",
                "commande ",
                "commande n° ",
                "le 1 ",
                "dans 3 ",
                "€",
                "1€",
                "1 234 ",
                "vingt ",
                "euros ",
                "lundi ",
                "🙂",
                "croissant au ",
                "au ",
                "\ud800",
                "12:",
                "12h"
            })
    void hostileBodiesAreReadInLinearTime(String part) {
        String body = part.repeat((1 << 20) / part.length());

        assertThat(extractor.extract(body, NOW, PARIS)).allMatch(entity -> entity.end() <= Understanding.LONG);
    }

    private static Product product(String id, String title) {
        return Product.of(ProductId.of(id), title);
    }
}
