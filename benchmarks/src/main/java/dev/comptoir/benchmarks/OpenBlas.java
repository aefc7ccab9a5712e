package dev.comptoir.benchmarks;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_spotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_spotri;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import org.bytedeco.javacpp.FloatPointer;

/** The calls of OpenBLAS to compare with, on matrices outside the heap. Not thread-safe. */
final class OpenBlas implements AutoCloseable {
    private final float[] first;
    private final FloatPointer[] matrices;

    OpenBlas(float[]... matrices) {
        this.first = matrices[0];
        this.matrices = new FloatPointer[matrices.length];
        for (int i = 0; i < matrices.length; i++) {
            this.matrices[i] = new FloatPointer(matrices[i]);
        }
    }

    static void threads(int threads) {
        blas_set_num_threads(threads);
    }

    void reset() {
        matrices[0].put(first);
    }

    /** The lower triangle by rows is its upper one by columns, which spares LAPACKE a copy. */
    void invert(int n) {
        int failed = LAPACKE_spotrf(LAPACK_COL_MAJOR, (byte) 'U', n, matrices[0], n)
                | LAPACKE_spotri(LAPACK_COL_MAJOR, (byte) 'U', n, matrices[0], n);
        if (failed != 0) {
            throw new IllegalStateException("OpenBLAS could not invert a matrix of " + n + " rows.");
        }
    }

    void multiply(int n) {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                n,
                n,
                n,
                1,
                matrices[0],
                n,
                matrices[1],
                n,
                0,
                matrices[2],
                n);
    }

    void gram(int d, int count) {
        cblas_ssyrk(CblasRowMajor, CblasLower, CblasTrans, d, count, 1, matrices[0], d, 1, matrices[1], d);
    }

    void scores(int d, int items) {
        cblas_sgemv(CblasColMajor, CblasNoTrans, items, d, 1, matrices[0], items, matrices[1], 1, 1, matrices[2], 1);
    }

    @Override
    public void close() {
        for (FloatPointer matrix : matrices) {
            matrix.close();
        }
    }
}
