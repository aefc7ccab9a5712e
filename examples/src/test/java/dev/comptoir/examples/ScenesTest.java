package dev.comptoir.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comptoir.testkit.PublicData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void atTheTill() throws IOException {
        BakeryTill.run(folder, out);

        assertThat(printed())
                .contains("Comme d'habitude ?\n  Baguette de tradition : acheté lors de 5 de vos 5 derniers passages")
                .containsPattern("Avec une baguette :\n  .+ : .*Baguette de tradition");
    }

    @Test
    void theInboxInTheEvening() throws IOException {
        Inbox.run(folder, out);

        assertThat(printed().lines().filter(line -> line.startsWith("> "))).hasSize(8);
        assertThat(printed())
                .contains(
                        "DRAFT: ",
                        "HANDOFF: Le client demande à parler à une personne.",
                        "more drafts are to be reviewed");
    }

    @Test
    @Tag("data")
    void theOnlineRetailer() {
        Path file = PublicData.require("online-retail").resolve("online_retail.csv.gz");

        OnlineRetailer.run(folder, file, out);

        assertThat(printed()).contains("541909 lines of 25900 receipts", "For customer", "With ");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
