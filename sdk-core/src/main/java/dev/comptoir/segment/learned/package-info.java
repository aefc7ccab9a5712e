/** Groups of customers that nobody had to define: found among their profiles, named by examples. */
@NullMarked
package dev.comptoir.segment.learned;

import org.jspecify.annotations.NullMarked;
