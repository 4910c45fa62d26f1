/** A real browser, and the steps that a shopper takes in it; usable against any running shop. */
@NullMarked
package dev.flashsale.query.storefront.browser;

import org.jspecify.annotations.NullMarked;
