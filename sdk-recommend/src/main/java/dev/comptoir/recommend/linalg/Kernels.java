package dev.comptoir.recommend.linalg;

import java.util.Optional;

/** Finds out which kernel runs here. */
final class Kernels {
    static final BlockKernel PLAIN = new PlainKernel();
    static final BlockKernel BEST = best();

    private Kernels() {}

    private static BlockKernel best() {
        Optional<Module> vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (vectors.isEmpty()) {
            return PLAIN;
        }
        // The descriptor cannot require an incubating module without a warning to everybody.
        Kernels.class.getModule().addReads(vectors.get());
        try {
            return Class.forName(Kernels.class.getPackageName() + ".VectorKernel")
                    .asSubclass(BlockKernel.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | UnsupportedOperationException e) {
            // A later JDK may have another interface, or a processor no vectors.
            return PLAIN;
        }
    }
}
