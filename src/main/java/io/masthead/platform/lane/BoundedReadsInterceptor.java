package io.masthead.platform.lane;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs costly reads in their lane, entered before a transaction begins and takes a connection. */
@Interceptor
@BoundedReads
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class BoundedReadsInterceptor {

    private final CostlyReads reads;

    BoundedReadsInterceptor(CostlyReads reads) {
        this.reads = reads;
    }

    @AroundInvoke
    Object runInLane(InvocationContext invocation) throws Exception {
        return CostlyReads.isCostly(invocation) ? reads.lane().run(invocation::proceed) : invocation.proceed();
    }
}
