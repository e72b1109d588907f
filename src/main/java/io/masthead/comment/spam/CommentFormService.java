package io.masthead.comment.spam;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.post.PostAccess;
import io.masthead.post.PostType;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Describes the comment form of a post for front ends. */
@ApplicationScoped
@Transactional
public class CommentFormService {

    private final PostAccess posts;
    private final SettingService settings;
    private final FormTokens tokens;

    CommentFormService(PostAccess posts, SettingService settings, FormTokens tokens) {
        this.posts = posts;
        this.settings = settings;
        this.tokens = tokens;
    }

    /**
     * @param password the password sent for a protected post; null if none
     * @throws CmsException as {@link PostAccess#requireReadable}
     */
    public CommentForm of(PostType type, long postId, Actor actor, String password) {
        var post = posts.requireReadable(type, postId, actor, password);
        var rules = settings.get();
        var signInRequired = rules.commentsRequireSignIn();
        return new CommentForm(
                posts.acceptsComments(post) && !(signInRequired && actor.isAnonymous()),
                signInRequired,
                rules.commentsRequireName(),
                rules.commentsMinFormSeconds(),
                rules.commentsEditSeconds(),
                tokens.issue(post.id()));
    }
}
