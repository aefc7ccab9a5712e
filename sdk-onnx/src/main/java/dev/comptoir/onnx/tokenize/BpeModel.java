package dev.comptoir.onnx.tokenize;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts words into characters and joins neighbours in the order in which the pairs were learned. Immutable. */
final class BpeModel implements PieceModel {
    /**
     * How characters become symbols.
     *
     * @param prefix before each character of a word but the first, or empty
     * @param suffix after the last character of a word, or empty
     * @param unknown id of what is unknown, or {@code null}: it is then left out
     * @param fuseUnknown whether neighbours that are unknown count as one
     * @param bytes written in the place of what is unknown, where it has them all
     * @param wholeWords whether a word that is a piece is taken whole without looking at the pairs
     */
    record Symbols(
            String prefix,
            String suffix,
            @Nullable Integer unknown,
            boolean fuseUnknown,
            ByteTokens bytes,
            boolean wholeWords) {}

    private final Map<String, Integer> vocabulary;
    private final BpeMerges merges;
    private final Symbols symbols;
    private final LongTable single;

    BpeModel(Map<String, Integer> vocabulary, BpeMerges merges, Symbols symbols) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.merges = merges;
        this.symbols = symbols;
        this.single = new LongTable(1024);
        vocabulary.forEach((piece, id) -> {
            if (!piece.isEmpty() && piece.codePointCount(0, piece.length()) == 1) {
                single.put(piece.codePointAt(0), id);
            }
        });
    }

    @Override
    public Cutter into(Ids ids) {
        BpeWord parts = new BpeWord(merges);
        return word -> {
            Integer whole = symbols.wholeWords() ? vocabulary.get(word) : null;
            if (whole != null) {
                return ids.add(whole);
            }
            fill(word, parts);
            return parts.merge(ids);
        };
    }

    /* Characters that have bytes do not end a run of unknown ones; in the reference neither, so that the bytes come
     * before the unknown token of the characters before them. */
    private void fill(String word, BpeWord parts) {
        parts.clear();
        boolean pending = false;
        for (int at = 0; at < word.length(); ) {
            int c = word.codePointAt(at);
            int next = at + Character.charCount(c);
            int id = symbol(c, at == 0, next == word.length());
            if (id != LongTable.ABSENT) {
                if (pending && symbols.unknown() != null) {
                    parts.add(symbols.unknown());
                }
                pending = false;
                parts.add(id);
            } else {
                byte[] utf8 = written(c, at == 0, next == word.length()).getBytes(StandardCharsets.UTF_8);
                if (symbols.bytes().covers(utf8)) {
                    for (byte b : utf8) {
                        parts.add(symbols.bytes().id(b));
                    }
                } else if (symbols.unknown() != null) {
                    if (pending && !symbols.fuseUnknown()) {
                        parts.add(symbols.unknown());
                    }
                    pending = true;
                }
            }
            at = next;
        }
        if (pending && symbols.unknown() != null) {
            parts.add(symbols.unknown());
        }
    }

    private int symbol(int c, boolean first, boolean last) {
        if ((first || symbols.prefix().isEmpty()) && (!last || symbols.suffix().isEmpty())) {
            return single.get(c);
        }
        return vocabulary.getOrDefault(written(c, first, last), LongTable.ABSENT);
    }

    private String written(int c, boolean first, boolean last) {
        return (first ? "" : symbols.prefix()) + Character.toString(c) + (last ? symbols.suffix() : "");
    }
}
