/** Recommendations with reasons, in plain Java. */
@SuppressWarnings("requires-automatic") // Its maker gave it no module name; only who hands in a model needs it.
module dev.comptoir.recommend {
    requires static transitive org.jspecify;
    requires transitive dev.comptoir.core;
    requires static langchain4j.core;

    exports dev.comptoir.recommend;
    exports dev.comptoir.recommend.evaluate;
    exports dev.comptoir.recommend.evaluate.statistics;
    exports dev.comptoir.recommend.interaction;
    exports dev.comptoir.recommend.linalg;
    exports dev.comptoir.recommend.model;
    exports dev.comptoir.recommend.select;
}
