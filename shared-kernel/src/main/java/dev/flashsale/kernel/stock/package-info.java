/** Stock (库存): the units of one item, split into buckets; reserving, confirming, releasing, transferring them. */
@NullMarked
package dev.flashsale.kernel.stock;

import org.jspecify.annotations.NullMarked;
