package dev.comptoir.onnx.session;

/** What a text model gives, and which output is read where there are several. */
public enum Head {
    /** Values of each token, or of the whole text: an embedder. */
    TOKENS("last_hidden_state", "feature-extraction", 2, 3),
    /** One row of numbers for the whole text: a classifier, a reranker. */
    LOGITS("logits", "text-classification", 2, 2);

    private final String output;
    private final String task;
    private final int leastAxes;
    private final int mostAxes;

    Head(String output, String task, int leastAxes, int mostAxes) {
        this.output = output;
        this.task = task;
        this.leastAxes = leastAxes;
        this.mostAxes = mostAxes;
    }

    String output() {
        return output;
    }

    String task() {
        return task;
    }

    boolean hasAxes(int axes) {
        return axes >= leastAxes && axes <= mostAxes;
    }

    String axes() {
        return this == TOKENS ? "3 (text, token, value) or 2 (text, value)" : "2 (text, value)";
    }
}
