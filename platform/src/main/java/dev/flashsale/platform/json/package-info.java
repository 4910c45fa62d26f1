/** Strict JSON over HTTP: what is not exactly the contract is refused, never guessed. */
@NullMarked
package dev.flashsale.platform.json;

import org.jspecify.annotations.NullMarked;
