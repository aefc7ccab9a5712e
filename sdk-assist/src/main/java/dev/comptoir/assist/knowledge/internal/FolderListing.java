package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a folder and its subfolders in the order of their names, bounded; hidden files and links are passed over. */
final class FolderListing {
    static final int MAX_FILES = 10_000;
    private static final int MAX_DEPTH = 16;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private FolderListing(Path folder) {
        this.folder = folder;
    }

    static FolderListing of(Path folder) {
        FolderListing listing = new FolderListing(folder);
        if (!Files.exists(folder)) {
            throw listing.unreadable("does not exist", "create it or correct the path", null);
        }
        if (!Files.isDirectory(folder)) {
            throw listing.unreadable("is a file, not a folder", "give the folder that holds it", null);
        }
        try {
            listing.list(folder, 0);
        } catch (IOException | UncheckedIOException e) {
            throw listing.unreadable("cannot be listed", "check its permissions", e);
        }
        if (listing.files.size() > MAX_FILES) {
            listing.files.subList(MAX_FILES, listing.files.size()).clear();
            listing.rejections.add(
                    new Rejection("", 0, Rule.TOO_MANY, "At most " + MAX_FILES + " files of a folder are read."));
        }
        return listing;
    }

    List<Path> files() {
        return files;
    }

    /** Folders that could not be listed. */
    List<Rejection> rejections() {
        return rejections;
    }

    String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private ConfigurationException unreadable(String rule, String maybe, @Nullable Exception cause) {
        return new ConfigurationException(
                ErrorCode.KNOWLEDGE_UNREADABLE,
                "The knowledge folder " + folder + " " + rule + ". Maybe " + maybe + "?",
                cause);
    }

    private void list(Path directory, int depth) throws IOException {
        List<Path> children;
        try (Stream<Path> stream = Files.list(directory)) {
            children = stream.filter(path -> !isHidden(path)).sorted().toList();
        }
        for (Path child : children) {
            if (files.size() > MAX_FILES) {
                return;
            }
            // Links are passed over: they may lead out of the folder or round in circles.
            if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                if (FileFormat.of(name(child)).isPresent()) {
                    files.add(child);
                }
            } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                listChild(child, depth + 1);
            }
        }
    }

    private void listChild(Path child, int depth) {
        if (depth > MAX_DEPTH) {
            reject(child, "Folders are read " + MAX_DEPTH + " deep.");
            return;
        }
        try {
            list(child, depth);
        } catch (IOException | UncheckedIOException e) {
            reject(child, "The folder cannot be listed.");
        }
    }

    private void reject(Path child, String detail) {
        rejections.add(new Rejection(name(child), 0, Rule.UNREADABLE, detail));
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }
}
