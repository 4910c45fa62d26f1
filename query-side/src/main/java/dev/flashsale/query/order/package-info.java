/** Orders of a shopper. */
@NullMarked
package dev.flashsale.query.order;

import org.jspecify.annotations.NullMarked;
