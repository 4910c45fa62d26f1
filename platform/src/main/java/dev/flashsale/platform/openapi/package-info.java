/** The description of the REST API at /v3/api-docs. */
@NullMarked
package dev.flashsale.platform.openapi;

import org.jspecify.annotations.NullMarked;
