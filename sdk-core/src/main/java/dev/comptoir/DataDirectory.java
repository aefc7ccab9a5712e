package dev.comptoir;

import dev.comptoir.crypto.MasterKey;
import dev.comptoir.error.ConfigurationException;
import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.store.jdbc.internal.NativeLibrary;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything, locked against a second process, with one file per business. */
final class DataDirectory implements AutoCloseable {
    private static final int MAX_NAME = 120;

    private final Path businesses;
    private final FileChannel channel;
    private final MasterKey masterKey;

    private DataDirectory(Path businesses, FileChannel channel, MasterKey masterKey) {
        this.businesses = businesses;
        this.masterKey = masterKey;
        this.channel = channel;
    }

    static DataDirectory open(Path folder, @Nullable MasterKey given) {
        FileChannel channel = null;
        try {
            Path businesses = Files.createDirectories(folder.resolve("businesses"));
            refuseRemote(folder);
            channel = FileChannel.open(
                    folder.resolve("comptoir.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new ConfigurationException(
                        ErrorCode.DATA_DIRECTORY_LOCKED,
                        "The data directory " + folder.getFileName() + " is in use by another Comptoir."
                                + " Maybe another process of this application is running, or one was not closed?");
            }
            NativeLibrary.load(folder.resolve("native"));
            MasterKey key = given == null ? KeyFile.openOrCreate(folder.resolve("comptoir.key"), businesses) : given;
            return new DataDirectory(businesses, channel, key);
        } catch (StoreException e) {
            closeQuietly(channel);
            throw e;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new ConfigurationException(
                    ErrorCode.DATA_DIRECTORY_UNUSABLE,
                    "The data directory " + folder.getFileName() + " cannot be made or written ("
                            + e.getClass().getSimpleName() + "). Maybe it is a file, or belongs to another user?",
                    e);
        }
    }

    private static void refuseRemote(Path folder) throws IOException {
        Optional<String> type = NetworkFolders.typeIfRemote(folder);
        if (type.isPresent()) {
            throw new ConfigurationException(
                    ErrorCode.DATA_DIRECTORY_UNUSABLE,
                    "The data directory " + folder.getFileName() + " lies on a network file system (" + type.get()
                            + "), where what was acknowledged could be lost. Maybe choose a folder on a local disk?");
        }
    }

    /** The business's own file; its name is safe on every file system, and different for ids that differ only in case. */
    Path file(BusinessId id) {
        return businesses.resolve(name(id) + ".db");
    }

    /** What the secrets of its businesses are wrapped with. */
    MasterKey masterKey() {
        return masterKey;
    }

    /** Releases the lock. */
    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String name(BusinessId id) {
        StringBuilder name = new StringBuilder("b-");
        for (byte b : id.value().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
            if (plain) {
                name.append((char) b);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        if (name.length() <= MAX_NAME) {
            return name.toString();
        }
        return name.substring(0, MAX_NAME - 40) + "~" + hash(id);
    }

    private static String hash(BusinessId id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256.", e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
    }
}
