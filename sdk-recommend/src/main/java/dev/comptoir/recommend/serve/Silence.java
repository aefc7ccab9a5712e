package dev.comptoir.recommend.serve;

import java.util.Locale;

/** Why a model has nothing to say, with the number that decided it. Immutable. */
public record Silence(Cause cause, long amount, long limit) {
    /** What keeps a model from speaking. */
    public enum Cause {
        /** Nobody has two products yet. */
        TOO_FEW,
        /** More products than it can hold. */
        TOO_MANY_ITEMS,
        /** More memory than it may take. */
        TOO_MUCH_MEMORY,
        /** It counts for nothing. */
        NO_WEIGHT,
        /** It broke off while learning. */
        FAILED
    }

    /** In words, in French or English. */
    public String text(boolean french) {
        return switch (cause) {
            case TOO_FEW ->
                french
                        ? "aucun client ni ticket n'a encore deux produits"
                        : "no customer or receipt has two products yet";
            case TOO_MANY_ITEMS ->
                french
                        ? amount + " produits dépassent la limite de " + limit + " (maxDenseItems)"
                        : amount + " products exceed the " + limit + " allowed (maxDenseItems)";
            case TOO_MUCH_MEMORY ->
                String.format(
                        french ? Locale.FRENCH : Locale.ENGLISH,
                        french
                                ? "%d Mo nécessaires, plus que les %d Mo permis (maxTrainingBytes)"
                                : "%d MB are needed, more than the %d MB allowed (maxTrainingBytes)",
                        amount >> 20,
                        limit >> 20);
            case NO_WEIGHT -> french ? "poids nul (togetherWeight)" : "its weight is 0 (togetherWeight)";
            case FAILED -> french ? "l'apprentissage a échoué" : "training failed";
        };
    }
}
