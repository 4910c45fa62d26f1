/** Answers that are rendered once and sent many times, each with the server's time of its own moment. */
@NullMarked
package dev.flashsale.query.page;

import org.jspecify.annotations.NullMarked;
