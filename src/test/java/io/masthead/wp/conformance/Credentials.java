package io.masthead.wp.conformance;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Tokens;
import io.masthead.user.credential.ApplicationPasswords;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The application passwords by which the roles of the recordings ask here. A recorded password that
 * got its owner in is replaced by ours wherever it stands, spelled with blanks or without as there;
 * what was refused is sent as it is.
 */
@Singleton
class Credentials {

    /** As the recorded ones are called, which a list of them shows. */
    private static final String NAME = "lab";

    private static final String APP = "11111111-2222-4333-8444-555555555555";
    private static final String BASIC = "Basic ";

    /** Where roles, addresses and passwords are given, which takes a sign-in here. */
    private static final Pattern WAYS_IN = Pattern.compile("/wp-json/wp/v2/(settings|users(/(\\d+|me))?)(\\?.*)?");

    private final ApplicationPasswords passwords;
    private final Tokens tokens = new Tokens();
    private final Map<String, String> byRole = new HashMap<>();
    private String signIn;
    private final Set<String> rightOnes = new HashSet<>();

    Credentials(ApplicationPasswords passwords) {
        this.passwords = passwords;
    }

    /** Gives each user of the recordings one. */
    void issue(Recordings recordings) {
        byRole.clear();
        recordings.names().forEach((name, id) -> {
            if (name.startsWith("users.")) {
                if (name.equals("users.admin")) {
                    signIn = tokens.scoped(id.asLong(), Scope.values());
                }
                byRole.put(
                        name.substring("users.".length()),
                        passwords.issue(id.asLong(), NAME, APP, Site.OWNER).secret());
            }
        });
    }

    /** Learns from a group which of the passwords it sends were right. */
    void read(List<Exchange> group) {
        rightOnes.clear();
        for (var exchange : group) {
            var header = exchange.requestHeaders().get("Authorization");
            if (header != null && exchange.status() == 200 && exchange.path().endsWith("/me")) {
                var parts = parts(header);
                if (parts.length == 2) {
                    rightOnes.add(parts[1].replace(" ", ""));
                }
            }
        }
    }

    /** Null for who asks without. */
    String header(Exchange exchange) {
        var sent = exchange.requestHeaders().get("Authorization");
        if (sent != null) {
            return ours(sent);
        }
        if (exchange.role().equals("admin")
                && !exchange.method().equals("GET")
                && WAYS_IN.matcher(exchange.path()).matches()) {
            return "Bearer " + signIn;
        }
        var password = byRole.get(exchange.role());
        return password == null ? null : basic(exchange.role(), password);
    }

    private String ours(String header) {
        var parts = parts(header);
        if (parts.length != 2 || !rightOnes.contains(parts[1].replace(" ", ""))) {
            return header;
        }
        var login = parts[0].replaceAll("@.*", "").toLowerCase(Locale.ROOT);
        var password = byRole.getOrDefault(login, byRole.get("editor"));
        return basic(parts[0], parts[1].contains(" ") ? password : password.replace(" ", ""));
    }

    private static String[] parts(String header) {
        if (!header.startsWith(BASIC)) {
            return new String[0];
        }
        try {
            var pair = Base64.getDecoder().decode(header.substring(BASIC.length()));
            return new String(pair, StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            return new String[0]; // not Base64, and sent on purpose
        }
    }

    private static String basic(String login, String password) {
        var pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return BASIC + Base64.getEncoder().encodeToString(pair);
    }
}
