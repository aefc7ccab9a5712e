package dev.comptoir.benchmarks.jmh;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.event.AppendReport;
import dev.comptoir.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** Durable events per second: each call returns after its events are on disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init")
public class AppendBenchmark {
    private static final int BATCH = 1000;

    private final AtomicLong number = new AtomicLong();
    private Path folder;
    private Comptoir comptoir;
    private Business business;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("comptoir-append");
        comptoir = Comptoir.open(folder);
        business = comptoir.business("shop");
    }

    @TearDown
    public void close() throws IOException {
        comptoir.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    @Threads(1)
    public boolean oneByOne() {
        return business.events().append(next());
    }

    @Benchmark
    @Threads(8)
    public boolean oneByOneWithEightProducers() {
        return business.events().append(next());
    }

    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(BATCH)
    public AppendReport inBatchesOfThousand() {
        List<Event> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            batch.add(next());
        }
        return business.events().appendAll(batch);
    }

    private Event next() {
        long id = number.incrementAndGet();
        return Shop.receipt(Long.toString(id), (int) (id % 500_000), new Random(id), 1000, 300);
    }
}
