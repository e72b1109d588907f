package io.masthead.wp.v2.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostAccess;
import io.masthead.post.PostQueries;
import io.masthead.post.PostView;
import io.masthead.web.PostPasswordLimit;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;

/** Reads the post that the path of a request names, and knows what may be done with it. */
@Singleton
final class PostLookup {

    private static final String WRONG_PASSWORD = "This is not the password of this post.";

    /**
     * The outcome of a guess.
     *
     * @param refusal null where the password is right, or none was sent
     */
    private record Guess(CmsException refusal) {}

    private final PostQueries posts;
    private final PostAccess access;
    private final PostPasswordLimit passwords;

    PostLookup(PostQueries posts, PostAccess access, PostPasswordLimit passwords) {
        this.posts = posts;
        this.access = access;
        this.passwords = passwords;
    }

    /**
     * @throws io.masthead.wp.rest.WpException 404 where there is none
     */
    NamedPost find(PostKind kind, WpRequest request) {
        try {
            var view = posts.get(kind.type(), request.id("id"), request.actor(), null);
            // A change loads the post twice, and one guess counts once.
            var guess = request.shared(Guess.class, () -> new Guess(guess(view, request)));
            return new NamedPost(view, guess.refusal());
        } catch (CmsException e) {
            if (e.code() == ErrorCode.POST_NOT_FOUND) {
                throw WpErrors.notFound("rest_post_invalid_id", "Invalid post ID.");
            }
            if (e.code() == ErrorCode.POST_HIDDEN) {
                return new NamedPost(null, request.refusal("rest_forbidden", "do that"));
            }
            throw e;
        }
    }

    AllowedMethods allowed(NamedPost post, Actor actor) {
        return post.view() == null
                ? AllowedMethods.NONE
                : allowed(post.view(), actor).reading(post.unreadable() == null);
    }

    /** What the caller may do with a post that the caller sees, without telling a password. */
    AllowedMethods allowed(PostView view, Actor actor) {
        return new AllowedMethods(true, view.editable(), access.mayDelete(view.post(), actor));
    }

    /** Why the password that was sent opens nothing; null where it does, or none was sent. */
    private CmsException guess(PostView view, WpRequest request) {
        try {
            var password = password(request);
            if (password == null || view.post().unlocks(password)) {
                return null;
            }
            // Where nothing is protected, nothing is guessed.
            return view.post().isProtected() ? passwords.counted(wrongPassword()) : wrongPassword();
        } catch (CmsException tooMany) {
            return tooMany;
        }
    }

    static CmsException wrongPassword() {
        return new CmsException(ErrorCode.POST_PASSWORD_WRONG, WRONG_PASSWORD);
    }

    /** Null for none. Who has guessed too often is not told whether this one is right. */
    String password(WpRequest request) {
        // A change sets the password by this name.
        if (!(request.isReading() || request.method().equals("DELETE"))
                || !(WpRequest.Option.PASSWORD.of(request) instanceof String text)
                || text.isEmpty()) {
            return null;
        }
        passwords.requireOpen();
        return text;
    }
}
