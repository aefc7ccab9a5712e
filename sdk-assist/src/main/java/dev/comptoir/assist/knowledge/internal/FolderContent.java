package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import java.util.List;

/**
 * What all files of a folder hold together. Immutable.
 *
 * @param files how many files were read
 * @param entries no two with one id
 * @param rejected how much was rejected
 * @param rejections the first of it, in the order of files and lines
 * @param opened how many files had to be opened, because they were new or changed
 */
public record FolderContent(int files, List<Entry> entries, int rejected, List<Rejection> rejections, int opened) {
    public FolderContent {
        entries = List.copyOf(entries);
        rejections = List.copyOf(rejections);
    }
}
