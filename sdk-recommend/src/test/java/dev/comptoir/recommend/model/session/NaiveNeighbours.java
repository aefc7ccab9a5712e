package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The formulas of session neighbours word for word, with maps and without any care for speed. */
final class NaiveNeighbours {
    private record Session(int row, long end, Map<Integer, Integer> lastStep) {}

    private record Neighbour(Session session, double similarity) {}

    private final int items;
    private final SessionNeighboursSettings settings;
    private final List<Session> sessions = new ArrayList<>();
    private final Map<Integer, Integer> sessionsWith = new HashMap<>();

    NaiveNeighbours(Histories histories, SessionNeighboursSettings settings) {
        this.items = histories.items();
        this.settings = settings;
        for (int row = 0; row < histories.rows(); row++) {
            History history = histories.history(row, 0);
            Map<Integer, Integer> lastStep = new TreeMap<>();
            int lines = 0;
            for (int b = 0; b < history.baskets(); b++) {
                for (int k = 0; k < history.basketSize(b); k++) {
                    lastStep.put(history.item(b, k), b + 1);
                    lines++;
                }
            }
            if (lines > 1) {
                sessions.add(new Session(row, history.time(history.baskets() - 1), lastStep));
                lastStep.keySet().forEach(item -> sessionsWith.merge(item, 1, Integer::sum));
            }
        }
        sessions.sort(Comparator.comparingLong(Session::end)
                .thenComparingInt(Session::row)
                .reversed());
    }

    double[] scores(History history) {
        Map<Integer, Integer> current = new HashMap<>();
        int length = 0;
        for (int b = 0; b < history.baskets(); b++) {
            Set<Integer> known = new TreeSet<>();
            for (int k = 0; k < history.basketSize(b); k++) {
                if (sessionsWith.containsKey(history.item(b, k))) {
                    known.add(history.item(b, k));
                }
            }
            length += known.isEmpty() ? 0 : 1;
            for (int item : known) {
                current.put(item, length);
            }
        }
        double[] scores = new double[items];
        for (Neighbour neighbour : neighbours(current, length, history.now())) {
            add(neighbour, current, length, scores);
        }
        for (int item = 0; item < items; item++) {
            if (!settings.remind() && current.containsKey(item)) {
                scores[item] = 0;
            }
        }
        return scores;
    }

    private List<Neighbour> neighbours(Map<Integer, Integer> current, int length, long now) {
        // In the order in which the fast code adds, so that sessions equally similar are so to the last bit.
        List<Map.Entry<Integer, Integer>> inOrder = new ArrayList<>(current.entrySet());
        inOrder.sort(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        double squares = 0;
        for (Map.Entry<Integer, Integer> one : inOrder) {
            squares += Math.pow(weight(one.getValue(), length), 2);
        }
        double norm = switch (settings.similarity()) {
            case COSINE -> Math.sqrt(squares);
            case VEC -> current.size();
            case DOT -> 1;
        };
        List<Session> recent = sessions.stream()
                .filter(session -> session.lastStep().keySet().stream().anyMatch(current::containsKey))
                .limit(settings.recentSessions())
                .toList();
        List<Neighbour> all = new ArrayList<>();
        for (Session session : recent) {
            double sum = 0;
            for (Map.Entry<Integer, Integer> one : inOrder) {
                sum += session.lastStep().containsKey(one.getKey()) ? weight(one.getValue(), length) : 0;
            }
            double similarity = sum / norm;
            if (settings.similarity() == Similarity.COSINE) {
                similarity /= Math.sqrt(session.lastStep().size());
            }
            double age = Math.max(0, Math.min(now, recent.get(0).end()) - session.end()) / 86_400_000.0;
            similarity *= Math.exp(-age / settings.sessionDecayDays());
            all.add(new Neighbour(session, similarity));
        }
        all.sort(Comparator.comparingDouble((Neighbour one) -> (float) one.similarity())
                .reversed());
        return all.subList(0, Math.min(all.size(), settings.neighbors()));
    }

    private void add(Neighbour neighbour, Map<Integer, Integer> current, int length, double[] scores) {
        int latestStep = 0;
        int lastShared = 0;
        for (Map.Entry<Integer, Integer> one : neighbour.session().lastStep().entrySet()) {
            if (current.containsKey(one.getKey())) {
                latestStep = Math.max(latestStep, current.get(one.getKey()));
                lastShared = Math.max(lastShared, one.getValue());
            }
        }
        for (Map.Entry<Integer, Integer> one : neighbour.session().lastStep().entrySet()) {
            int distance = Math.abs(one.getValue() - lastShared);
            double idf = Math.log((double) sessions.size() / sessionsWith.get(one.getKey()));
            scores[one.getKey()] += neighbour.similarity()
                    * decay(settings.stepDecay(), length - latestStep + 1)
                    * decay(settings.distanceDecay(), distance + 1)
                    * (1 + settings.idfWeight() * idf);
        }
    }

    private double weight(int position, int length) {
        double p = position;
        double l = length;
        Decay decay = settings.positionWeight();
        return switch (decay.shape()) {
            case SAME -> 1;
            case LINEAR -> Math.max(0, 1 - 0.1 * (l - p));
            case DIV -> p / l;
            case QUADRATIC -> (p / l) * (p / l);
            case LOG -> 1 / Math.log10(l - p + 1.7);
            case EXPONENTIAL -> Math.exp((p - l) / decay.steps());
        };
    }

    private static double decay(Decay decay, double g) {
        return switch (decay.shape()) {
            case SAME -> 1;
            case LINEAR -> Math.max(0, 1 - 0.1 * g);
            case DIV -> 1 / g;
            case QUADRATIC -> 1 / (g * g);
            case LOG -> 1 / Math.log10(g + 1.7);
            case EXPONENTIAL -> Math.exp(-(g - 1) / decay.steps());
        };
    }
}
