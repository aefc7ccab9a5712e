package dev.comptoir.benchmarks.jmh;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.profile.Profile;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time to fold one of 1,000 customers' profiles, of 20,000 receipts in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class ProfileBenchmark {
    private final Random random = new Random(1);
    private Comptoir comptoir;
    private Business business;
    private List<CustomerId> customers;

    @Setup
    public void open() {
        comptoir = Comptoir.inMemory().build();
        business = comptoir.business("shop");
        business.events().appendAll(Shop.receipts(20_000, 1000, 300, 1));
        customers = business.profiles().customers();
    }

    @TearDown
    public void close() {
        comptoir.close();
    }

    @Benchmark
    public Profile get() {
        return business.profiles().get(customers.get(random.nextInt(customers.size())));
    }
}
