package io.masthead.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.masthead.comment.query.CommentQueries;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Patch;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentModerationTest {

    @Inject
    CommentService comments;

    @Inject
    CommentQueries queries;

    private final Tokens tokens = new Tokens();
    private final Discussion discussion = new Discussion();

    @BeforeEach
    void guests_are_shown_at_once() {
        discussion.open();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    @Test
    void an_author_of_a_post_may_repeat_what_only_moderators_change() {
        var author = new Actor(tokens.idOf(Role.AUTHOR), Role.AUTHOR.capabilities());
        var own =
                Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Mine ")).write();
        var id = Reader.guest().says("Hello").storedOn(own).id();
        var comment = queries.find(List.of(id), author).get(id).comment();

        comments.moderate(id, patch(comment, comment.authorName(), "Kinder"), author);
        var refusal = catchThrowableOfType(
                CmsException.class, () -> comments.moderate(id, patch(comment, "Somebody else", "Ruder"), author));

        assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(queries.find(List.of(id), author).get(id).comment().filteredSource())
                .isEqualTo("Kinder");
    }

    /** All that the comment says, but another name and text. */
    private static ModeratorPatch patch(Comment comment, String name, String text) {
        return new ModeratorPatch(
                Patch.to(comment.postId()),
                Patch.to(comment.parentId()),
                Patch.to(comment.userId()),
                Patch.to(name),
                Patch.to(comment.authorEmail()),
                Patch.to(comment.authorUrl()),
                Patch.to(comment.address()),
                Patch.to(comment.userAgent()),
                Patch.to(comment.createdAt()),
                Patch.to(text),
                Patch.absent());
    }
}
