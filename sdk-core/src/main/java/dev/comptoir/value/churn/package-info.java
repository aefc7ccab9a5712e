/** How likely a customer buys nothing within a stated number of days. */
@NullMarked
package dev.comptoir.value.churn;

import org.jspecify.annotations.NullMarked;
