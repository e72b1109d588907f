package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits guesses of post passwords. Wrong ones count for the client's address, whichever post and path they
 * were for; right ones do not count, since many readers may use one front end.
 *
 * <p>It is checked here and not where passwords are compared, since that happens in transactions, which a
 * refusal rolls back, and while a connection is in use.
 */
@Singleton
public class PostPasswordLimit {

    private final LoginRateLimiter rateLimiter;
    private final ClientAddress address;

    PostPasswordLimit(LoginRateLimiter rateLimiter, ClientAddress address) {
        this.rateLimiter = rateLimiter;
        this.address = address;
    }

    /** After too many guesses the response does not reveal whether this one is right. */
    @ServerRequestFilter
    void requireOpen(ContainerRequestContext request) {
        if (request.getHeaderString(CacheRules.POST_PASSWORD) != null) {
            requireOpen();
        }
    }

    /**
     * Must be called before checking a password that was not sent in the header.
     *
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void requireOpen() {
        rateLimiter.requireOpen(AttemptKind.POST_PASSWORD, address.get());
    }

    /**
     * Counts a wrong password and returns the refusal to send: this one, or that there were too many attempts.
     */
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
