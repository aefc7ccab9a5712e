package dev.comptoir.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comptoir.audit.AuditAction;
import dev.comptoir.audit.AuditCheck;
import dev.comptoir.audit.AuditDraft;
import dev.comptoir.audit.AuditHead;
import dev.comptoir.error.CorruptStoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody does to the rows of the audit log who has the file and not the key, is found. */
class AuditTamperTest {
    @TempDir
    Path folder;

    private Path file;
    private RawSql sql;
    private AuditHead head;

    @BeforeEach
    void write() {
        file = folder.resolve("store.db");
        sql = new RawSql(file);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            for (int i = 1; i <= 5; i++) {
                append(store, i);
            }
            head = store.audit().head();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM audit WHERE sequence = 3 | 2 | entry 3 is missing",
                "DELETE FROM audit WHERE sequence = 1 | 0 | entry 1 is missing",
                "DELETE FROM audit WHERE sequence = 5 | 4 | the log ends at entry 4, but its last was 5",
                "DELETE FROM audit | 0 | the log ends at entry 0, but its last was 5",
                "UPDATE audit SET entry = x'01' WHERE sequence = 2 | 1 | entry 2 was changed, or one before it was left out",
                "UPDATE audit SET hash = x'01' WHERE sequence = 2 | 1 | entry 2 was changed, or one before it was left out",
                "UPDATE audit SET entry = (SELECT entry FROM audit AS o WHERE o.sequence = 6 - audit.sequence) | 0 |"
                        + " entry 1 was changed, or one before it was left out",
                "UPDATE audit SET sequence = 9 WHERE sequence = 4 | 3 | entry 4 is missing",
                "INSERT INTO audit SELECT 6, entry, hash FROM audit WHERE sequence = 5 | 5 |"
                        + " there is an entry after the last, 5",
                "UPDATE business SET audit_head = x'00' | 5 | the record of the last entry was changed"
            })
    void everyChangeIsFound(String change, long inOrder, String finding) throws Exception {
        sql.run(change);

        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            AuditCheck check = store.audit().verify(null);
            assertThat(check.finding()).isEqualTo(finding);
            assertThat(check.entries()).isEqualTo(inOrder);
            assertThat(check.intact()).isFalse();
        }
    }

    @Test
    void aBitFlippedAnywhereIsFound() throws Exception {
        for (int at = 0; at < 32; at++) {
            for (String column : new String[] {"entry", "hash"}) {
                sql.flip("audit", column, "sequence = 4", at);
                assertThat(isIntact()).as(column + " " + at).isFalse();
                sql.flip("audit", column, "sequence = 4", at);
            }
            sql.flip("business", "audit_head", "TRUE", at);
            assertThat(isIntact()).as("head " + at).isFalse();
            sql.flip("business", "audit_head", "TRUE", at);
        }
        assertThat(isIntact()).isTrue();
    }

    @Test
    void anEarlierHeadOfTheSameLogIsFoundAsLongAsTheEntriesAreThere() throws Exception {
        byte[] old = sql.blobs("SELECT audit_head FROM business").get(0);
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            append(store, 6);
        }
        sql.set("UPDATE business SET audit_head = ?", old);

        assertThat(isIntact()).isFalse();
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThatThrownBy(() -> append(store, 7))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("there is an entry after the last");
        }
    }

    @Test
    void anOlderFileInPlaceOfThisOneIsKnownByAHeadKeptElsewhere() throws Exception {
        Path older = Files.copy(file, folder.resolve("older.db"));
        AuditHead now;
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            append(store, 6);
            now = store.audit().head();
        }
        try (SqliteStore store = SqliteStore.open(older, TestKeys.MASTER)) {
            assertThat(store.audit().verify(null).intact()).isTrue();
            assertThat(store.audit().verify(head).intact()).isTrue();
            assertThat(store.audit().verify(now).finding()).isEqualTo("the log ends at entry 5, but 6 were known");
            // Going on from there makes another sixth entry.
            append(store, 66);
            assertThat(store.audit().verify(now).finding()).isEqualTo("entry 6 is another one than was known");
        }
    }

    @Test
    void afterAGapTheLogGoesOnAndTheGapStaysVisible() throws Exception {
        sql.run("DELETE FROM audit WHERE sequence = 2");
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            append(store, 6);
            assertThat(store.audit().head().sequence()).isEqualTo(6);
            assertThat(store.audit().verify(null).finding()).isEqualTo("entry 2 is missing");
        }
        sql.run("UPDATE business SET audit_head = x'00'");
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            assertThatThrownBy(() -> append(store, 7))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("the record of the last entry of the audit log was changed");
        }
    }

    private boolean isIntact() {
        try (SqliteStore store = SqliteStore.open(file, TestKeys.MASTER)) {
            return store.audit().verify(null).intact();
        }
    }

    private static void append(SqliteStore store, int number) {
        store.audit().append(new AuditDraft(Instant.EPOCH, AuditAction.OTHER, "zo\u00e9", null, "entry " + number));
    }
}
