package dev.comptoir.assist.knowledge.internal;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.KnowledgeReport;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder, and the next time only what has changed since: a file whose time and size are as before is not opened, one
 * whose bytes are as before is not parsed. Not thread-safe.
 */
public final class FolderReader {
    static final int MAX_FILE_BYTES = 64 << 20;
    static final String DUPLICATE = "The same id was read before; the first entry is kept.";

    private final Path folder;
    private final Language fallback;
    private Map<String, Known> known = new HashMap<>();
    private int opened;

    /** Reads nothing yet. */
    public FolderReader(Path folder, Language fallback) {
        this.folder = folder;
        this.fallback = fallback;
    }

    /** Reads what is new or changed, and puts all together. */
    public FolderContent read() {
        FolderListing listing = FolderListing.of(folder);
        Map<String, Known> now = new HashMap<>();
        Merge merge = new Merge();
        opened = 0;
        for (Path path : listing.files()) {
            String name = listing.name(path);
            Known before = known.get(name);
            Known file = read(path, name, before);
            now.put(name, file);
            merge.add(name, file.content());
        }
        known = now;
        listing.rejections().forEach(merge::reject);
        if (listing.files().isEmpty() && listing.rejections().isEmpty()) {
            merge.reject(new Rejection(
                    "",
                    0,
                    Rule.NOTHING_TO_READ,
                    "The folder holds no file that is read: .jsonl, .csv, .tsv, .md, .txt, .html, .pdf."));
        }
        int files = (int) now.values().stream().filter(Known::wasRead).count();
        return new FolderContent(files, merge.entries, merge.rejected, merge.rejections, opened);
    }

    private Known read(Path path, String name, @Nullable Known before) {
        Collector collector = new Collector(name, fallback);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            FileTime time = attributes.lastModifiedTime();
            long size = attributes.size();
            if (before != null && before.wasRead() && before.size() == size && time.equals(before.time())) {
                return before;
            }
            opened++;
            byte[] bytes = bytes(path);
            if (bytes == null) {
                collector.reject(0, Rule.TOO_LONG, "A file may have " + MAX_FILE_BYTES + " bytes.");
                return Known.unread(collector.finish());
            }
            String hash = hash(bytes);
            if (before != null && hash.equals(before.hash())) {
                return new Known(time, size, hash, before.content());
            }
            FileFormat.of(name).ifPresent(format -> format.read(bytes, collector));
            return new Known(time, size, hash, collector.finish());
        } catch (IOException e) {
            collector.reject(0, Rule.UNREADABLE, "The file cannot be read. Maybe check its permissions?");
            return Known.unread(collector.finish());
        }
    }

    private static byte @Nullable [] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
            return bytes.length > MAX_FILE_BYTES ? null : bytes;
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }

    /** A file as it was when it was last opened. */
    private record Known(@Nullable FileTime time, long size, String hash, FileContent content) {
        static Known unread(FileContent content) {
            return new Known(null, -1, "", content);
        }

        boolean wasRead() {
            return time != null;
        }
    }

    /** Puts the files together: of two entries with one id the first is kept, and there are so many at most. */
    private static final class Merge {
        final List<Entry> entries = new ArrayList<>();
        final List<Rejection> rejections = new ArrayList<>();
        int rejected;
        private final Set<String> ids = new HashSet<>();

        void add(String name, FileContent content) {
            List<Rejection> here = new ArrayList<>(content.rejections());
            int more = 0;
            for (FileContent.Located located : content.entries()) {
                Entry entry = located.entry();
                boolean full = entries.size() >= Collector.MAX_ENTRIES;
                if (!full && ids.add(entry.id())) {
                    entries.add(entry);
                } else {
                    more++;
                    here.add(
                            full
                                    ? new Rejection(
                                            name,
                                            located.line(),
                                            Rule.TOO_MANY,
                                            "At most " + Collector.MAX_ENTRIES + " entries are kept.")
                                    : new Rejection(name, located.line(), Rule.DUPLICATE_ID, DUPLICATE));
                }
            }
            here.sort(Comparator.comparingInt(Rejection::line));
            int room = KnowledgeReport.MAX_REJECTIONS - rejections.size();
            rejections.addAll(here.subList(0, Math.max(0, Math.min(room, here.size()))));
            rejected += content.rejected() + more;
        }

        void reject(Rejection rejection) {
            rejected++;
            if (rejections.size() < KnowledgeReport.MAX_REJECTIONS) {
                rejections.add(rejection);
            }
        }
    }
}
