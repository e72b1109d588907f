package io.masthead.wp.v2;

import io.masthead.user.UserService;
import io.masthead.user.UserView;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.post.ShownPosts;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the authors of a whole list into it, by one statement, or none for those of posts. */
@Singleton
class UserEmbeds implements EmbedSource {

    private final UserService users;
    private final UserShape shape;

    UserEmbeds(UserService users, UserShape shape) {
        this.users = users;
        this.shape = shape;
    }

    @Override
    public Map<Target, Object> fetch(Set<Target> targets, WpRequest request) {
        var ids = Target.ids(targets, Kind.USER);
        var found = new HashMap<Long, Optional<UserView>>();
        ShownPosts.byId(request)
                .values()
                .forEach(post -> found.put(post.author().id(), users.see(post.author(), request.actor())));
        var others = ids.stream().filter(id -> !found.containsKey(id)).toList();
        found.putAll(users.find(others, request.actor()));
        var embedded = new HashMap<Target, Object>();
        ids.forEach(id -> embedded.put(Kind.USER.of(id), shown(found.get(id), request)));
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
