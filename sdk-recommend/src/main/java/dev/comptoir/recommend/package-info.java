/** What to offer to whom, and why: recommendations of one business from its own receipts. */
@NullMarked
package dev.comptoir.recommend;

import org.jspecify.annotations.NullMarked;
