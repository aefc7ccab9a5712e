package dev.comptoir.recommend.interaction;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import dev.comptoir.ProductId;
import dev.comptoir.event.Event;
import dev.comptoir.event.EventLog;
import dev.comptoir.event.EventQuery;
import dev.comptoir.event.Line;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.event.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of one business in memory, kept up to date from its log. Customers become users and products items here, and
 * nowhere else. A receipt without customer counts for its products, never for anybody's history. Not thread-safe: the caller
 * guards it.
 *
 * <p>About 30 bytes a line and 30 bytes a receipt. Everything handed out depends only on the set of events, not on the order
 * in which they came: counts are whole numbers, and histories are sorted by time.
 */
public final class LiveInteractions {
    private static final int CHUNK = 20_000;

    private final DenseIndex<CustomerId> users = new DenseIndex<>();
    private final DenseIndex<ProductId> items = new DenseIndex<>();
    private final ReceiptColumns columns = new ReceiptColumns();
    private final Netting netting = new Netting(columns);
    private final Chains userChains = new Chains();
    private final Chains anonymousChains = new Chains();
    private final ItemCounters counters = new ItemCounters(columns);
    private final LiveViews views = new LiveViews();
    /** Items that somebody unknown brought back: only their chains need netting. */
    private final BitSet anonymousReturns = new BitSet();

    private long sequence;

    /** Holds nothing yet. */
    public LiveInteractions() {}

    /**
     * Takes in what the log has kept since the last call. Cost: constant without new events, otherwise the lines of the
     * customers they concern. Where it throws, what is held is incomplete and must be dropped.
     */
    public void catchUp(EventLog log) {
        if (log.lastSequence() == sequence) {
            return;
        }
        List<Event> chunk = new ArrayList<>();
        long read = log.read(EventQuery.keptAfter(sequence), event -> {
            chunk.add(event);
            if (chunk.size() == CHUNK) {
                take(chunk);
                chunk.clear();
            }
        });
        take(chunk);
        sequence = read;
    }

    /** Changes with every event taken in. */
    public long sequence() {
        return sequence;
    }

    /** How many lines of purchases and returns are held. */
    public int lines() {
        return columns.lines;
    }

    /** The index of a product, or -1 where it was never sold. */
    public int indexOf(ProductId product) {
        return items.find(product);
    }

    /**
     * Counts of all items. Cost: the number of items and of their days with sales.
     *
     * @param indexOf the index that each item shall have
     * @param itemCount every such index lies below it
     */
    public SalesCounts counts(int[] indexOf, int itemCount) {
        return counters.snapshot(indexOf, itemCount);
    }

    /** How many products were ever sold. */
    public int items() {
        return items.size();
    }

    /** The product of an index. */
    public ProductId product(int item) {
        return items.key(item);
    }

    /**
     * What a customer has kept; empty for somebody unknown.
     *
     * @param indexOf the index that each item shall have in the history
     * @param now when it is asked about, in milliseconds of the epoch; receipts dated later count as of then
     */
    public History history(CustomerId customer, int[] indexOf, long now) {
        int user = users.find(customer);
        return user < 0 ? History.empty(now) : new HistoryReader(columns, now).read(userChains.head(user), indexOf);
    }

    /** Everybody who is known, in the order of their ids: that of the rows of {@link #histories}. */
    public List<CustomerId> customers() {
        return users.copy().stream().sorted().toList();
    }

    /**
     * What everybody kept: known users in the order of their ids, then receipts without customer that still hold something, in
     * order of time. The same events always give the same rows.
     *
     * @param indexOf the index that each item shall have
     * @param itemCount every such index lies below it
     * @param now receipts dated later count as of then
     */
    public Histories histories(int[] indexOf, int itemCount, long now) {
        Histories.Builder rows = Histories.builder(itemCount);
        HistoryReader reader = new HistoryReader(columns, now);
        for (CustomerId customer : customers()) {
            reader.addTo(rows, userChains.head(users.find(customer)), indexOf);
            rows.endUser();
        }
        Integer[] receipts = IntStream.range(0, columns.receipts)
                .filter(receipt -> columns.user[receipt] == ReceiptColumns.NONE && !columns.isReturn[receipt])
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(receipts, columns::compareReceipts);
        for (int receipt : receipts) {
            int[] basket = anonymousBasket(receipt, indexOf);
            if (basket.length > 0) {
                rows.basket(reader.time(receipt), basket).endAnonymous();
            }
        }
        return rows.build();
    }

    /**
     * What was looked at, one row for each visit of more than one look; looks half an hour apart are two visits. The same events
     * always give the same rows.
     *
     * @param itemOf the item of a product; below 0 for those that are passed over
     * @param itemCount every item lies below it
     */
    public Histories visits(ToIntFunction<ProductId> itemOf, int itemCount) {
        return views.visits(itemOf, itemCount);
    }

    /** How often each item was looked at, by day, as {@link #counts} says it of sales. */
    public SalesCounts looks(ToIntFunction<ProductId> itemOf, int itemCount) {
        return views.counts(itemOf, itemCount);
    }

    private int[] anonymousBasket(int receipt, int[] indexOf) {
        int[] basket = new int[columns.firstLine[receipt + 1] - columns.firstLine[receipt]];
        int size = 0;
        for (int line = columns.firstLine[receipt]; line < columns.firstLine[receipt + 1]; line++) {
            if (columns.net[line] > 0) {
                basket[size++] = indexOf[columns.item[line]];
            }
        }
        return Arrays.copyOf(basket, size);
    }

    private void take(List<Event> chunk) {
        List<Receipt> fresh = new ArrayList<>();
        Set<Integer> touchedUsers = new HashSet<>();
        Set<Integer> touchedItems = new HashSet<>();
        for (Event event : chunk) {
            if (event instanceof View view) {
                views.add(view);
            }
            Receipt receipt = Receipt.of(event);
            if (receipt != null) {
                fresh.add(receipt);
                register(receipt, touchedUsers, touchedItems);
            }
        }
        userChains.grow(users.size());
        anonymousChains.grow(items.size());
        counters.grow(items.size());
        touchedItems.removeIf(item -> !anonymousReturns.get(item));
        touchedUsers.forEach(user -> counters.count(userChains.head(user), -1, true));
        touchedItems.forEach(item -> counters.count(anonymousChains.head(item), -1, false));
        fresh.forEach(this::add);
        for (int user : touchedUsers) {
            netting.apply(userChains.head(user));
            counters.count(userChains.head(user), 1, true);
        }
        for (int item : touchedItems) {
            netting.apply(anonymousChains.head(item));
            counters.count(anonymousChains.head(item), 1, false);
        }
    }

    private void register(Receipt receipt, Set<Integer> touchedUsers, Set<Integer> touchedItems) {
        CustomerId customer = receipt.customer();
        if (customer != null) {
            touchedUsers.add(users.indexOrAdd(customer));
        }
        for (Line line : receipt.lines()) {
            int item = items.indexOrAdd(line.product());
            if (customer == null) {
                touchedItems.add(item);
                if (receipt.isReturn()) {
                    anonymousReturns.set(item);
                }
            }
        }
    }

    private void add(Receipt receipt) {
        CustomerId customer = receipt.customer();
        int user = customer == null ? ReceiptColumns.NONE : users.find(customer);
        int row = columns.addReceipt(receipt.time(), user, receipt.idHash(), receipt.isReturn(), receipt.undoes());
        for (Line line : receipt.lines()) {
            int item = items.find(line.product());
            int added = columns.addLine(item, line.quantity().movePointRight(3).longValueExact());
            if (added != ReceiptColumns.NONE) {
                columns.next[added] =
                        customer == null ? anonymousChains.push(item, added) : userChains.push(user, added);
            }
        }
        for (int line = columns.firstLine[row]; line < columns.lines && customer == null; line++) {
            if (!anonymousReturns.get(columns.item[line])) {
                columns.net[line] = columns.quantity[line];
                counters.countLine(line);
            }
        }
    }

    /** The head of each chain of lines. */
    private static final class Chains {
        private int[] heads = new int[0];
        private int size;

        void grow(int newSize) {
            if (newSize > heads.length) {
                heads = Arrays.copyOf(heads, Math.max(newSize, heads.length * 2));
            }
            for (; size < newSize; size++) {
                heads[size] = ReceiptColumns.NONE;
            }
        }

        int head(int index) {
            return heads[index];
        }

        /** Puts a line at the head; returns the head before. */
        int push(int index, int line) {
            int before = heads[index];
            heads[index] = line;
            return before;
        }
    }

    /** What a purchase and a return have in common. */
    private record Receipt(
            long time, @Nullable CustomerId customer, List<Line> lines, long idHash, boolean isReturn, long undoes) {
        static @Nullable Receipt of(Event event) {
            if (event instanceof Purchase purchase) {
                return new Receipt(
                        purchase.at().toEpochMilli(),
                        purchase.customer(),
                        purchase.lines(),
                        hash(purchase.id()),
                        false,
                        0);
            }
            if (event instanceof Return returned) {
                EventId purchase = returned.purchase();
                return new Receipt(
                        returned.at().toEpochMilli(),
                        returned.customer(),
                        returned.lines(),
                        hash(returned.id()),
                        true,
                        purchase == null ? 0 : hash(purchase));
            }
            return null;
        }

        /** FNV-1a over the characters, then mixed, for ids that differ only in their last digits. */
        private static long hash(EventId id) {
            long hash = 0xcbf29ce484222325L;
            String value = id.value();
            for (int i = 0; i < value.length(); i++) {
                hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
            hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
            return hash ^ (hash >>> 31);
        }
    }
}
