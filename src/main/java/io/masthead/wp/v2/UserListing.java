package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.kernel.Page;
import io.masthead.post.PostType;
import io.masthead.post.PublishingAuthors;
import io.masthead.user.Role;
import io.masthead.user.UserColumn;
import io.masthead.user.UserOrder;
import io.masthead.user.UserSelection;
import io.masthead.user.UserService;
import io.masthead.user.UserView;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
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
    void require(WpRequest request) {
        var listsAll = request.actor().can(Capability.LIST_USERS);
        if (!listsAll && !request.texts("roles").isEmpty()) {
            throw refused(request, "rest_user_cannot_view", "filter users by role");
        }
        if (!listsAll && !request.texts("capabilities").isEmpty()) {
            throw refused(request, "rest_user_cannot_view", "filter users by capability");
        }
        if (!listsAll && request.context().equals("edit")) {
            throw refused(request, "rest_forbidden_context", "edit users");
        }
        if (!listsAll && request.has("orderby") && !order(request).isPublic()) {
            throw refused(request, "rest_forbidden_orderby", "order users by this parameter");
        }
        if ("authors".equals(request.text("who")) && !request.actor().can(Capability.EDIT_POSTS)) {
            throw refused(request, "rest_forbidden_who", "query users by this parameter");
        }
    }

    WpAnswer answer(WpRequest request) {
        int perPage = request.number("per_page").intValue();
        var selected = select(request, perPage);
        return Paged.answer(
                request,
                "wp/v2/users",
                selected.items().stream()
                        .map(view -> shape.show(view.user(), request))
                        .toList(),
                selected.total(),
                perPage,
                Paged.page(offset(request), request.number("page"), perPage));
    }

    private Page<UserView> select(WpRequest request, int perPage) {
        var ids = request.ids("include");
        // What is included is not looked for among what is not.
        var exceptIds = ids.isEmpty() ? request.ids("exclude") : List.<Long>of();
        var types = request.texts("has_published_posts");
        if (!types.isEmpty()) {
            var published = authors.of(
                    types.stream().filter(TYPES::containsKey).map(TYPES::get).toList());
            ids = ids.isEmpty()
                    ? published
                    : ids.stream().filter(published::contains).toList();
            if (ids.isEmpty()) {
                return Page.of(List.of(), perPage, 0L);
            }
        }
        return users.select(
                new UserSelection(
                        request.text("search"),
                        columns(request),
                        request.texts("slug"),
                        ids,
                        exceptIds,
                        roles(request),
                        request.isOn("has_published_posts"),
                        order(request),
                        "desc".equals(request.text("order")),
                        Paged.skipped(offset(request), request.number("page"), perPage),
                        perPage),
                request.actor());
    }

    /** Null for any. Who may not list users is not told roles, not even who writes. */
    private static Set<Role> roles(WpRequest request) {
        if (!request.actor().can(Capability.LIST_USERS)) {
            return null;
        }
        var roles = EnumSet.allOf(Role.class);
        if (!request.texts("roles").isEmpty()) {
            roles.retainAll(WpCapabilities.named(request.texts("roles")));
        }
        if (!request.texts("capabilities").isEmpty()) {
            roles.retainAll(WpCapabilities.ableTo(request.texts("capabilities")));
        }
        if (request.has("who")) {
            roles.retainAll(WpCapabilities.ableTo(List.of("edit_posts")));
        }
        return roles.size() == Role.values().length ? null : roles;
    }

    private static Set<UserColumn> columns(WpRequest request) {
        var columns = EnumSet.noneOf(UserColumn.class);
        for (var name : request.texts("search_columns")) {
            columns.add(
                    switch (name) {
                        case "email" -> UserColumn.EMAIL;
                        case "name" -> UserColumn.NAME;
                        case "id" -> UserColumn.ID;
                        case "username" -> UserColumn.LOGIN;
                        case "slug" -> UserColumn.SLUG;
                        default -> throw new IllegalStateException("No column " + name);
                    });
        }
        if (!request.actor().can(Capability.LIST_USERS)) {
            columns.removeAll(EnumSet.of(UserColumn.EMAIL, UserColumn.LOGIN));
            return columns.isEmpty() ? EnumSet.of(UserColumn.ID, UserColumn.NAME, UserColumn.SLUG) : columns;
        }
        if (!columns.isEmpty()) {
            return columns;
        }
        return request.has("search") && request.text("search").contains("@")
                ? EnumSet.of(UserColumn.EMAIL)
                : EnumSet.allOf(UserColumn.class);
    }

    private static UserOrder order(WpRequest request) {
        return switch (Objects.requireNonNullElse(request.text("orderby"), "name")) {
            case "id" -> UserOrder.ID;
            case "include" -> UserOrder.LISTED_IDS;
            case "registered_date" -> UserOrder.CREATED;
            case "slug" -> UserOrder.SLUG;
            case "include_slugs" -> UserOrder.LISTED_SLUGS;
            case "email" -> UserOrder.EMAIL;
            case "url" -> UserOrder.URL;
            default -> UserOrder.NAME;
        };
    }

    /** Null where it leaves out none, so that the page counts. */
    private static Long offset(WpRequest request) {
        var offset = request.number("offset");
        return offset == null || offset == 0 ? null : offset;
    }

    private static WpException refused(WpRequest request, String code, String what) {
        return WpErrors.forbidden(request.actor(), code, "Sorry, you are not allowed to " + what + ".");
    }
}
