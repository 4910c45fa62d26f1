/** The embedded PostgreSQL and Redis: started before the services, stopped after them, taken over after a crash. */
@NullMarked
package dev.flashsale.standalone.stores;

import org.jspecify.annotations.NullMarked;
