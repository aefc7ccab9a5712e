/** What a customer buys again: personal frequency and recency. */
@NullMarked
package dev.comptoir.recommend.model.repeat;

import org.jspecify.annotations.NullMarked;
