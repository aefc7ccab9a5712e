/* Implicit ALS by conjugate gradients, as the library implicit (github.com/benfred/implicit) runs it by default: single precision,
 * Y'Y by BLAS, three steps a row from the vector of the sweep before, OpenMP over rows in chunks of 8, level-1 and level-2 BLAS in
 * single-threaded mode inside. Written anew from its description (Takacs, Pilaszy, Tikk, RecSys 2011) to stand for its speed where
 * it cannot be installed.
 *
 * gcc -O3 -march=native -ffast-math -fopenmp cg.c -lopenblas -o cg ;  OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=2 ./cg FILE.bin FACTORS SWEEPS
 */
#include <cblas.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec * 1e-9; }
static double cpu(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec + t.tv_nsec * 1e-9; }

static void sweep(int rows, const int64_t *start, const int *column, float confidence, float *x, const float *y, int columns,
                  int d, float regularization, int steps) {
    float *gram = malloc(sizeof(float) * d * d);
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, d, d, columns, 1, y, d, y, d, 0, gram, d);
    for (int k = 0; k < d; k++) gram[k * d + k] += regularization;
#pragma omp parallel
    {
        float *ap = malloc(sizeof(float) * d), *p = malloc(sizeof(float) * d), *r = malloc(sizeof(float) * d);
#pragma omp for schedule(dynamic, 8)
        for (int u = 0; u < rows; u++) {
            float *xu = x + (int64_t) u * d;
            if (start[u] == start[u + 1]) { memset(xu, 0, sizeof(float) * d); continue; }
            cblas_ssymv(CblasRowMajor, CblasUpper, d, -1, gram, d, xu, 1, 0, r, 1);
            for (int64_t at = start[u]; at < start[u + 1]; at++) {
                const float *yi = y + (int64_t) column[at] * d;
                float w = confidence - (confidence - 1) * cblas_sdot(d, yi, 1, xu, 1);
                cblas_saxpy(d, w, yi, 1, r, 1);
            }
            memcpy(p, r, sizeof(float) * d);
            float old = cblas_sdot(d, r, 1, r, 1);
            if (old < 1e-20f) continue;
            for (int step = 0; step < steps; step++) {
                cblas_ssymv(CblasRowMajor, CblasUpper, d, 1, gram, d, p, 1, 0, ap, 1);
                for (int64_t at = start[u]; at < start[u + 1]; at++) {
                    const float *yi = y + (int64_t) column[at] * d;
                    cblas_saxpy(d, (confidence - 1) * cblas_sdot(d, yi, 1, p, 1), yi, 1, ap, 1);
                }
                float alpha = old / cblas_sdot(d, p, 1, ap, 1);
                cblas_saxpy(d, alpha, p, 1, xu, 1);
                cblas_saxpy(d, -alpha, ap, 1, r, 1);
                float next = cblas_sdot(d, r, 1, r, 1);
                if (next < 1e-20f) break;
                cblas_sscal(d, next / old, p, 1);
                cblas_saxpy(d, 1, r, 1, p, 1);
                old = next;
            }
        }
        free(ap); free(p); free(r);
    }
    free(gram);
}

int main(int argc, char **argv) {
    if (argc < 4) { fprintf(stderr, "cg FILE.bin FACTORS SWEEPS\n"); return 2; }
    FILE *f = fopen(argv[1], "rb");
    int d = atoi(argv[2]), sweeps = atoi(argv[3]), nu, ni;
    int64_t nnz;
    if (!f || fread(&nu, 4, 1, f) != 1 || fread(&ni, 4, 1, f) != 1 || fread(&nnz, 8, 1, f) != 1) { fprintf(stderr, "cannot read\n"); return 1; }
    int64_t *us = malloc(8 * (nu + 1)), *is = calloc(ni + 1, 8);
    int *uc = malloc(4 * nnz), *ic = malloc(4 * nnz);
    if (fread(us, 8, nu + 1, f) != (size_t) nu + 1 || fread(uc, 4, nnz, f) != (size_t) nnz) { fprintf(stderr, "cannot read\n"); return 1; }
    for (int64_t k = 0; k < nnz; k++) is[uc[k] + 1]++;
    for (int i = 0; i < ni; i++) is[i + 1] += is[i];
    int64_t *fill = malloc(8 * ni);
    memcpy(fill, is, 8 * ni);
    for (int u = 0; u < nu; u++) for (int64_t k = us[u]; k < us[u + 1]; k++) ic[fill[uc[k]]++] = u;
    float *x = malloc(4 * (int64_t) nu * d), *y = malloc(4 * (int64_t) ni * d);
    srand(1);
    for (int64_t k = 0; k < (int64_t) nu * d; k++) x[k] = (rand() / (float) RAND_MAX - .5f) / d;
    for (int64_t k = 0; k < (int64_t) ni * d; k++) y[k] = (rand() / (float) RAND_MAX - .5f) / d;
    double fastest = 1e9, begun = now(), busy = cpu();
    for (int s = 0; s < sweeps; s++) {
        double t = now();
        sweep(nu, us, uc, 9, x, y, ni, d, .1f, 3);
        sweep(ni, is, ic, 9, y, x, nu, d, .1f, 3);
        t = now() - t;
        if (t < fastest) fastest = t;
    }
    printf("factors %d sweeps %d total %.3f s, fastest sweep %.4f s, cpu %.3f s, check %g\n", d, sweeps, now() - begun, fastest, cpu() - busy, x[5]);
    return 0;
}
