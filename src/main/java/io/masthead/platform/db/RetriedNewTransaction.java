package io.masthead.platform.db;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** As {@link RetriedTransaction}, for methods that always begin a transaction. */
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(RetriedTransaction.BEFORE_THE_TRANSACTION)
class RetriedNewTransaction {

    @AroundInvoke
    Object repeat(InvocationContext invocation) throws Exception {
        return Retries.run(invocation::proceed, Conflicts::isWorthRepeating, () -> {});
    }
}
