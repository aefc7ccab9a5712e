package dev.comptoir.assist.intent;

import java.io.DataOutputStream;
import java.io.IOException;

/** One way to look at texts, trained: words, or the vectors of one model. Immutable. */
sealed interface ViewModel permits DenseView, WordView {
    /** Each view has two opinions: a linear classifier's and the nearest examples'. */
    int EXPERTS = 2;

    ViewScores score(Features text);

    void write(DataOutputStream out) throws IOException;
}
