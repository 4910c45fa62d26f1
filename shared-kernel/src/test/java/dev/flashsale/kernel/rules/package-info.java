/** What the published language may depend on. */
@NullMarked
package dev.flashsale.kernel.rules;

import org.jspecify.annotations.NullMarked;
