package dev.comptoir.onnx.tokenize;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.ModelException;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the ids of a text, or of two.
 *
 * @param frame the special tokens around one text
 * @param pair those around two; null where the file has no usable template for them
 * @param cut how texts that are too long are cut
 */
record Surroundings(Frame frame, @Nullable Frame pair, Cut cut) {
    /**
     * How texts that are too long are cut.
     *
     * @param maxTokens the limit that the file itself names
     * @param keepsEnd whether the end is kept, and not the beginning
     * @param side which of two texts
     */
    record Cut(OptionalInt maxTokens, boolean keepsEnd, Side side) {}

    /** Which of two texts is cut. */
    enum Side {
        LONGER,
        FIRST,
        SECOND
    }

    /** The tokens of a text; {@code cutter} sends a text's ids to where they are gathered. */
    Tokens one(String text, int maxTokens, BiConsumer<String, Ids> cutter) {
        Ids ids = new Ids(room(frame, maxTokens, 1), cut.keepsEnd());
        cutter.accept(text, ids);
        return frame.around(ids);
    }

    /** The tokens of two texts in one row. */
    Tokens two(String first, String second, int maxTokens, BiConsumer<String, Ids> cutter) {
        if (pair == null) {
            throw new ModelException(
                    ErrorCode.MODEL_UNSUPPORTED,
                    "The tokenizer names no template for two texts (post_processor). Maybe the model reads only one?");
        }
        int room = room(pair, maxTokens, 2);
        Ids one = new Ids(room, cut.keepsEnd());
        Ids other = new Ids(room, cut.keepsEnd());
        cutter.accept(first, one);
        cutter.accept(second, other);
        if (one.truncated() && other.truncated() && !cut.keepsEnd() && room % 2 == 1) {
            // The odd place goes to the longer one, so both must be known to their ends.
            one = new Ids(room, true);
            other = new Ids(room, true);
            cutter.accept(first, one);
            cutter.accept(second, other);
            one = one.beginning();
            other = other.beginning();
        }
        share(one, other, room);
        return pair.around(one, other);
    }

    /* The reference (release 0.21) cuts only the longer text where that is enough, else both to half of the room, and the longer one
     * gets the odd place. Where only one may be cut and the other fills the room alone, the reference fails; here both give way, for a
     * customer's long mail must not fail a call. */
    private void share(Ids first, Ids second, int room) {
        int one = first.gathered();
        int other = second.gathered();
        if (one + other <= room) {
            return;
        }
        if (cut.side() == Side.FIRST && other < room) {
            first.limit(room - other);
        } else if (cut.side() == Side.SECOND && one < room) {
            second.limit(room - one);
        } else {
            boolean firstIsLonger = one > other;
            int shorter = Math.min(one, other);
            int longer = shorter > room ? shorter : Math.max(shorter, room - shorter);
            if (shorter + longer > room) {
                shorter = room / 2;
                longer = room - shorter;
            }
            first.limit(firstIsLonger ? longer : shorter);
            second.limit(firstIsLonger ? shorter : longer);
        }
    }

    /**
     * How many ids of so many texts there may be.
     *
     * @throws IllegalArgumentException if there is no room for one of each
     */
    private static int room(Frame frame, int maxTokens, int texts) {
        int room = maxTokens - frame.specials();
        if (room < texts) {
            throw new IllegalArgumentException("maxTokens is " + maxTokens + ", but the special tokens alone are "
                    + frame.specials() + "; at least " + (frame.specials() + texts) + " are needed.");
        }
        return room;
    }
}
