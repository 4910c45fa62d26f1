/** The command that proves a sale from its own log. */
@NullMarked
package dev.flashsale.analysis.verify;

import org.jspecify.annotations.NullMarked;
