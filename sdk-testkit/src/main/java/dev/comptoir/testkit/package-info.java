/** Contract tests for implementations of Comptoir's interfaces, and what tests share. */
@NullMarked
package dev.comptoir.testkit;

import org.jspecify.annotations.NullMarked;
