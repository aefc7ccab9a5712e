/** What is held in memory for one business, and how it is kept up to date: receipts, counts and trained models. */
@NullMarked
package dev.comptoir.recommend.serve;

import org.jspecify.annotations.NullMarked;
