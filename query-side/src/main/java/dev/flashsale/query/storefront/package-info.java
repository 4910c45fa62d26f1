/** The shop's and the merchant's page, as files that browsers may keep. */
@NullMarked
package dev.flashsale.query.storefront;

import org.jspecify.annotations.NullMarked;
