package io.masthead.platform.lane;

import io.masthead.platform.db.StatementLimit;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;

/** Applies the time limit to costly reads, within their transaction. */
@Interceptor
@BoundedReads
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class TimeLimitInterceptor {

    private final StatementLimit limit;
    private final Duration time;

    TimeLimitInterceptor(StatementLimit limit, CostlyReadConfig config) {
        this.limit = limit;
        this.time = config.timeLimit();
    }

    @AroundInvoke
    Object limit(InvocationContext invocation) throws Exception {
        return CostlyReads.isCostly(invocation) ? limit.within(time, invocation::proceed) : invocation.proceed();
    }
}
