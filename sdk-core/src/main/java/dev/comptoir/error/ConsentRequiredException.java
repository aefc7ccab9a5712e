package dev.comptoir.error;

/** Something needs the consent of a customer and has none. Names the purpose and the reason, never the customer. */
public final class ConsentRequiredException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    private final String purpose;
    private final String reason;

    /**
     * @param purpose the name of the purpose, for example {@code newsletter}
     * @param reason the name of the {@code ConsentGround}, for example {@code REVOKED}
     */
    public ConsentRequiredException(String purpose, String reason) {
        super(
                ErrorCode.CONSENT_REQUIRED,
                "There is no consent for the purpose " + purpose + ": " + reason
                        + ". Maybe leave this processing out, or ask the customer?",
                null);
        this.purpose = purpose;
        this.reason = reason;
    }

    /** The name of the purpose. */
    public String purpose() {
        return purpose;
    }

    /** The name of the ground on which it is not permitted. */
    public String reason() {
        return reason;
    }
}
