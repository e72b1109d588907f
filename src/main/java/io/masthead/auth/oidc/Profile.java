package io.masthead.auth.oidc;

import io.vertx.core.json.JsonObject;

/**
 * The profile of a user at a site.
 *
 * @param subject the key of the account there; null if missing
 * @param verifiedEmail null if the site reports no verified address
 * @param name the name of the person; null if unknown
 * @param accountName the name of the account; null if unknown
 */
record Profile(String subject, String verifiedEmail, String name, String accountName) {

    /** The standard claims (OpenID Connect Core 1.0 section 5.1). */
    static Profile ofClaims(JsonObject claims) {
        var email = isTrue(claims, "email_verified") ? text(claims, "email") : null;
        var username = text(claims, "preferred_username");
        var name = text(claims, "name");
        var account = email == null ? username : email;
        return new Profile(
                text(claims, "sub"), email, name == null ? username : name, account == null ? name : account);
    }

    /** Some sites use numbers where others use text. */
    static String text(JsonObject from, String field) {
        var value = from.getValue(field);
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    /** Some sites use text; anything but "true" counts as false. */
    static boolean isTrue(JsonObject from, String field) {
        var value = from.getValue(field);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }
}
