package io.masthead.wp.v2.post;

import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.List;

/**
 * The layouts that a post or page may ask for. A headless site has no theme to offer any; those of
 * WordPress' default theme are known, and what a post has already it may keep.
 */
final class PostTemplates {

    private static final List<String> OF_POSTS = List.of();
    private static final List<String> OF_PAGES = List.of("page-no-title");

    private PostTemplates() {}

    /**
     * @param former what the post is; null for one that is to be
     */
    static void check(PostType type, WpRequest request, PostView former) {
        var wanted = request.text("template");
        var known = type == PostType.POST ? OF_POSTS : OF_PAGES;
        if (wanted == null
                || wanted.isEmpty()
                || known.contains(wanted)
                || (former != null && former.post().template().equals(wanted))) {
            return;
        }
        throw WpException.parameter(
                "template",
                new ParameterFault(
                        "rest_invalid_param", "template is not one of %s.".formatted(String.join(", ", known)), null));
    }
}
