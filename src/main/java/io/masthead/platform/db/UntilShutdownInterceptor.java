package io.masthead.platform.db;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Prevents work, and so transactions, from starting during shutdown. */
@UntilShutdown
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class UntilShutdownInterceptor {

    private final ScheduledWork work;

    UntilShutdownInterceptor(ScheduledWork work) {
        this.work = work;
    }

    @AroundInvoke
    Object begin(InvocationContext context) throws Exception {
        return work.runUnlessStopping(context::proceed);
    }
}
