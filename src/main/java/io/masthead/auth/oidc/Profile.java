package io.masthead.auth.oidc;

import io.vertx.core.json.JsonObject;

/**
 * What a site tells of somebody.
 *
 * @param subject the key of the account there; null where it is not told
 * @param verifiedEmail null where the site tells of none that it has verified
 * @param name what the person is called; null where it is not told
 * @param accountName what the account is called; null where it is not told
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

    /** Some sites write numbers where others write text. */
    static String text(JsonObject from, String field) {
        var value = from.getValue(field);
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    /** Some sites write the word; anything else is no promise. */
    static boolean isTrue(JsonObject from, String field) {
        var value = from.getValue(field);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }
}
