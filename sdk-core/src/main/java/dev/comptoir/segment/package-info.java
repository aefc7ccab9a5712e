/** Groups of customers: by rules of the merchant, evaluated as profiles change, each with the reason. */
@NullMarked
package dev.comptoir.segment;

import org.jspecify.annotations.NullMarked;
