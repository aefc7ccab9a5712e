package dev.comptoir;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.crypto.internal.LocalMasterKey;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;

/** The master key of a data directory, in a file that only its owner may read. */
final class KeyFile {
    /** One line: this word, a blank, the key in Base64. */
    private static final String FORM = "comptoir-key-1";

    private static final int VERSION_OFFSET = 60;
    private static final int FIRST_SEALED_VERSION = 2;
    private static final int APPLICATION_OFFSET = 68;
    private static final int HEADER_BYTES = APPLICATION_OFFSET + Integer.BYTES;
    private static final int APPLICATION = 0x434d5054;

    /** Of a write-ahead log: its header, where it says how long pages are, and what stands before each page. */
    private static final int LOG_HEADER_BYTES = 32;

    private static final int LOG_PAGE_SIZE_OFFSET = 8;
    private static final int FRAME_HEADER_BYTES = 24;

    private KeyFile() {}

    /**
     * Reads the key, or makes one where there is none yet.
     *
     * @param businesses the folder of the businesses' files: where one of them is sealed already, no new key is made
     * @throws StoreException if the file is damaged, or is missing though it is needed
     */
    static MasterKey openOrCreate(Path file, Path businesses) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        if (anySealed(businesses)) {
            throw new StoreException(
                    ErrorCode.STORE_KEY,
                    "The file " + file.getFileName() + " is missing, and without it the businesses here cannot be read."
                            + " Maybe put it back from its copy, or give the key by Comptoir.Builder.masterKey?");
        }
        byte[] key = LocalMasterKey.random();
        create(file, key);
        return MasterKey.of(key);
    }

    private static MasterKey read(Path file) throws IOException {
        String text = new String(bytes(file, 200), StandardCharsets.US_ASCII).strip();
        if (text.startsWith(FORM + " ")) {
            try {
                return MasterKey.of(Base64.getDecoder().decode(text.substring(FORM.length() + 1)));
            } catch (IllegalArgumentException e) {
                // Said below, without the content.
            }
        }
        throw new StoreException(
                ErrorCode.STORE_KEY,
                "The file " + file.getFileName() + " holds no key of a known form. Maybe put it back from its copy?");
    }

    private static void create(Path file, byte[] key) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(part);
        }
        String line = FORM + " " + Base64.getEncoder().encodeToString(key) + "\n";
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException ignored) {
            // Windows opens no folders; there the name is in the file system's own log.
        }
    }

    /** Looks into the headers of the files: mark and schema version stand at fixed places in every SQLite file. */
    private static boolean anySealed(Path businesses) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(businesses, "*.db")) {
            for (Path file : files) {
                if (isSealed(bytes(file, HEADER_BYTES), 0)
                        || anySealedInLog(file.resolveSibling(file.getFileName() + "-wal"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isSealed(byte[] bytes, int at) {
        return bytes.length >= at + HEADER_BYTES
                && ByteBuffer.wrap(bytes).getInt(at + APPLICATION_OFFSET) == APPLICATION
                && ByteBuffer.wrap(bytes).getInt(at + VERSION_OFFSET) >= FIRST_SEALED_VERSION;
    }

    /** A killed process may have left the header in the write-ahead log alone, as the first page in one of its frames. */
    private static boolean anySealedInLog(Path log) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            byte[] start = bytes(channel, 0, LOG_HEADER_BYTES);
            int page =
                    start.length < LOG_HEADER_BYTES ? 0 : ByteBuffer.wrap(start).getInt(LOG_PAGE_SIZE_OFFSET);
            if (page <= 0) {
                return false;
            }
            long frame = (long) FRAME_HEADER_BYTES + page;
            for (long at = LOG_HEADER_BYTES; at + frame <= channel.size(); at += frame) {
                byte[] bytes = bytes(channel, at, FRAME_HEADER_BYTES + HEADER_BYTES);
                if (ByteBuffer.wrap(bytes).getInt(0) == 1 && isSealed(bytes, FRAME_HEADER_BYTES)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static byte[] bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // As often as the system gives less than was asked for.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}
