/** What is known of a customer, by name: values of a few closed types, which rules and models read. */
@NullMarked
package dev.comptoir.profile.fact;

import org.jspecify.annotations.NullMarked;
