package dev.comptoir.benchmarks.student;

import java.util.Arrays;
import java.util.Optional;

/** A source of training texts whose licence allows to ship weights, and how much its texts count. */
enum Source {
    TATOEBA("tatoeba", "CC BY 2.0 FR", 3),
    PHRASEBOOK("phrasebook", "Apache-2.0, written for this project", 3),
    LEXICON("lexicon", "Apache-2.0, written for this project", 2),
    CLDR("cldr", "Unicode-3.0", 1),
    WORDNET("wordnet", "WordNet 3.0 (permissive)", 1),
    DJANGO("python3-django", "BSD-3-Clause", 1),
    POEDIT("poedit-common", "MIT", 1),
    SUBVERSION("subversion", "Apache-2.0", 0.5f),
    POSTGRESQL("postgresql-15", "PostgreSQL", 0.5f),
    PSQL("installed:psql-15", "PostgreSQL", 0.5f),
    LIBREOFFICE("libreoffice-l10n-fr", "MPL-2.0", 0.7f);

    private final String label;
    private final String licence;
    private final float weight;

    Source(String label, String licence, float weight) {
        this.label = label;
        this.licence = licence;
        this.weight = weight;
    }

    String label() {
        return label;
    }

    String licence() {
        return licence;
    }

    float weight() {
        return weight;
    }

    /** The source of this name; empty for all whose licence does not allow it: they are not read. */
    static Optional<Source> of(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label.equals(label))
                .findFirst();
    }
}
