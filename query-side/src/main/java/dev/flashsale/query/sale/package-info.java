/** Sales with their live remaining units. */
@NullMarked
package dev.flashsale.query.sale;

import org.jspecify.annotations.NullMarked;
