/** Who may call what: stateless bearer tokens, deny by default, security headers. */
@NullMarked
package dev.flashsale.platform.security;

import org.jspecify.annotations.NullMarked;
