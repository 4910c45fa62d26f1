/** One JVM with every service in it, on a PostgreSQL and a Redis that it starts and stops itself. */
@NullMarked
package dev.flashsale.standalone;

import org.jspecify.annotations.NullMarked;
