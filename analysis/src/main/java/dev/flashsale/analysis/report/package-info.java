/** One page for people about a sale: what happened, whether it was right, whether it was fair. */
@NullMarked
package dev.flashsale.analysis.report;

import org.jspecify.annotations.NullMarked;
