package dev.comptoir.error;

import org.jspecify.annotations.Nullable;

/** A setting, a folder or a mapping that cannot work as given; the message lists all problems found. */
public final class ConfigurationException extends ComptoirException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public ConfigurationException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
