@NullMarked
package dev.flashsale.standalone.rebuilt;

import org.jspecify.annotations.NullMarked;
