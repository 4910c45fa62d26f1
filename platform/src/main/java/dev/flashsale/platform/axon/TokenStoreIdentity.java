package dev.flashsale.platform.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToRetrieveIdentifierException;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives an empty token store its identity before the event processors ask for it. Services that start together on a new
 * database would all try, and whoever came second would not start.
 */
@Component
class TokenStoreIdentity implements SmartLifecycle {
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private volatile boolean known;

    TokenStoreIdentity(TokenStore tokens, TransactionManager transactions) {
        this.tokens = tokens;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        try {
            identify();
        } catch (UnableToRetrieveIdentifierException e) {
            // another service was first, so there is an identity to read now
            identify();
        }
        known = true;
    }

    private void identify() {
        transactions.executeInTransaction(tokens::retrieveStorageIdentifier);
    }

    @Override
    public void stop() {
        known = false;
    }

    @Override
    public boolean isRunning() {
        return known;
    }

    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }
}
