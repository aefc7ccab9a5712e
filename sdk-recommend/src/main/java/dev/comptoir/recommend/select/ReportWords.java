package dev.comptoir.recommend.select;

import dev.comptoir.recommend.evaluate.statistics.Interval;
import java.util.Locale;

/** The words of a report, in French or English. Immutable. */
final class ReportWords {
    private static final ReportWords FRENCH = new ReportWords(true);
    private static final ReportWords ENGLISH = new ReportWords(false);

    private final boolean french;

    private ReportWords(boolean french) {
        this.french = french;
    }

    static ReportWords in(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? FRENCH : ENGLISH;
    }

    /** The one or the other. */
    String say(String english, String inFrench) {
        return french ? inFrench : english;
    }

    Locale locale() {
        return french ? Locale.FRENCH : Locale.ENGLISH;
    }

    String number(double value) {
        return Double.isFinite(value) ? String.format(locale(), "%.4f", value) : "–";
    }

    String difference(double value) {
        return Double.isFinite(value) ? String.format(locale(), "%+.4f", value).replace('-', '−') : "–";
    }

    String count(long value) {
        return String.format(locale(), "%,d", value);
    }

    /** Settings and weights: few digits, infinity as a sign. */
    String setting(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String text = Figures.shortest(value);
        return french ? text.replace('.', ',') : text;
    }

    String range(Interval interval) {
        return say("from ", "de ") + difference(interval.lower()) + say(" to ", " à ") + difference(interval.upper());
    }

    String surface(Surface surface) {
        return switch (surface) {
            case FOR_CUSTOMER -> say("for a customer", "pour un client");
            case BUY_AGAIN -> say("buy again", "racheter");
            case DISCOVER -> say("new to a customer", "à découvrir");
            case COMPLETE_BASKET -> say("complete the basket", "compléter le panier");
            case SESSION -> say("during a visit", "pendant une visite");
            case SIMILAR -> say("similar products", "produits semblables");
        };
    }

    String role(Measured.Role role) {
        return switch (role) {
            case BASELINE -> say("baseline", "référence");
            case SINGLE -> say("single model", "modèle seul");
            case INCUMBENT -> say("in service", "en service");
            case BLEND -> say("fitted blend", "mélange ajusté");
        };
    }

    String name(Measured line) {
        return switch (line.role()) {
            case BASELINE, SINGLE -> line.name();
            case INCUMBENT -> say("in service before", "en service jusqu’ici");
            case BLEND -> say("fitted blend", "mélange ajusté");
        };
    }

    String objective(String english) {
        return french ? english.replace("mean of ", "moyenne de ").replace(" and ", " et ") : english;
    }

    String leftOut(LeftOut out) {
        return switch (out.reason()) {
            case TOO_MANY_ITEMS ->
                say(
                        count(out.value()) + " items, above the limit of " + count(out.limit())
                                + " for a full matrix of items",
                        count(out.value()) + " produits, au-delà de la limite de " + count(out.limit())
                                + " pour une matrice pleine");
            case TOO_MUCH_MEMORY ->
                say(
                        "it would take " + count(out.value() >> 20) + " MB, above the limit of "
                                + count(out.limit() >> 20) + " MB",
                        "il faudrait " + count(out.value() >> 20) + " Mo, au-delà de la limite de "
                                + count(out.limit() >> 20) + " Mo");
            case DENSE_FITS ->
                say(
                        "a full matrix of items fits, of which it is the sparse form",
                        "la matrice pleine, dont c’est la forme creuse, tient en mémoire");
            case NO_TEXTS ->
                say(
                        "no item has a title, a category or a text vector",
                        "aucun produit n’a de titre, de catégorie ni de vecteur de texte");
        };
    }

    String verdict(Verdict verdict) {
        return switch (verdict) {
            case CHANGED -> say("Something better was found", "Mieux a été trouvé");
            case KEPT -> say("What serves stays", "Ce qui est en service reste");
            case UNDECIDED -> say("Undecided: what serves stays", "Indécis : ce qui est en service reste");
            case TOO_LITTLE_DATA -> say("Too little data to choose", "Trop peu de données pour choisir");
        };
    }

    String why(SelectionReport report) {
        Interval gain = report.gain();
        String measured = difference(gain.mean()) + say(" (95 % interval ", " (intervalle à 95 % ") + range(gain) + ")";
        return switch (report.verdict()) {
            case CHANGED ->
                say("The best found gains ", "Le meilleur trouvé gagne ")
                        + measured
                        + say(
                                " over what served; the whole interval lies above 0, so it takes its place.",
                                " sur ce qui servait ; tout l’intervalle est au-dessus de 0, il prend donc sa place.");
            case KEPT ->
                say("The best found against what serves: ", "Le meilleur trouvé contre ce qui sert : ")
                        + measured
                        + say(
                                ". The interval does not lie above 0, so nothing changes.",
                                ". L’intervalle n’est pas au-dessus de 0, donc rien ne change.");
            case UNDECIDED ->
                say("The best found seems to gain ", "Le meilleur trouvé semble gagner ")
                        + measured
                        + say(
                                ", but this much data shows a gain reliably only from ",
                                ", mais autant de données ne montrent sûrement un gain qu’à partir de ")
                        + number(report.detectable())
                        + say(" on. More customers will tell.", ". Davantage de clients trancheront.");
            case TOO_LITTLE_DATA ->
                say(
                        "There are " + count(report.units()) + " customers or sessions to ask about, and at least "
                                + SelectionRun.FEWEST_UNITS
                                + " are needed before anything can be compared. What did well elsewhere serves until then.",
                        "Il y a " + count(report.units()) + " clients ou sessions à interroger, et il en faut au moins "
                                + SelectionRun.FEWEST_UNITS
                                + " avant de comparer quoi que ce soit. D’ici là sert ce qui a réussi ailleurs.");
        };
    }
}
