package dev.comptoir.examples.report;

/** One part of the page. */
interface Section {
    /** The anchor of the part: lower-case letters. */
    String id();

    /** Writes what stands below the heading. */
    void write(Html html, Words words);
}
