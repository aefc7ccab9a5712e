/** Dense linear algebra, plain or with vector instructions, with the same bits for any kernel and number of threads. */
@NullMarked
package dev.comptoir.recommend.linalg;

import org.jspecify.annotations.NullMarked;
