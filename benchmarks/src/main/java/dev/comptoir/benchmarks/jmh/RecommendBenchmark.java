package dev.comptoir.benchmarks.jmh;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.recommend.Recommendation;
import dev.comptoir.recommend.Recommender;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time for ten recommendations with their reasons, and for training anew, of 20,000 receipts of 1,000 customers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class RecommendBenchmark {
    @Param({"300", "3500", "20000"})
    private int products;

    private final Random random = new Random(1);
    private Comptoir comptoir;
    private List<CustomerId> customers;
    private Recommender recommender;

    @Setup
    public void open() {
        comptoir = Comptoir.inMemory().build();
        Business business = comptoir.business("shop");
        business.events().appendAll(Shop.receipts(20_000, 1000, products, 1));
        customers = business.profiles().customers();
        recommender = Recommender.of(business);
        recommender.refresh();
    }

    @TearDown
    public void close() {
        comptoir.close();
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<Recommendation> forCustomer() {
        return recommender.forCustomer(customers.get(random.nextInt(customers.size())), 10);
    }

    @Benchmark
    public void refresh() {
        recommender.refresh();
    }
}
