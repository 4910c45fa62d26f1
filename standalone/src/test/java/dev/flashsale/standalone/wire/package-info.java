/** The three services as they run apart: everything between them is sent through the real connector, over real sockets. */
@NullMarked
package dev.flashsale.standalone.wire;

import org.jspecify.annotations.NullMarked;
