/** What is to be expected of the customers of one business: fitted once a day, asked at any time. */
@NullMarked
package dev.comptoir.forecast;

import org.jspecify.annotations.NullMarked;
