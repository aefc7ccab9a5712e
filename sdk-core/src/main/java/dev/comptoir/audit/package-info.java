/** What was done with the data of customers, by whom and when: an unbroken chain of entries. */
@NullMarked
package dev.comptoir.audit;

import org.jspecify.annotations.NullMarked;
