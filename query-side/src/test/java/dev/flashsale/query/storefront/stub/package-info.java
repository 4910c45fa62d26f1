/**
 * A shop without a system behind it, so that a test can make the API say whatever it needs. No class here carries a Spring
 * stereotype: component scans of the real service must not find them.
 */
@NullMarked
package dev.flashsale.query.storefront.stub;

import org.jspecify.annotations.NullMarked;
