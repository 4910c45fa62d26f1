/** Tests of client addresses. */
@NullMarked
package dev.flashsale.platform.address;

import org.jspecify.annotations.NullMarked;
