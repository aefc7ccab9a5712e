package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import java.util.List;

/**
 * What one file holds. Immutable.
 *
 * @param entries those that may be kept, in the order of the file
 * @param rejected how much was rejected
 * @param rejections the first of it
 */
record FileContent(List<Located> entries, int rejected, List<Rejection> rejections) {
    FileContent {
        entries = List.copyOf(entries);
        rejections = List.copyOf(rejections);
    }

    /** An entry and the line it begins at. */
    record Located(Entry entry, int line) {}
}
