package dev.comptoir.recommend.serve;

import java.util.Locale;

/** Why a model has nothing to say, with the number that decided it. Immutable. */
public record Silence(Cause cause, long amount, long limit) {
    /** What keeps a model from speaking. */
    public enum Cause {
        /** Nobody has two products yet. */
        TOO_FEW,
        /** More memory than it may take. */
        TOO_MUCH_MEMORY
    }

    /** In words, in French or English. */
    public String text(boolean french) {
        return switch (cause) {
            case TOO_FEW ->
                french
                        ? "aucun client ni ticket n'a encore deux produits"
                        : "no customer or receipt has two products yet";
            case TOO_MUCH_MEMORY ->
                String.format(
                        french ? Locale.FRENCH : Locale.ENGLISH,
                        french
                                ? "%d Mo nécessaires, plus que les %d Mo permis (maxTrainingBytes)"
                                : "%d MB are needed, more than the %d MB allowed (maxTrainingBytes)",
                        amount >> 20,
                        limit >> 20);
        };
    }
}
