package io.masthead.wp.v2;

import io.masthead.kernel.Patch;
import io.masthead.text.Slugs;
import io.masthead.text.WebAddresses;
import io.masthead.user.NewUser;
import io.masthead.user.Person;
import io.masthead.user.PersonPatch;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserPatch;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import java.util.List;

/** What a request says of a user, in the words of the core. */
final class UserInput {

    private final WpRequest request;
    private final String siteLocale;

    /**
     * @param siteLocale what those are shown who have no language of their own
     */
    UserInput(WpRequest request, String siteLocale) {
        this.request = request;
        this.siteLocale = siteLocale;
    }

    NewUser toNewUser() {
        var username = request.text("username").strip();
        var person = new Person(
                line("first_name").orKeep(""),
                line("last_name").orKeep(""),
                line("nickname").value(),
                locale("").value());
        var name = line("name").orKeep("");
        return new NewUser(
                username,
                request.text("email"),
                name.isBlank() ? person.displayName(username) : name,
                slug().value(),
                text("description").value(),
                url().value(),
                null,
                role().value(),
                null,
                person);
    }

    /**
     * @param own the one before; empty where that of the site is shown
     */
    private Patch<String> locale(String own) {
        var wanted = request.text("locale");
        if (wanted == null || (own.isEmpty() && wanted.equals(siteLocale))) {
            return Patch.absent();
        }
        if (!wanted.equals(siteLocale)) {
            try {
                UserSchema.requireKnownLocale(wanted);
            } catch (ParameterFault fault) {
                throw WpException.parameter("locale", fault);
            }
        }
        return Patch.to(wanted);
    }

    UserPatch toChanges(User user) {
        return new UserPatch(
                name(),
                slug(),
                text("description"),
                url(),
                Patch.absent(),
                email(user),
                role(),
                Patch.absent(),
                new PersonPatch(
                        line("first_name"),
                        line("last_name"),
                        nickname(user),
                        locale(user.person().locale())));
    }

    Patch<String> password() {
        return text("password");
    }

    /** An empty one is the username to WordPress; here it stays what it was. */
    private Patch<String> name() {
        var name = line("name");
        return name.isSet() && name.value().isBlank() ? Patch.absent() : name;
    }

    private Patch<String> nickname(User user) {
        return line("nickname").map(name -> name.equals(user.login()) ? "" : name);
    }

    private Patch<String> email(User user) {
        var email = text("email");
        return email.isSet() && User.key(email.value()).equals(user.emailKey()) ? Patch.absent() : email;
    }

    /** Nothing where no letter of it can stand in an address. */
    private Patch<String> slug() {
        var slug = Slugs.ofSent(request.has("slug") ? request.text("slug") : "");
        return slug.isEmpty() ? Patch.absent() : Patch.to(slug);
    }

    private Patch<Role> role() {
        if (!request.has("roles")) {
            return Patch.absent();
        }
        var words = request.strings("roles");
        var roles = WpCapabilities.named(words);
        words.stream()
                .filter(word -> WpCapabilities.named(List.of(word)).isEmpty())
                .findFirst()
                .ifPresent(word -> {
                    throw new WpException(400, "rest_user_invalid_role", "The role " + word + " does not exist.");
                });
        return Patch.to(Role.highestOf(roles));
    }

    /** As people type it: without a scheme it is http. */
    private Patch<String> url() {
        return text("url").map(UserInput::address);
    }

    private static String address(String typed) {
        var address = typed.strip();
        if (address.isEmpty()) {
            return "";
        }
        var whole = address.contains(":") ? address : "http://" + address;
        if (!WebAddresses.isAbsolute(whole)) {
            throw WpException.parameter("url", new ParameterFault("rest_invalid_url", "Invalid URL.", null));
        }
        return whole;
    }

    private Patch<String> line(String name) {
        return text(name).map(PlainWords::line);
    }

    private Patch<String> text(String name) {
        return request.has(name) ? Patch.to(request.text(name)) : Patch.absent();
    }
}
