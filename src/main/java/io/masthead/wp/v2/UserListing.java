package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.kernel.Offset;
import io.masthead.kernel.WordSearch;
import io.masthead.post.PostType;
import io.masthead.post.PublishingAuthors;
import io.masthead.user.Role;
import io.masthead.user.UserField;
import io.masthead.user.UserFilter;
import io.masthead.user.UserQuery;
import io.masthead.user.UserService;
import io.masthead.user.UserSort;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists of users: what may be asked, and the answer. */
@Singleton
class UserListing {

    private static final Map<String, PostType> TYPES = Map.of("post", PostType.POST, "page", PostType.PAGE);

    private final UserService users;
    private final PublishingAuthors authors;
    private final UserShape shape;

    UserListing(UserService users, PublishingAuthors authors, UserShape shape) {
        this.users = users;
        this.authors = authors;
        this.shape = shape;
    }

    /** In the order in which WordPress asks, of which the first refusal is the answer. */
    static void permit(WpRequest request, AllowedMethods allowed) {
        var listsAll = request.actor().can(Capability.LIST_USERS);
        request.require(
                listsAll || request.strings("roles").isEmpty(), "rest_user_cannot_view", "filter users by role");
        request.require(
                listsAll || request.strings("capabilities").isEmpty(),
                "rest_user_cannot_view",
                "filter users by capability");
        request.requireForEdit(listsAll, "edit users");
        request.require(
                listsAll || sort(request).isPublic(), "rest_forbidden_orderby", "order users by this parameter");
        request.require(
                !"authors".equals(request.text("who")) || request.actor().can(Capability.EDIT_POSTS),
                "rest_forbidden_who",
                "query users by this parameter");
    }

    WpAnswer answer(WpRequest request) {
        int perPage = request.number("per_page").intValue();
        var query = new UserQuery(
                filter(request),
                sort(request),
                "desc".equals(request.text("order")),
                new Offset(Paged.skipped(Paged.offset(request), request.number("page"), perPage), perPage, true));
        var found = users.search(query, request.actor());
        return Paged.answer(
                request,
                "wp/v2/users",
                found.items().stream()
                        .map(view -> shape.show(view.user(), request))
                        .toList(),
                found.total(),
                perPage,
                Paged.page(Paged.offset(request), request.number("page"), perPage));
    }

    private UserFilter filter(WpRequest request) {
        var filter = UserFilter.builder()
                .slugs(request.strings("slug"))
                .ids(ids(request))
                // What is included is not looked for among what is not.
                .excludedIds(request.ids("include").isEmpty() ? request.ids("exclude") : List.of())
                .roles(roles(request))
                .published(request.isOn("has_published_posts"));
        var text = request.text("search");
        if (text != null && !text.isEmpty()) {
            filter.search(WordSearch.phrase(text), fields(request));
        }
        return filter.build();
    }

    /** Those named, those who have published posts of the named types, or null for all. */
    private List<Long> ids(WpRequest request) {
        var included = request.ids("include");
        var types = request.strings("has_published_posts");
        if (types.isEmpty()) {
            return included.isEmpty() ? null : included;
        }
        var published = authors.of(
                types.stream().filter(TYPES::containsKey).map(TYPES::get).toList());
        return included.isEmpty()
                ? published
                : included.stream().filter(published::contains).toList();
    }

    /** Null for any. Who may not list users is not told roles, not even who writes. */
    private static Set<Role> roles(WpRequest request) {
        if (!request.actor().can(Capability.LIST_USERS)) {
            return null;
        }
        var roles = EnumSet.allOf(Role.class);
        if (!request.strings("roles").isEmpty()) {
            roles.retainAll(WpCapabilities.named(request.strings("roles")));
        }
        if (!request.strings("capabilities").isEmpty()) {
            roles.retainAll(WpCapabilities.ableTo(request.strings("capabilities")));
        }
        if (request.has("who")) {
            roles.retainAll(WpCapabilities.ableTo(List.of("edit_posts")));
        }
        return roles.size() == Role.values().length ? null : roles;
    }

    private static Set<UserField> fields(WpRequest request) {
        var fields = EnumSet.noneOf(UserField.class);
        for (var name : request.strings("search_columns")) {
            fields.add(
                    switch (name) {
                        case "email" -> UserField.EMAIL;
                        case "name" -> UserField.NAME;
                        case "id" -> UserField.ID;
                        case "username" -> UserField.LOGIN;
                        case "slug" -> UserField.SLUG;
                        default -> throw new IllegalStateException("No field " + name);
                    });
        }
        if (!request.actor().can(Capability.LIST_USERS)) {
            fields.removeAll(EnumSet.of(UserField.EMAIL, UserField.LOGIN));
            return fields.isEmpty() ? EnumSet.of(UserField.ID, UserField.NAME, UserField.SLUG) : fields;
        }
        if (!fields.isEmpty()) {
            return fields;
        }
        return request.has("search") && request.text("search").contains("@")
                ? EnumSet.of(UserField.EMAIL)
                : EnumSet.allOf(UserField.class);
    }

    private static UserSort sort(WpRequest request) {
        return switch (Objects.requireNonNullElse(request.text("orderby"), "name")) {
            case "id" -> UserSort.ID;
            case "include" -> UserSort.LISTED_IDS;
            case "registered_date" -> UserSort.CREATED;
            case "slug" -> UserSort.SLUG;
            case "include_slugs" -> UserSort.LISTED_SLUGS;
            case "email" -> UserSort.EMAIL;
            case "url" -> UserSort.URL;
            default -> UserSort.NAME;
        };
    }
}
