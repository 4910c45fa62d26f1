/** Real input for a demonstration: a product catalogue and the arrivals of a crowd, both as CSV. */
@NullMarked
package dev.flashsale.standalone.input;

import org.jspecify.annotations.NullMarked;
