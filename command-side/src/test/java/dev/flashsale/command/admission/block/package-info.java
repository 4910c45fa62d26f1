/** Tests of the blocklist. */
@NullMarked
package dev.flashsale.command.admission.block;

import org.jspecify.annotations.NullMarked;
