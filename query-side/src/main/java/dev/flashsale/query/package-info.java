/** Projections and the REST API that reads them. */
@NullMarked
package dev.flashsale.query;

import org.jspecify.annotations.NullMarked;
