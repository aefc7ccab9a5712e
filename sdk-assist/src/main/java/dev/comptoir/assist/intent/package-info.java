/** What a customer wants, told from the merchant's examples, with calibrated probabilities and a way to say "none of these". */
@NullMarked
package dev.comptoir.assist.intent;

import org.jspecify.annotations.NullMarked;
