package io.masthead.wp.v2.post;

import io.masthead.post.PostType;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpRequest;

import java.util.List;

/**
 * The layouts that a post or page may ask for. A headless site has no theme to offer any; those of
 * WordPress' default theme are known, since clients send what they read on another site.
 */
final class PostTemplates implements Schema.Check {

    private static final PostTemplates OF_POSTS = new PostTemplates(List.of());
    private static final PostTemplates OF_PAGES = new PostTemplates(List.of("page-no-title"));

    private final List<String> known;

    private PostTemplates(List<String> known) {
        this.known = known;
    }

    static PostTemplates of(PostType type) {
        return type == PostType.POST ? OF_POSTS : OF_PAGES;
    }

    @Override
    public Object check(String name, Object value, WpRequest request) throws ParameterFault {
        if (value.toString().isEmpty() || known.contains(value.toString())) {
            return value;
        }
        throw new ParameterFault(
                "rest_invalid_param",
                "%s is not one of %s.".formatted(name, String.join(", ", known)),
                null);
    }
}
