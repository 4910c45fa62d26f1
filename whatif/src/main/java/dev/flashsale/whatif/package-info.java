/** What if: the recorded attempts of a sale, decided again by the same rules under another policy. */
@NullMarked
package dev.flashsale.whatif;

import org.jspecify.annotations.NullMarked;
