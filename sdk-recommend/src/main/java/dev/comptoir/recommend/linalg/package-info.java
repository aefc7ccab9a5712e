/** Dense linear algebra in plain Java, with the same bits for any number of threads. */
@NullMarked
package dev.comptoir.recommend.linalg;

import org.jspecify.annotations.NullMarked;
