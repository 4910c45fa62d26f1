@NullMarked
package dev.flashsale.platform.security;

import org.jspecify.annotations.NullMarked;
