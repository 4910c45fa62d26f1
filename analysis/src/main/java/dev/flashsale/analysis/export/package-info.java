/** The verb that writes a sale's tables into files for other tools. */
@NullMarked
package dev.flashsale.analysis.export;

import org.jspecify.annotations.NullMarked;
