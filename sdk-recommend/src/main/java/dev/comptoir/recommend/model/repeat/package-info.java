/** What a customer buys again, and when: personal frequency, recency and the interval of repurchase. */
@NullMarked
package dev.comptoir.recommend.model.repeat;

import org.jspecify.annotations.NullMarked;
