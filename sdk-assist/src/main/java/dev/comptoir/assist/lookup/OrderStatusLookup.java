package dev.comptoir.assist.lookup;

import static dev.comptoir.assist.wording.FrenchText.NBSP;

import dev.comptoir.CustomerId;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.assist.wording.EnglishText;
import dev.comptoir.assist.wording.FrenchText;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers how far an order is, only to the customer whose it is. An unknown customer, an order of somebody else and one that does
 * not exist are answered alike: not at all. Questions that want anything else (to cancel, to complain, to change an address) are
 * left to others. Thread-safe.
 */
public final class OrderStatusLookup implements Lookup {
    /*
     * The number comes from the customer's text and may be anybody's. The source is asked for the pair of customer and number, and
     * what it answers is believed only if it names the same customer: a source that forgets to look would otherwise tell strangers.
     * A link is told only with https, a host that is allowed or below one that is, and neither user nor port, for a page that a
     * carrier's system names must not lead customers elsewhere.
     */
    private enum Cue {
        STATUS,
        ORDER
    }

    private static final Vocabulary<Cue> WORDS = new Vocabulary<>(
                    Cue.class,
                    "de, d, du, des, la, le, les, l, ma, mon, mes, je, j, a, quel, quelle, est elle, est il, a t elle, a t il, elle, il, est, en, deja, bien,"
                            + " encore, actuellement, aujourd hui, toujours, numero, no, n, ref, reference, la reference, sous le numero, passee, ete, t elle, t il, on,"
                            + " the, my, an, is, has, it, been, of, number, yet, already, now, currently, at the moment, to, for, with, be, i, will, does, reference number")
            .with(
                    Cue.STATUS,
                    "ou en est, ou en sont, ou est, ou se trouve, suivi, le suivi, suivre, statut, le statut, l etat, etat, etat d avancement,"
                            + " quand arrive, quand arrivera, quand va arriver, quand est ce que, quand vais je recevoir, quand recevrai je, quand sera,"
                            + " quand est prevue, quand vais je etre livre, quand serai je livre, expediee, expedie, partie, parti, envoyee, envoye, livree, livre, prete,"
                            + " en preparation, va arriver, vais recevoir, vais je recevoir, arrive, arrivera, arrive t elle, arrive t il, avoir des nouvelles,"
                            + " des nouvelles, avez vous des nouvelles, where is, where s, where are, status, what is the status, what s the status, track,"
                            + " tracking, how do i track, can i track, when will, when does, when is, when can i expect, arrive, arriving, shipped, sent, dispatched, delivered, ready,"
                            + " on its way, any news, any update, any updates, any news on, any update on, get, receive, due")
            .with(
                    Cue.ORDER,
                    "commande, commandes, colis, ma commande, mon colis, livraison, order, parcel, package, delivery, my order, my parcel, xorder");

    private static final Pattern CARRIER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .&'-]{0,39}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final int MAX_LINK = 300;

    private final OrderSource source;
    private final Set<String> hosts;

    private OrderStatusLookup(OrderSource source, Collection<String> hosts) {
        this.source = Objects.requireNonNull(source, "source");
        Set<String> checked = new TreeSet<>();
        for (String host : hosts) {
            String lower = host.toLowerCase(Locale.ROOT);
            if (!HOST.matcher(lower).matches()) {
                throw new IllegalArgumentException("\"" + host
                        + "\" is no host that links may lead to. Maybe write it like suivi.example.fr, without https?");
            }
            checked.add(lower);
        }
        this.hosts = Set.copyOf(checked);
    }

    /** Answers from the application's orders, without links. */
    public static OrderStatusLookup of(OrderSource source) {
        return new OrderStatusLookup(source, Set.of());
    }

    /** Also gives tracking links that lead to one of these hosts, or to one below it. */
    public static OrderStatusLookup of(OrderSource source, Collection<String> trackingHosts) {
        return new OrderStatusLookup(source, trackingHosts);
    }

    @Override
    public String name() {
        return "order-status";
    }

    @Override
    public Optional<LiveFact> find(LookupRequest request) {
        CustomerId customer = request.customer();
        OrderNumbers.Found found = asked(request);
        if (customer == null || found == null) {
            return Optional.empty();
        }
        Optional<String> number = found.numbers().isEmpty()
                ? only(source.openOrders(customer))
                : Optional.of(found.numbers().iterator().next());
        return number.flatMap(known -> source.order(customer, known)
                .filter(status -> status.customer().equals(customer))
                .map(status -> fact(known, status, request)));
    }

    /** For a customer who is known, and has several open orders or none: whose number is then asked for tells nobody anything. */
    @Override
    public boolean needsOrder(LookupRequest request) {
        CustomerId customer = request.customer();
        OrderNumbers.Found found = asked(request);
        return customer != null
                && found != null
                && found.numbers().isEmpty()
                && only(source.openOrders(customer)).isEmpty();
    }

    /** The order numbers of a question about how far an order is; null for any other question. */
    private static OrderNumbers.@Nullable Found asked(LookupRequest request) {
        if (request.question().length() > Vocabulary.MAX_LENGTH) {
            return null;
        }
        OrderNumbers.Found found = OrderNumbers.in(request);
        Set<Cue> cues = WORDS.read(Vocabulary.words(found.text())).orElse(Set.of());
        return cues.size() < Cue.values().length || found.numbers().size() > 1 ? null : found;
    }

    private static Optional<String> only(List<String> numbers) {
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    private LiveFact fact(String number, OrderStatus status, LookupRequest request) {
        Language language = request.language();
        LocalDate today = LocalDate.ofInstant(request.now(), request.zone());
        String carrier = status.carrier()
                .filter(name ->
                        status.state().isWithCarrier() && CARRIER.matcher(name).matches())
                .orElse("");
        Optional<LocalDate> expected =
                status.expected().filter(day -> status.state().isOnTheWay() && !day.isBefore(today));
        Optional<String> link = status.tracking().filter(this::isAllowed).map(URI::toASCIIString);
        boolean french = language == Language.FRENCH;
        StringBuilder text = new StringBuilder(french ? "Votre commande " : "Your order ")
                .append(number)
                .append(' ')
                .append(status.state().predicate(language));
        if (!carrier.isEmpty()) {
            text.append(french ? " (transporteur" + NBSP + ": " : " (carrier: ")
                    .append(carrier)
                    .append(')');
        }
        text.append('.');
        expected.ifPresent(day -> text.append(
                french
                        ? " La livraison est pr\u00e9vue le " + FrenchText.day(day) + "."
                        : " Delivery is expected on " + EnglishText.day(day) + "."));
        link.ifPresent(page ->
                text.append(french ? " Suivi" + NBSP + ": " : " Tracking: ").append(page));
        return new LiveFact(
                name(), language.choose("Suivi de commande", "Order status"), text.toString(), language, request.now());
    }

    private boolean isAllowed(URI page) {
        String host = page.getHost();
        if (host == null
                || !"https".equalsIgnoreCase(page.getScheme())
                || page.getRawUserInfo() != null
                || page.getPort() != -1
                || page.toASCIIString().length() > MAX_LINK) {
            return false;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(allowed -> lower.equals(allowed) || lower.endsWith("." + allowed));
    }
}
