package io.masthead.platform.db;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * Wraps every method that begins a transaction by {@link Transactional} and repeats the transaction after a
 * conflict. A method that joins its caller's transaction is left to the caller: half a transaction cannot be
 * repeated.
 */
@Interceptor
@Transactional
@Priority(RetriedTransaction.BEFORE_THE_TRANSACTION)
class RetriedTransaction {

    /** Quarkus begins transactions at this priority plus 100. */
    static final int BEFORE_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    @AroundInvoke
    Object repeat(InvocationContext invocation) throws Exception {
        return Transactions.isOpen()
                ? invocation.proceed()
                : Retries.run(invocation::proceed, Conflicts::isWorthRepeating, () -> {});
    }
}
