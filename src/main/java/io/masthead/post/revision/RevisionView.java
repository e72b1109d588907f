package io.masthead.post.revision;

import io.masthead.post.PostContent;

/**
 * A revision as it is shown.
 *
 * @param body null if it was not requested
 */
public record RevisionView(Revision revision, RevisionBody body) {

    PostContent content() {
        return new PostContent(revision.title(), revision.titleMarkup(), body.format(), body.source(), body.excerpt());
    }
}
