package dev.comptoir.consent;

import dev.comptoir.event.ConsentChange;
import dev.comptoir.event.Event;
import dev.comptoir.event.Message;

/** What can be a contact initiated by the customer. Messages to customers, staff notes and refusals never are. */
public enum Contact {
    PURCHASE,
    /** Something was brought back; also a sale that the staff cancelled, so it is not one by default. */
    RETURN,
    VIEW,
    VISIT,
    MESSAGE_FROM_CUSTOMER,
    FEEDBACK,
    /** The customer allowed something; the staff may have asked for it, so it is not one by default. */
    CONSENT_GRANTED;

    /** Whether an event is this kind of contact. */
    public boolean isOf(Event event) {
        return switch (this) {
            case PURCHASE -> event.kind() == Event.Kind.PURCHASE;
            case RETURN -> event.kind() == Event.Kind.RETURN;
            case VIEW -> event.kind() == Event.Kind.VIEW;
            case VISIT -> event.kind() == Event.Kind.VISIT;
            case MESSAGE_FROM_CUSTOMER ->
                event instanceof Message message && message.direction() == Message.Direction.FROM_CUSTOMER;
            case FEEDBACK -> event.kind() == Event.Kind.FEEDBACK;
            case CONSENT_GRANTED ->
                event instanceof ConsentChange change && change.status() == ConsentChange.Status.GRANTED;
        };
    }
}
