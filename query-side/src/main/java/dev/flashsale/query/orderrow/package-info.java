/** Orders as rows in PostgreSQL: the history, and the answer when Redis is away. */
@NullMarked
package dev.flashsale.query.orderrow;

import org.jspecify.annotations.NullMarked;
