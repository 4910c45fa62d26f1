/** Who may not buy for a while: by a merchant's word, or after too many refusals. */
@NullMarked
package dev.flashsale.command.admission.block;

import org.jspecify.annotations.NullMarked;
