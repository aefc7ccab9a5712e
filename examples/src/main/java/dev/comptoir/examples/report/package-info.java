/** One self-contained HTML page that shows what a business's data tell: no script, no network, light and dark. */
@NullMarked
package dev.comptoir.examples.report;

import org.jspecify.annotations.NullMarked;
