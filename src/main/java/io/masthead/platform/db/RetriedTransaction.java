package io.masthead.platform.db;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * Stands round every transaction that a method begins by {@link Transactional}, and repeats it
 * where it ran into another one. A method that takes part in the transaction of its caller is left
 * to the caller: half a transaction cannot be repeated.
 */
@Interceptor
@Transactional
@Priority(RetriedTransaction.BEFORE_THE_TRANSACTION)
class RetriedTransaction {

    /** Quarkus begins transactions at this one and 100 more. */
    static final int BEFORE_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    @AroundInvoke
    Object repeat(InvocationContext invocation) throws Exception {
        return Transactions.isOpen()
                ? invocation.proceed()
                : Retries.run(invocation::proceed, Conflicts::isWorthRepeating, () -> {});
    }
}
