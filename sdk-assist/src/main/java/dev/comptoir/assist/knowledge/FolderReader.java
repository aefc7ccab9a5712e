package dev.comptoir.assist.knowledge;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks the folder, bounds what is read, and hands each file to the reader of its format. */
final class FolderReader {
    static final int MAX_FILE_BYTES = 64 << 20;
    static final int MAX_FILES = 10_000;
    private static final int MAX_DEPTH = 16;

    private final Path folder;
    private final Collector collector;

    FolderReader(Path folder, Collector collector) {
        this.folder = folder;
        this.collector = collector;
    }

    void read() {
        if (!Files.exists(folder)) {
            throw unreadable("does not exist", "create it or correct the path", null);
        }
        if (!Files.isDirectory(folder)) {
            throw unreadable("is a file, not a folder", "give the folder that holds it", null);
        }
        List<Path> files = new ArrayList<>();
        try {
            list(folder, 0, files);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable("cannot be listed", "check its permissions", e);
        }
        for (int i = 0; i < files.size() && i < MAX_FILES; i++) {
            readFile(files.get(i));
        }
        if (files.size() > MAX_FILES) {
            collector.reject("", 0, Rule.TOO_MANY, "At most " + MAX_FILES + " files are read.");
        }
    }

    private ConfigurationException unreadable(String rule, String maybe, @Nullable Exception cause) {
        return new ConfigurationException(
                ErrorCode.KNOWLEDGE_UNREADABLE,
                "The knowledge folder " + folder + " " + rule + ". Maybe " + maybe + "?",
                cause);
    }

    private void list(Path directory, int depth, List<Path> files) throws IOException {
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
                files.add(child);
            } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                listChild(child, depth + 1, files);
            }
        }
    }

    private void listChild(Path child, int depth, List<Path> files) {
        if (depth > MAX_DEPTH) {
            collector.reject(name(child), 0, Rule.UNREADABLE, "Folders are read " + MAX_DEPTH + " deep.");
            return;
        }
        try {
            list(child, depth, files);
        } catch (IOException | UncheckedIOException e) {
            collector.reject(name(child), 0, Rule.UNREADABLE, "The folder cannot be listed.");
        }
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }

    private void readFile(Path path) {
        String name = name(path);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean jsonLines = lower.endsWith(".jsonl");
        boolean markdown = lower.endsWith(".md") || lower.endsWith(".markdown");
        if (!jsonLines && !markdown && !lower.endsWith(".txt")) {
            return;
        }
        byte[] bytes = bytes(path, name);
        if (bytes == null) {
            return;
        }
        collector.fileRead();
        if (bytes.length == 0) {
            collector.reject(name, 0, Rule.EMPTY, "The file is empty.");
            return;
        }
        if (jsonLines) {
            new JsonLinesReader(name, language(name), collector).read(bytes);
            return;
        }
        String text = decode(bytes, 0, bytes.length);
        if (text == null) {
            collector.reject(name, 0, Rule.NOT_UTF_8, "The file is not UTF-8. Maybe save it again as UTF-8?");
        } else if (markdown) {
            new MarkdownReader(name, language(name), collector).read(text);
        } else {
            new PlainTextReader(name, language(name), collector).read(text);
        }
    }

    private byte @Nullable [] bytes(Path path, String name) {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                collector.reject(name, 0, Rule.TOO_LONG, "A file may have " + MAX_FILE_BYTES + " bytes.");
                return null;
            }
            return bytes;
        } catch (IOException e) {
            collector.reject(name, 0, Rule.UNREADABLE, "The file cannot be read. Maybe check its permissions?");
            return null;
        }
    }

    /** The text without a byte order mark; null where the bytes are not UTF-8. */
    static @Nullable String decode(byte[] bytes, int from, int to) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** {@code faq.fr.md}, {@code fr/faq.md}, {@code fr.md}: the language that the name gives. */
    private static @Nullable Language language(String name) {
        List<String> parts = Arrays.asList(name.split("[/.]", -1));
        // The last part is the extension.
        for (int i = parts.size() - 2; i >= 0; i--) {
            Language language = Language.ofCode(parts.get(i)).orElse(null);
            if (language != null) {
                return language;
            }
        }
        return null;
    }
}
