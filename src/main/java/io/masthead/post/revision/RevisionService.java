package io.masthead.post.revision;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Page;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.post.PostAccess;
import io.masthead.post.PostCommands;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Lists, compares and restores revisions for callers who may change the post; others are refused as by {@link
 * PostAccess#requireEditable}.
 */
@ApplicationScoped
@Transactional
public class RevisionService {

    private final RevisionRepository revisions;
    private final PostAccess access;
    private final PostCommands commands;

    RevisionService(RevisionRepository revisions, PostAccess access, PostCommands commands) {
        this.revisions = revisions;
        this.access = access;
        this.commands = commands;
    }

    @BoundedReads
    public Page<RevisionView> search(RevisionQuery query, Actor actor) {
        requireEditable(query.type(), query.postId(), actor);
        return revisions.search(query);
    }

    /** @throws CmsException {@link ErrorCode#REVISION_NOT_FOUND} or {@link ErrorCode#REVISION_OF_OTHER_POST} */
    public RevisionView get(PostType type, long postId, long id, Actor actor) {
        requireEditable(type, postId, actor);
        return require(postId, id);
    }

    /** As {@link #get}, with the previous state of the post. */
    public RevisionComparison compare(PostType type, long postId, long id, Actor actor) {
        var found = get(type, postId, id, actor);
        return new RevisionComparison(
                found, revisions.stateBefore(found.revision()).orElse(null));
    }

    /**
     * Restores a revision: an update like any other.
     *
     * @throws CmsException as {@link #get} and {@link PostCommands#update}
     */
    public PostView restore(PostType type, long postId, long id, ExpectedVersion expected, Actor actor) {
        access.lockEditable(type, postId, actor);
        var content = require(postId, id).content();
        return commands.restoreContent(type, postId, content, expected, actor);
    }

    private void requireEditable(PostType type, long postId, Actor actor) {
        access.requireEditable(type, postId, "view the revisions of this " + type.noun(), actor);
    }

    private RevisionView require(long postId, long id) {
        var found = revisions
                .read(id)
                .orElseThrow(() -> new CmsException(ErrorCode.REVISION_NOT_FOUND, "There is no revision here."));
        if (found.revision().postId() != postId) {
            throw new CmsException(ErrorCode.REVISION_OF_OTHER_POST, "There is no revision here.");
        }
        return found;
    }
}
