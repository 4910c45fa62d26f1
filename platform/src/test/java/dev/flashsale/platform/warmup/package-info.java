@NullMarked
package dev.flashsale.platform.warmup;

import org.jspecify.annotations.NullMarked;
