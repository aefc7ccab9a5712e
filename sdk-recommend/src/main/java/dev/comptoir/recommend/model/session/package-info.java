/** What comes next in a session, or completes a basket: sequential rules, and the neighbours of the session. */
@NullMarked
package dev.comptoir.recommend.model.session;

import org.jspecify.annotations.NullMarked;
