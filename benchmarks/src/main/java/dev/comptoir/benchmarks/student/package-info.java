/** Trains the embedded bilingual student: texts, teachers, training and the figures by which settings were chosen. */
@NullMarked
package dev.comptoir.benchmarks.student;

import org.jspecify.annotations.NullMarked;
