/** The entrance: open {@link dev.comptoir.Comptoir}, get a {@link dev.comptoir.Business}, work with its parts. */
@NullMarked
package dev.comptoir;

import org.jspecify.annotations.NullMarked;
