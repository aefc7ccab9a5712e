package dev.comptoir.profile.internal;

import dev.comptoir.event.Message;
import dev.comptoir.profile.ContactHistory;
import dev.comptoir.profile.OpenRequest;
import dev.comptoir.profile.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One customer's messages, in any order. The newest ones that came are kept whether or not they are answered, because an answer may
 * be told of late. Not thread-safe.
 */
final class ContactFold {
    final Evidence messages = new Evidence();
    private final TreeMap<String, Integer> received = new TreeMap<>();
    private final TreeMap<String, Integer> sent = new TreeMap<>();
    private final Newest<Written> newestReceived = new Newest<>(Profile.MAX_NOTES, Written::moment);
    private @Nullable Written lastSent;

    void add(Message message) {
        Written written = new Written(Moment.of(message), message.channel());
        messages.add(written.moment);
        if (message.direction() == Message.Direction.FROM_CUSTOMER) {
            received.merge(message.channel(), 1, Sums::plus);
            newestReceived.add(written);
        } else {
            sent.merge(message.channel(), 1, Sums::plus);
            if (lastSent == null || written.moment.isAfter(lastSent.moment)) {
                lastSent = written;
            }
        }
    }

    ContactHistory history() {
        Optional<Written> in = Optional.ofNullable(newestReceived.newest());
        Optional<Written> out = Optional.ofNullable(lastSent);
        Optional<Written> last = in.filter(came -> out.isEmpty() || came.moment.isAfter(out.get().moment))
                .or(() -> out);
        return new ContactHistory(
                received,
                sent,
                in.map(written -> written.moment.at()),
                out.map(written -> written.moment.at()),
                last.map(Written::channel));
    }

    List<OpenRequest> openRequests() {
        List<OpenRequest> open = new ArrayList<>();
        for (Written came : newestReceived.newestFirst()) {
            if (lastSent == null || came.moment.isAfter(lastSent.moment)) {
                open.add(new OpenRequest(came.moment.id(), came.moment.at(), came.channel));
            }
        }
        Collections.reverse(open);
        return List.copyOf(open);
    }

    long bytes() {
        return 200 + messages.bytes() + 150L * newestReceived.kept() + 100L * (received.size() + sent.size());
    }

    private record Written(Moment moment, String channel) {}
}
