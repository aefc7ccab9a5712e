package dev.comptoir.assist.retrieve;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.comptoir.assist.knowledge.Knowledge;
import dev.comptoir.assist.understand.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An invented shop with questions to it, in the format of {@code benchmarks retrieval}: what the default weights are fitted on.
 *
 * @param queries in the order of the file; an empty id where no entry answers
 */
record DevelopmentSet(Knowledge knowledge, Language language, List<LabelledQuery> queries) {
    static DevelopmentSet french() {
        return read("shop-fr", Language.FRENCH);
    }

    static DevelopmentSet english() {
        return read("nursery-en", Language.ENGLISH);
    }

    static List<DevelopmentSet> both() {
        return List.of(french(), english());
    }

    private static DevelopmentSet read(String name, Language language) {
        URL resource = DevelopmentSet.class.getResource("/retrieval/" + name + "/queries.csv");
        if (resource == null) {
            throw new IllegalStateException("The development set " + name + " is missing.");
        }
        List<LabelledQuery> queries = new ArrayList<>();
        try {
            Path file = Path.of(resource.toURI());
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                rows.forEach(
                        row -> queries.add(new LabelledQuery(row.getField("query"), language, row.getField("id"))));
            }
            return new DevelopmentSet(Knowledge.load(file.resolveSibling("."), language), language, queries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<LabelledQuery> answerable() {
        return queries.stream().filter(query -> !query.entryId().isEmpty()).toList();
    }
}
