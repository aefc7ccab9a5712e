package dev.comptoir.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Who was erased from a business, beside its file: a backup from before the erasure must not bring them back. One line for each,
 * the keyed hash of their id in hexadecimal, which tells nobody without the business's keys who it is.
 */
final class ErasureRegister {
    private static final int HASH_CHARACTERS = 32;

    private ErasureRegister() {}

    private static Path of(Path businessFile) {
        String name = String.valueOf(businessFile.getFileName());
        return businessFile.resolveSibling(name.replaceAll("\\.db$", "") + ".erased");
    }

    /** Durable when it returns. */
    static void add(Path businessFile, List<Hash> lookUps) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Hash lookUp : lookUps) {
            lines.append(HexFormat.of().formatHex(lookUp.bytes())).append('\n');
        }
        try (FileChannel channel = FileChannel.open(
                of(businessFile), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Everyone in it; a line that a crash has cut was never acknowledged. */
    static List<Hash> read(Path businessFile) throws IOException {
        Path register = of(businessFile);
        List<Hash> lookUps = new ArrayList<>();
        if (Files.exists(register)) {
            for (String line : Files.readAllLines(register, StandardCharsets.US_ASCII)) {
                if (line.length() == HASH_CHARACTERS) {
                    lookUps.add(new Hash(HexFormat.of().parseHex(line)));
                }
            }
        }
        return lookUps;
    }
}
