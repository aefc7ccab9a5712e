package dev.comptoir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells folders on another machine, where locks and the order of writes are not to be relied on. */
final class NetworkFolders {
    /** As the system's mount table calls them, without the {@code fuse.} in front and without a version at the end. */
    private static final Set<String> TYPES = Set.of(
            "9p",
            "afpfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "gcsfuse",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "rclone",
            "s3fs",
            "smb",
            "smbfs",
            "sshfs",
            "webdav");

    private NetworkFolders() {}

    /** The type of file system if it is known to lie on another machine. */
    static Optional<String> typeIfRemote(Path existing) throws IOException {
        Path root = existing.toAbsolutePath().getRoot();
        if (root != null && isShare(root.toString())) {
            return Optional.of("UNC share");
        }
        return Optional.of(Files.getFileStore(existing).type()).filter(NetworkFolders::isRemote);
    }

    static boolean isRemote(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (name.startsWith("fuse.")) {
            name = name.substring("fuse.".length());
        }
        return TYPES.contains(name) || TYPES.contains(name.replaceAll("\\d+$", ""));
    }

    /** On Windows, a share keeps the type of the file system behind it, but its root begins like no drive's. */
    static boolean isShare(String root) {
        return root.startsWith("\\\\");
    }
}
