package dev.comptoir.assist.lookup;

import dev.comptoir.Business;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.EnglishText;
import dev.comptoir.assist.wording.FrenchText;
import dev.comptoir.consent.Purpose;
import dev.comptoir.error.ConsentRequiredException;
import dev.comptoir.profile.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Answers a customer's questions about what is kept of them: loyalty points, when they last bought something, how often they did.
 * Only the customer who asks, and only if they allow {@link Purpose#REPLY_HISTORY}; otherwise it is silent. Thread-safe; the first
 * question after a business was opened takes as long as {@link dev.comptoir.profile.Profiles} says.
 */
public final class ProfileLookup implements Lookup {
    private enum Cue {
        POINTS,
        LAST_PURCHASE,
        COUNT
    }

    private static final Vocabulary<Cue> WORDS = new Vocabulary<>(
                    Cue.class,
                    "de, d, la, le, les, l, a, ma, mon, mes, sur, carte, carte de fidelite, compte fidelite, fidelite, chez vous, actuellement,"
                            + " aujourd hui, en ce moment, maintenant, deja, encore, on, my, the, do, have, with you, card, loyalty card, account, right now,"
                            + " now, currently, so far, i, at your shop, in your shop, t, ai, je, j, c, en tout, in total")
            .with(
                    Cue.POINTS,
                    "combien ai je de points, combien de points ai je, combien j ai de points, j ai combien de points, combien de points j ai,"
                            + " combien de points me reste t il, combien me reste t il de points, il me reste combien de points, quel est mon solde de points,"
                            + " quel est le solde de mes points, solde de points, mon solde de points, combien de points sont, combien de points, combien ai je de points de fidelite, combien de points de fidelite ai je, combien de points fidelite ai je,"
                            + " how many points do i have, how many points have i got, how many loyalty points do i have, how many points are,"
                            + " what is my points balance, what s my points balance, points balance, what is my balance of points, how many points")
            .with(
                    Cue.LAST_PURCHASE,
                    "c etait quand ma derniere commande, quand etait ma derniere commande, quand a ete passee ma derniere commande,"
                            + " de quand date ma derniere commande, de quand date mon dernier achat, quelle est la date de ma derniere commande,"
                            + " quelle est la date de mon dernier achat, date de ma derniere commande, date de mon dernier achat,"
                            + " c etait quand mon dernier achat, quand etait mon dernier achat, quand ai je commande pour la derniere fois,"
                            + " quand ai je achete pour la derniere fois, quand suis je venu pour la derniere fois, quand suis je venue pour la derniere fois,"
                            + " ma derniere commande c etait quand, ma derniere commande date de quand, mon dernier achat c etait quand,"
                            + " quel jour ai je passe ma derniere commande, when was my last order, when was my last purchase, when did i last order,"
                            + " when did i last buy, when did i last buy something, when did i place my last order, date of my last order,"
                            + " what is the date of my last order, what s the date of my last order, date of my last purchase")
            .with(
                    Cue.COUNT,
                    "combien de fois suis je venu, combien de fois suis je venue, combien de fois ai je commande,"
                            + " combien d achats ai je faits, combien d achats ai je fait, combien de commandes ai je passees,"
                            + " combien de commandes ai je passe, combien de commandes ai je faites, j ai passe combien de commandes,"
                            + " how many orders have i placed, how many orders have i made, how many orders did i place,"
                            + " how many purchases have i made, how often have i ordered, how many times have i ordered");

    private final Business business;
    private final PointsSource points;

    private ProfileLookup(Business business, PointsSource points) {
        this.business = Objects.requireNonNull(business, "business");
        this.points = Objects.requireNonNull(points, "points");
    }

    /** Answers from the business's profiles; knows no points. */
    public static ProfileLookup of(Business business) {
        return new ProfileLookup(business, customer -> OptionalLong.empty());
    }

    /** Also knows the points of the application's loyalty programme. */
    public static ProfileLookup of(Business business, PointsSource points) {
        return new ProfileLookup(business, points);
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Optional<LiveFact> find(LookupRequest request) {
        CustomerId customer = request.customer();
        if (customer == null || request.question().length() > Vocabulary.MAX_LENGTH) {
            return Optional.empty();
        }
        Set<Cue> cues = WORDS.read(Vocabulary.words(request.question())).orElse(Set.of());
        if (cues.size() != 1) {
            return Optional.empty();
        }
        Cue cue = cues.iterator().next();
        try {
            Optional<String> text = cue == Cue.POINTS
                    ? points(customer, request.language())
                    : history(cue, business.profile(customer, Purpose.REPLY_HISTORY), request);
            return text.map(found ->
                    new LiveFact(name(), title(cue, request.language()), found, request.language(), request.now()));
        } catch (ConsentRequiredException e) {
            return Optional.empty();
        }
    }

    private Optional<String> points(CustomerId customer, Language language) {
        business.consents().require(customer, Purpose.REPLY_HISTORY);
        OptionalLong found = points.points(customer);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        language == Language.FRENCH
                                ? "Vous avez " + FrenchText.count(found.getAsLong(), "point", "points")
                                        + " de fid\u00e9lit\u00e9."
                                : "You have " + EnglishText.count(found.getAsLong(), "loyalty point", "loyalty points")
                                        + ".");
    }

    private static Optional<String> history(Cue cue, Profile profile, LookupRequest request) {
        boolean french = request.language() == Language.FRENCH;
        Optional<Instant> last = profile.lastPurchase();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        if (cue == Cue.COUNT) {
            int count = profile.purchaseCount();
            return Optional.of(
                    french
                            ? "Nous avons enregistr\u00e9 " + FrenchText.count(count, "achat", "achats")
                                    + " de votre part."
                            : "We have recorded " + EnglishText.count(count, "purchase", "purchases") + " of yours.");
        }
        LocalDate day = LocalDate.ofInstant(last.get(), profile.zone());
        return Optional.of(
                french
                        ? "Votre dernier achat date du " + FrenchText.dayWithYear(day) + "."
                        : "Your last purchase was on " + EnglishText.dayWithYear(day) + ".");
    }

    private static String title(Cue cue, Language language) {
        return switch (cue) {
            case POINTS -> language.choose("Points de fid\u00e9lit\u00e9", "Loyalty points");
            case LAST_PURCHASE -> language.choose("Dernier achat", "Last purchase");
            case COUNT -> language.choose("Nombre d'achats", "Number of purchases");
        };
    }
}
