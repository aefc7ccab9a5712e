package dev.comptoir.assist.lookup;

import dev.comptoir.CustomerId;
import java.util.OptionalLong;

/** The application's loyalty programme. An implementation is thread-safe and only reads. */
@FunctionalInterface
public interface PointsSource {
    /** The customer's points now; empty where they have no card. */
    OptionalLong points(CustomerId customer);
}
