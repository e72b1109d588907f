package io.masthead.auth.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sites known by name: their labels, scopes and response formats. */
enum Preset {
    GOOGLE("Google", "https://accounts.google.com", List.of("openid", "email", "profile")) {
        @Override
        Profile read(JsonObject claims, JsonArray emails) {
            return Profile.ofClaims(claims);
        }
    },
    /** It does not say whether an e-mail address is verified, so none is requested. */
    FACEBOOK("Facebook", "https://www.facebook.com", List.of("public_profile")) {
        @Override
        Profile read(JsonObject user, JsonArray emails) {
            return new Profile(Profile.text(user, "id"), null, Profile.text(user, "name"), Profile.text(user, "name"));
        }
    },
    /** It reveals e-mail addresses to selected clients only, so none is requested. */
    TWITTER("X", "https://x.com", List.of("users.read", "tweet.read")) {
        @Override
        Profile read(JsonObject answer, JsonArray emails) {
            var user = answer.getJsonObject("data", new JsonObject());
            return new Profile(
                    Profile.text(user, "id"), null, Profile.text(user, "name"), Profile.text(user, "username"));
        }
    },
    WORDPRESS("WordPress.com", "https://wordpress.com", List.of("auth")) {
        @Override
        Profile read(JsonObject user, JsonArray emails) {
            return new Profile(
                    Profile.text(user, "ID"),
                    Profile.isTrue(user, "email_verified") ? Profile.text(user, "email") : null,
                    Profile.text(user, "display_name"),
                    Profile.text(user, "username"));
        }
    },
    GITHUB("GitHub", "https://github.com", List.of("read:user", "user:email")) {
        @Override
        Profile read(JsonObject user, JsonArray emails) {
            var name = Profile.text(user, "name");
            var login = Profile.text(user, "login");
            return new Profile(Profile.text(user, "id"), verified(emails), name == null ? login : name, login);
        }
    };

    private final String label;
    private final String issuer;
    private final List<String> scopes;

    Preset(String label, String issuer, List<String> scopes) {
        this.label = label;
        this.issuer = issuer;
        this.scopes = scopes;
    }

    /** @param emails the response of the site's endpoint for e-mail addresses; empty without one */
    abstract Profile read(JsonObject user, JsonArray emails);

    String label() {
        return label;
    }

    /** Part of the key of an account there; it never changes. */
    String issuer() {
        return issuer;
    }

    List<String> scopes() {
        return scopes;
    }

    static Optional<Preset> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** GitHub's primary address, if it is verified. */
    private static String verified(JsonArray emails) {
        for (int i = 0; i < emails.size(); i++) {
            var email = emails.getJsonObject(i);
            if (Profile.isTrue(email, "primary") && Profile.isTrue(email, "verified")) {
                return Profile.text(email, "email");
            }
        }
        return null;
    }
}
