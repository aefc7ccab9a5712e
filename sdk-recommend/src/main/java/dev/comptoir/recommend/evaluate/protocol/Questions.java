package dev.comptoir.recommend.evaluate.protocol;

import dev.comptoir.recommend.evaluate.HeldOut;
import dev.comptoir.recommend.interaction.History;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** What the protocols have in common. Stateless. */
final class Questions {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private Questions() {}

    /** A question; where items of the history are left out of the ranking, they are not asked for either. */
    static HeldOut of(int unit, History history, int[] target, int earlier, boolean masked) {
        int[] asked = masked
                ? Arrays.stream(target).filter(item -> history.find(item) < 0).toArray()
                : target;
        return HeldOut.of(unit, history, asked, earlier, masked);
    }

    static String day(long time) {
        return DAY.format(Instant.ofEpochMilli(time));
    }
}
