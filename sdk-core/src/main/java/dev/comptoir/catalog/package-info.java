/** What a business sells. */
@NullMarked
package dev.comptoir.catalog;

import org.jspecify.annotations.NullMarked;
