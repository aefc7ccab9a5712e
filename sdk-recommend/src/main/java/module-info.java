/** Recommendations with reasons, in plain Java. */
module dev.comptoir.recommend {
    requires static transitive org.jspecify;
    requires transitive dev.comptoir.core;

    exports dev.comptoir.recommend;
}
