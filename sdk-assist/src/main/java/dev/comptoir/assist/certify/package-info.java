/** Says how often the assistant is wrong, with how much confidence, from the merchant's own reviewed replies. */
@NullMarked
package dev.comptoir.assist.certify;

import org.jspecify.annotations.NullMarked;
