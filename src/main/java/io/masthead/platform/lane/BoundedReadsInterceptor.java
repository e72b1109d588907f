package io.masthead.platform.lane;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Has costly reads pass their lane before a transaction begins, and with it a connection is held.
 */
@Interceptor
@BoundedReads
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class BoundedReadsInterceptor {

    private final CostlyReads reads;

    BoundedReadsInterceptor(CostlyReads reads) {
        this.reads = reads;
    }

    @AroundInvoke
    Object pass(InvocationContext invocation) throws Exception {
        return CostlyReads.isCostly(invocation) ? reads.lane().pass(invocation::proceed) : invocation.proceed();
    }
}
