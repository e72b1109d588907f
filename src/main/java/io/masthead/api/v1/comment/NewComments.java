package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Paths;
import io.masthead.comment.CommentView;
import io.masthead.comment.Origin;
import io.masthead.web.CurrentClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What taking a comment has in common, whatever it is on. */
final class NewComments {

    private NewComments() {}

    static Origin origin(CurrentClient client) {
        return new Origin(client.address(), client.userAgent(), client.referrer());
    }

    static RestResponse<CommentJson> answer(CommentView view) {
        return Paths.created("/api/v1/comments/" + view.comment().id(), CommentJson.of(view));
    }
}
