package io.masthead.wp.v2;

import io.masthead.user.UserService;
import io.masthead.user.UserView;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts the authors of a whole list into it, by one statement, or none for those of posts. */
@Singleton
class UserEmbeds implements EmbedSource {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final UserService users;
    private final UserShape shape;

    UserEmbeds(UserService users, UserShape shape) {
        this.users = users;
        this.shape = shape;
    }

    @Override
    public Map<String, Object> fetch(Collection<String> hrefs, WpRequest request) {
        var root = request.url("wp/v2/users/");
        var ids = new HashMap<String, Long>();
        for (var href : hrefs) {
            if (href.startsWith(root)
                    && ID.matcher(href.substring(root.length())).matches()) {
                ids.put(href, Long.valueOf(href.substring(root.length())));
            }
        }
        var found = new HashMap<Long, Optional<UserView>>();
        ShownPosts.byId(request)
                .values()
                .forEach(post -> found.put(post.author().id(), users.see(post.author(), request.actor())));
        var others = ids.values().stream().filter(id -> !found.containsKey(id)).toList();
        found.putAll(users.find(others, request.actor()));
        var embedded = new HashMap<String, Object>();
        ids.forEach((href, id) -> embedded.put(href, shown(found.get(id), request)));
        return embedded;
    }

    /**
     * @param found null for nobody, empty for somebody whom the caller may not see
     */
    private Object shown(Optional<UserView> found, WpRequest request) {
        if (found == null) {
            return UserRefusals.notFound().error().toJson();
        }
        return found.<Object>map(view -> shape.embed(view.user(), request))
                .orElseGet(() -> UserRefusals.hidden(request).error().toJson());
    }
}
