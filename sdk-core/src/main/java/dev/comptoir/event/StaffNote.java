package dev.comptoir.event;

import dev.comptoir.CustomerId;
import dev.comptoir.EventId;
import java.time.Instant;

/**
 * What a member of the staff wrote down about a customer. Immutable.
 *
 * @param author who wrote it, as the vendor names the staff: 1 to 200 characters
 * @param text at most 1,048,576 characters
 */
public record StaffNote(EventId id, Instant at, CustomerId customer, String author, String text) implements Event {
    public StaffNote {
        at = Content.time(at);
        author = Content.name("author of a note", author);
        text = Content.text("text of a note", text);
    }

    /** One whose id is a hash of its content. */
    public static StaffNote of(CustomerId customer, Instant at, String author, String text) {
        return new StaffNote(Content.id(Kind.STAFF_NOTE, at, customer, author, text), at, customer, author, text);
    }

    /** The same under the id that the source gives it. */
    public StaffNote withId(EventId id) {
        return new StaffNote(id, at, customer, author, text);
    }

    @Override
    public Kind kind() {
        return Kind.STAFF_NOTE;
    }
}
