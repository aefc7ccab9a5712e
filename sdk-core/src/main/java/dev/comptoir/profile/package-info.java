/** What is known of each customer, and why. */
@NullMarked
package dev.comptoir.profile;

import org.jspecify.annotations.NullMarked;
