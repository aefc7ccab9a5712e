package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.understand.TextNormalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a table, by the names that a header may give them, in either language, whatever their case and accents. */
enum TableColumn {
    ID("id;identifiant;ref;reference;code"),
    QUESTION("question;titre;title"),
    ANSWER("answer;reponse;response"),
    KEYWORDS("keywords;keyword;mots cles;mot cle;mots clefs;tags"),
    THEME("theme;category;categorie;rubrique;topic"),
    LANGUAGE("language;langue;lang"),
    VARIANTS("variants;variantes;variant;variante;autres formulations;formulations"),
    ACTION("action"),
    VALID_FROM("valid from;from;valable du;valide du;valable a partir du;debut;du"),
    VALID_UNTIL("valid until;valid to;until;valable au;valide au;valable jusqu au;fin;au");

    private final String names;

    TableColumn(String names) {
        this.names = names;
    }

    static Optional<TableColumn> named(String header) {
        String name = TextNormalizer.fold(header);
        return Arrays.stream(values())
                .filter(column -> List.of(column.names.split(";", -1)).contains(name))
                .findFirst();
    }
}
