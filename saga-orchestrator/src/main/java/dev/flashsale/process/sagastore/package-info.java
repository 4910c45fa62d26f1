/** Live sagas in memory, and in PostgreSQL once per batch of events, behind Axon's own interfaces. */
@NullMarked
package dev.flashsale.process.sagastore;

import org.jspecify.annotations.NullMarked;
