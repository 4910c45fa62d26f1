/** Purchases: how an attempt stands, asked for or listened to. */
@NullMarked
package dev.flashsale.query.purchase;

import org.jspecify.annotations.NullMarked;
