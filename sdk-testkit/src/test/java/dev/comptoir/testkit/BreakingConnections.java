package dev.comptoir.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A network between a driver and its server, which breaks once, at the commit, when told to. */
final class BreakingConnections implements AutoCloseable {
    /** When the connection breaks. */
    enum Break {
        NEVER,
        BEFORE_COMMIT_ARRIVES,
        BEFORE_COMMIT_IS_ANSWERED
    }

    private final ServerSocket listening;
    private final int server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

    BreakingConnections(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void breakNext(Break moment) {
        next.set(moment);
    }

    Break toCome() {
        return next.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
                AtomicReference<Break> answer = new AtomicReference<>(Break.NEVER);
                threads.execute(() -> pass(client, target, answer, true));
                threads.execute(() -> pass(target, client, answer, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to, AtomicReference<Break> answer, boolean asks) {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (asks && new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT\0")) {
                    Break moment = next.getAndSet(Break.NEVER);
                    if (moment == Break.BEFORE_COMMIT_ARRIVES) {
                        return;
                    }
                    answer.set(moment);
                }
                if (!asks && answer.get() == Break.BEFORE_COMMIT_IS_ANSWERED) {
                    return;
                }
                out.write(bytes, 0, n);
                out.flush();
            }
        } catch (IOException closed) {
            // The other direction has ended.
        }
    }
}
