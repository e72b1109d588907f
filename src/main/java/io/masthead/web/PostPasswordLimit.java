package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets nobody guess the passwords of posts. Wrong ones count for the address, whichever post they
 * were for and by whichever path; right ones do not count, since many readers may come by way of
 * one front end.
 *
 * <p>It stands here and not where passwords are compared, because that happens in transactions,
 * which the refusal rolls back, and while a connection is held.
 */
@Singleton
public class PostPasswordLimit {

    private final LoginRateLimiter rateLimiter;
    private final ClientAddress address;

    PostPasswordLimit(LoginRateLimiter rateLimiter, ClientAddress address) {
        this.rateLimiter = rateLimiter;
        this.address = address;
    }

    /** Who has guessed too often is not told whether this one is right. */
    @ServerRequestFilter
    void requireOpen(ContainerRequestContext request) {
        if (request.getHeaderString(CacheRules.POST_PASSWORD) != null) {
            requireOpen();
        }
    }

    /**
     * Asked before a password is looked at that came by another way than the header.
     *
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void requireOpen() {
        rateLimiter.requireOpen(AttemptKind.POST_PASSWORD, address.get());
    }

    /** The refusal to answer with: this one, or that there have been too many. */
    public CmsException counted(CmsException refusal) {
        if (refusal.code() != ErrorCode.POST_PASSWORD_WRONG) {
            return refusal;
        }
        try {
            rateLimiter.failed(AttemptKind.POST_PASSWORD, address.get());
            return refusal;
        } catch (CmsException tooMany) {
            return tooMany;
        }
    }
}
