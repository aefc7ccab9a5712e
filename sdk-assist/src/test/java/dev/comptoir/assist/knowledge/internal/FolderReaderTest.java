package dev.comptoir.assist.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.assist.knowledge.Entry;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    @TempDir
    Path folder;

    @Test
    void onlyChangedFilesAreOpenedAgain() throws IOException {
        write("a.txt", "Q: un ?\nR: un");
        write("b.txt", "Q: deux ?\nR: deux");
        FolderReader reader = new FolderReader(folder, Language.FRENCH);

        assertThat(reader.read().opened()).isEqualTo(2);
        FolderContent again = reader.read();
        assertThat(again.opened()).isZero();
        assertThat(again.entries()).extracting(Entry::answer).containsExactly("un", "deux");
        assertThat(again.files()).isEqualTo(2);

        write("b.txt", "Q: deux ?\nR: zwei!");
        write("c.csv", "question;réponse\ntrois ?;trois");
        FolderContent changed = reader.read();
        assertThat(changed.opened()).isEqualTo(2);
        assertThat(changed.entries()).extracting(Entry::answer).containsExactly("un", "zwei!", "trois");

        Files.delete(folder.resolve("a.txt"));
        assertThat(reader.read().entries()).extracting(Entry::answer).containsExactly("zwei!", "trois");
    }

    @Test
    void aFileThatIsOnlyTouchedKeepsItsEntries() throws IOException {
        write("a.txt", "Q: un ?\nR: un");
        FolderReader reader = new FolderReader(folder, Language.FRENCH);
        Entry before = reader.read().entries().get(0);

        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        FolderContent touched = reader.read();

        assertThat(touched.opened()).isEqualTo(1);
        assertThat(touched.entries().get(0)).isSameAs(before);
    }

    @Test
    void oneIdInTwoFilesIsReportedWithItsFileAndLine() throws IOException {
        write("a.jsonl", "{\"id\":\"x\",\"question\":\"un ?\",\"answer\":\"un\"}");
        write("b.csv", "id;question;réponse\nx;un ?;deux");

        FolderContent content = new FolderReader(folder, Language.FRENCH).read();

        assertThat(content.entries()).extracting(Entry::answer).containsExactly("un");
        assertThat(content.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.rule()).isEqualTo(Rule.DUPLICATE_ID);
            assertThat(rejection.file()).isEqualTo("b.csv");
            assertThat(rejection.line()).isEqualTo(2);
        });
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
