package io.masthead.wp.v2.menu;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;

/** The rights on menus: administrators may do everything, users who can write posts may read. */
final class MenuRights {

    private MenuRights() {}

    static AllowedMethods of(Actor actor) {
        var manages = actor.can(Capability.MANAGE_MENUS);
        return new AllowedMethods(manages || actor.can(Capability.EDIT_POSTS), manages, manages);
    }

    /** Only administrators see places: their names are those of a theme. */
    static AllowedMethods ofPlaces(Actor actor) {
        return new AllowedMethods(actor.can(Capability.MANAGE_MENUS), false, false);
    }

    /** @param what as in {@code menu items} */
    static Permission<Object> toRead(String what, String context) {
        return (request, target, allowed) -> {
            request.require(allowed.read(), "rest_cannot_view", "view " + what);
            request.requireForEdit(allowed.write(), context);
        };
    }
}
