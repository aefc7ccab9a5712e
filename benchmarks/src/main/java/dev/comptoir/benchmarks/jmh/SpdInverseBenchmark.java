package dev.comptoir.benchmarks.jmh;

import dev.comptoir.recommend.linalg.SpdInverse;
import dev.comptoir.recommend.linalg.Tiles;
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

/** Time to invert a symmetric positive definite matrix on one thread; n^3 floating-point operations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init")
public class SpdInverseBenchmark {
    @Param({"500", "1000", "2000"})
    private int n;

    private float[][] matrix;

    @Setup
    public void fill() {
        Random random = new Random(1);
        matrix = new float[n][];
        for (int i = 0; i < n; i++) {
            matrix[i] = new float[i + 1];
            for (int j = 0; j < i; j++) {
                matrix[i][j] = random.nextFloat() - 0.5f;
            }
            // A dominant diagonal makes it positive definite.
            matrix[i][i] = n;
        }
    }

    @Benchmark
    public float[][] invert() {
        float[][] copy = new float[n][];
        for (int i = 0; i < n; i++) {
            copy[i] = matrix[i].clone();
        }
        SpdInverse.invert(copy, Tiles.sequential());
        return copy;
    }
}
