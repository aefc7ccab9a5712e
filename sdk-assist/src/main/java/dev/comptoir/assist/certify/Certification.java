package dev.comptoir.assist.certify;

import java.util.List;

/**
 * What could be certified and what could not. Immutable.
 *
 * @param certificates one for each scope that reached the target
 * @param shortfalls one for each scope that did not
 */
public record Certification(List<Certificate> certificates, List<Shortfall> shortfalls) {
    public Certification {
        certificates = List.copyOf(certificates);
        shortfalls = List.copyOf(shortfalls);
    }
}
