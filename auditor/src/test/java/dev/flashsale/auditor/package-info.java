@NullMarked
package dev.flashsale.auditor;

import org.jspecify.annotations.NullMarked;
