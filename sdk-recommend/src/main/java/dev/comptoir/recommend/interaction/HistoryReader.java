package dev.comptoir.recommend.interaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one user's chain of lines into a history. */
final class HistoryReader {
    private final ReceiptColumns columns;
    private final Comparator<Integer> byProduct;

    <P extends Comparable<P>> HistoryReader(ReceiptColumns columns, DenseIndex<P> items) {
        this.columns = columns;
        this.byProduct = Comparator.comparing(items::key);
    }

    UserHistory read(int head) {
        List<Integer> lines = new ArrayList<>();
        for (int line = head; line != ReceiptColumns.NONE; line = columns.next[line]) {
            if (columns.net[line] > 0) {
                lines.add(line);
            }
        }
        Comparator<Integer> oldestFirst = columns::compareLines;
        lines.sort(oldestFirst.reversed());
        List<Long> receipts = new ArrayList<>();
        SortedMap<Integer, List<Integer>> positions = new TreeMap<>(byProduct);
        int receiptBefore = ReceiptColumns.NONE;
        for (int line : lines) {
            if (columns.receipt[line] != receiptBefore) {
                receiptBefore = columns.receipt[line];
                receipts.add(columns.time[receiptBefore]);
            }
            positions
                    .computeIfAbsent(columns.item[line], item -> new ArrayList<>())
                    .add(receipts.size() - 1);
        }
        List<UserHistory.Item> result = new ArrayList<>(positions.size());
        positions.forEach((item, at) -> result.add(new UserHistory.Item(item, at)));
        return new UserHistory(receipts, result);
    }
}
