/** Accounts: making one, logging in, and the first merchant and analyst. */
@NullMarked
package dev.flashsale.command.account;

import org.jspecify.annotations.NullMarked;
