@NullMarked
package dev.flashsale.platform.attempt;

import org.jspecify.annotations.NullMarked;
