package dev.comptoir.examples.bakery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The questions and answers that come with the sample. */
final class Faq {
    static final List<String> FILES =
            List.of("horaires-et-boutique.md", "commandes.md", "produits.md", "paiement-et-fidelite.md");

    private Faq() {}

    static Path copy(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : FILES) {
            try (InputStream in = Faq.class.getResourceAsStream("faq/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("The file faq/" + name + " is not bundled. Maybe build again?");
                }
                Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }
}
