/** What a user bought most often: the baselines that every model has to beat. */
@NullMarked
package dev.comptoir.recommend.model.frequency;

import org.jspecify.annotations.NullMarked;
