/** The business and its events, catalogue, profiles and store. */
module dev.comptoir.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires de.siegmar.fastcsv;
    requires transitive java.sql;
    requires org.xerial.sqlitejdbc;

    exports dev.comptoir.audit;
    exports dev.comptoir.catalog;
    exports dev.comptoir.consent;
    exports dev.comptoir.crypto;
    exports dev.comptoir.error;
    exports dev.comptoir.event;
    exports dev.comptoir.forecast;
    exports dev.comptoir.ingest;
    exports dev.comptoir.profile.fact;
    exports dev.comptoir.profile;
    exports dev.comptoir.rank;
    exports dev.comptoir.rights;
    exports dev.comptoir.segment.learned;
    exports dev.comptoir.segment;
    exports dev.comptoir.store.jdbc;
    exports dev.comptoir.store.memory;
    exports dev.comptoir.store;
    exports dev.comptoir.value.churn;
    exports dev.comptoir.value.evaluate;
    exports dev.comptoir.value.next;
    exports dev.comptoir.value;
    exports dev.comptoir;
}
