package dev.comptoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import dev.comptoir.event.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are told the POSIX way")
    void onlyItsOwnerMayReadIt() throws IOException {
        Comptoir.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key())).matches("comptoir-key-1 [A-Za-z0-9+/]{43}=\n");
    }

    @Test
    void itIsMadeOnceAndReadAgain() throws IOException {
        keepOne();
        String before = Files.readString(key());
        keepOne();

        assertThat(Files.readString(key())).isEqualTo(before);
    }

    @Test
    void aMissingKeyIsSaidAndNoneIsMadeWhereSomethingIsSealed() throws IOException {
        keepOne();
        Path copy = Files.move(key(), folder.resolve("copy"));

        assertKeyError("The file comptoir.key is missing");
        assertThat(key()).doesNotExist();

        Files.move(copy, key());
        keepOne();
    }

    @Test
    void aSealedHeaderInTheLogAloneIsEnough() throws IOException {
        Path other = folder.resolve("other");
        Path businesses = Files.createDirectories(folder.resolve("businesses"));
        try (Comptoir comptoir = Comptoir.open(other)) {
            comptoir.business("shop").events().append(Visit.of(CustomerId.of("ana"), Instant.EPOCH));
            // As a killed process leaves them.
            for (String end : new String[] {".db", ".db-wal"}) {
                Files.copy(other.resolve("businesses/b-shop" + end), businesses.resolve("b-shop" + end));
            }
        }
        byte[] header = Files.readAllBytes(businesses.resolve("b-shop.db"));
        assertThat(header.length < 72 || header[68] == 0)
                .as("nothing of it is in the file itself yet")
                .isTrue();

        assertKeyError("The file comptoir.key is missing");

        Files.copy(other.resolve("comptoir.key"), key());
        keepOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "comptoir-key-1",
                "comptoir-key-1 ",
                "comptoir-key-1 AAAA",
                "comptoir-key-1 ?AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "comptoir-key-2 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void aDamagedKeyIsSaidWithoutItsContentAndLeftAsItIs(String content) throws IOException {
        Files.writeString(key(), content);

        assertKeyError("The file comptoir.key holds no key of a known form");
        assertThat(key()).hasContent(content);
    }

    @Test
    void anotherKeyIsSaid() throws IOException {
        keepOne();
        Files.writeString(key(), "comptoir-key-1 " + Base64.getEncoder().encodeToString(new byte[32]));

        assertThatThrownBy(this::keepOne)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY));
    }

    private void assertKeyError(String message) {
        assertThatThrownBy(() -> Comptoir.open(folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_KEY))
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AAAA"));
    }

    private void keepOne() {
        try (Comptoir comptoir = Comptoir.open(folder)) {
            comptoir.business("shop").events().append(Visit.of(CustomerId.of("ana"), Instant.EPOCH));
            assertThat(comptoir.business("shop").events().size()).isEqualTo(1);
        }
    }

    private Path key() {
        return folder.resolve("comptoir.key");
    }
}
