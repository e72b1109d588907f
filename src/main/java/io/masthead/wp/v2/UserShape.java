package io.masthead.wp.v2;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.permalink.Permalinks;
import io.masthead.setting.SettingService;
import io.masthead.text.Slugs;
import io.masthead.user.AvatarConfig;
import io.masthead.user.User;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.Target.Kind;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** How a user is shown on this surface. */
@Singleton
class UserShape {

    static final String ENGLISH = "en_US";

    private final Permalinks permalinks;
    private final SettingService settings;
    private final AvatarConfig avatars;

    UserShape(Permalinks permalinks, SettingService settings, AvatarConfig avatars) {
        this.avatars = avatars;
        this.permalinks = permalinks;
        this.settings = settings;
    }

    /** In the context that was asked for. */
    Map<String, Object> show(User user, WpRequest request) {
        return show(user, request, request.context());
    }

    Map<String, Object> show(User user, WpRequest request, String context) {
        return linked(new Resource(UserSchema.USER, request, context), user, request)
                .build();
    }

    /** As part of what links to the user. */
    Map<String, Object> embed(User user, WpRequest request) {
        return linked(Resource.embedded(UserSchema.USER), user, request).build();
    }

    /** As it was before it was deleted, when nothing more can be done with it. */
    Map<String, Object> showDeleted(User user, WpRequest request) {
        return filled(new Resource(UserSchema.USER, request, "edit"), user).build();
    }

    private Resource linked(Resource resource, User user, WpRequest request) {
        return filled(resource, user).links(() -> links(user, request));
    }

    private Resource filled(Resource resource, User user) {
        var person = user.person();
        resource.put("id", user::id)
                .put("username", user::login)
                .put("name", () -> PlainWords.written(user.displayName()))
                .put("first_name", () -> PlainWords.written(person.firstName()))
                .put("last_name", () -> PlainWords.written(person.lastName()))
                .put("email", () -> user.email() == null ? "" : user.email())
                .put("url", user::url)
                .put("description", user::biography)
                .put("link", () -> permalinks.plain().author(user))
                .put("locale", () -> locale(person.locale()))
                .put("nickname", () -> nickname(user))
                .put("slug", () -> Slugs.encoded(user.slug()))
                .put("roles", () -> List.of(WpCapabilities.word(user.role())))
                .put("registered_date", () -> WpDates.writeGmt(user.createdAt()) + "+00:00")
                .put("capabilities", () -> WpCapabilities.of(user.role()))
                .put("extra_capabilities", () -> Map.of(WpCapabilities.word(user.role()), true));
        if (avatars.wordpress()) {
            resource.put("avatar_urls", () -> Avatars.of(user.avatarUrl(), user.email()));
        }
        return resource.put("meta", () -> meta(resource));
    }

    private static Object meta(Resource resource) {
        // Without anything in it, PHP takes it for a list.
        return resource.isIn("edit") ? Map.of("persisted_preferences", List.of()) : List.of();
    }

    private static String nickname(User user) {
        var nickname = user.person().nickname();
        return nickname.isEmpty() ? user.login() : PlainWords.written(nickname);
    }

    /** That of the site where the user has none. */
    private String locale(String own) {
        if (!own.isEmpty()) {
            return own;
        }
        return siteLocale();
    }

    String siteLocale() {
        return Locales.fromTag(settings.get().language());
    }

    private static Links links(User user, WpRequest request) {
        return new Links(request)
                .self(Kind.USER.of(user.id()), allowed(user, request.actor()))
                .add("collection", Kind.USER.route());
    }

    static AllowedMethods allowed(User user, Actor actor) {
        return new AllowedMethods(
                user.isVisibleTo(actor),
                actor.is(user.id()) || actor.can(Capability.EDIT_USERS),
                actor.can(Capability.DELETE_USERS));
    }
}
