package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.event.Visit;
import dev.comptoir.store.jdbc.internal.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void aKilledProcessLeavesNoLibraryBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path data = folder.resolve("data");

        kill(temporary, data);

        assertThat(libraries(temporary)).isEmpty();
        // Where a loaded library cannot be deleted, it goes with the next opening.
        Comptoir.open(data).close();
        assertThat(libraries(data)).isEmpty();
        assertThat(data.resolve("native")).doesNotExist();
    }

    @Test
    void aFolderOfTheHostsChoiceIsUsed() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path chosen = Files.createDirectory(folder.resolve("chosen"));
        Path data = folder.resolve("data");

        kill(temporary, data, "-Dorg.sqlite.tmpdir=" + chosen);

        assertThat(libraries(chosen)).isNotEmpty();
        assertThat(libraries(temporary)).isEmpty();
    }

    @Test
    void whatEarlierProcessesLeftIsRemovedAndOnlyThat() throws IOException {
        Path left = Files.createDirectory(folder.resolve("native"));
        Files.writeString(left.resolve("sqlite-3.0-x-sqlitejdbc.dll"), "left");
        Files.writeString(left.resolve("sqlite-3.0-x-sqlitejdbc.dll.lck"), "");
        Path other = Files.writeString(left.resolve("other.txt"), "of somebody else");

        NativeLibrary.load(left);

        try (Stream<Path> files = Files.list(left)) {
            assertThat(files).containsExactly(other);
        }
        assertThat(System.getProperty("org.sqlite.tmpdir")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "cifs",
                "smb",
                "smb2",
                "smb3",
                "smbfs",
                "9p",
                "fuse.sshfs",
                "fuse.glusterfs",
                "NFS",
                "afpfs"
            })
    void networkFileSystemsAreKnownByTheirType(String type) {
        assertThat(NetworkFolders.isRemote(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext4",
                "xfs",
                "btrfs",
                "tmpfs",
                "overlay",
                "apfs",
                "hfs",
                "NTFS",
                "FAT32",
                "zfs",
                "fuseblk",
                "v9fs-not",
                ""
            })
    void localFileSystemsAreNotRefused(String type) {
        assertThat(NetworkFolders.isRemote(type)).isFalse();
    }

    @Test
    void aShareIsKnownByItsRoot() {
        assertThat(NetworkFolders.isShare("\\\\server\\data\\")).isTrue();
        assertThat(NetworkFolders.isShare("C:\\")).isFalse();
        assertThat(NetworkFolders.isShare("/")).isFalse();
    }

    private static void kill(Path temporary, Path data, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), KeepsOpen.class.getName(), data.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = child.getInputStream()) {
            assertThat(output.read()).isEqualTo('k');
            assertThat(child.isAlive()).isTrue();
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static List<Path> libraries(Path under) throws IOException {
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sqlite-"))
                    .toList();
        }
    }

    /** What is killed. */
    static final class KeepsOpen {
        private KeepsOpen() {}

        public static void main(String[] arguments) throws IOException {
            Comptoir comptoir = Comptoir.open(Path.of(arguments[0]));
            comptoir.business("shop").events().append(Visit.of(CustomerId.of("ana"), Instant.EPOCH));
            System.out.println("kept");
            System.in.read();
        }
    }
}
