/** Contract tests for implementations of Comptoir's interfaces. */
module dev.comptoir.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.comptoir.core;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports dev.comptoir.testkit;

    opens dev.comptoir.testkit to
            org.junit.platform.commons;
}
