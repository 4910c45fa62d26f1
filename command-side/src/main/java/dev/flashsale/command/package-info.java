/** Aggregates, the group-commit intake, accounts, and the REST API that changes things. */
@NullMarked
package dev.flashsale.command;

import org.jspecify.annotations.NullMarked;
