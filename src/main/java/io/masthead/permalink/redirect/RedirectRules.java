package io.masthead.permalink.redirect;

import io.masthead.kernel.Violations;
import io.masthead.permalink.SitePath;
import io.masthead.setting.SiteSettings;
import io.masthead.text.TextRules;
import io.masthead.text.WebAddresses;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates redirects. */
public final class RedirectRules {

    /** In characters, of a source and of a target. */
    public static final int MAX_LENGTH = SitePath.MAX_LENGTH;

    private static final List<Integer> STATUSES = List.of(301, 302, 307, 308, Redirect.GONE);

    public static final int DEFAULT_STATUS = 301;

    private RedirectRules() {}

    /**
     * @param before the values that absent fields keep; null for a new redirect
     * @throws io.masthead.kernel.CmsException naming each invalid field
     */
    static RedirectValues check(RedirectPatch wanted, RedirectValues before, SiteSettings site) {
        var violations = new Violations();
        if (before == null) {
            violations.required("source", wanted.source());
        }
        violations.addFault(wanted.match());
        violations.addFault(wanted.status());
        violations.addFault(wanted.target());
        violations.throwIfAny();
        var match = wanted.match().orKeep(before == null ? RedirectMatch.EXACT : before.match());
        var status = wanted.status().orKeep(before == null ? DEFAULT_STATUS : before.status());
        if (match == null) {
            violations.add("match", "null_not_allowed", "'match' must not be null.");
        }
        if (status == null || !STATUSES.contains(status)) {
            violations.add(
                    "status",
                    "not_in_enum",
                    "'status' must be one of " + STATUSES.toString().replaceAll("[\\[\\]]", "") + ".");
        }
        var source = wanted.source().isSet()
                ? source(wanted.source().value(), match, site, violations)
                : before == null ? null : before.source();
        var isGone = status != null && status == Redirect.GONE;
        var target =
                wanted.target().isSet() || before == null ? wanted.target().value() : isGone ? null : before.target();
        if (isGone) {
            violations.require(target == null, "target", "not_allowed", "A redirect with status 410 has no 'target'.");
        } else if (target == null) {
            violations.add("target", "required", "'target' must be given, unless 'status' is 410.");
        } else {
            violations.require(
                    match != RedirectMatch.PREFIX || (target.indexOf('?') < 0 && target.indexOf('#') < 0),
                    "target",
                    "invalid_target",
                    "The 'target' of a prefix has no query and no fragment, since the rest of the path is appended.");
            violations.require(
                    isTarget(target),
                    "target",
                    "invalid_target",
                    "'target' must be a path that begins with one slash, or an absolute http or https URL, of at most "
                            + MAX_LENGTH + " characters; other characters are percent-encoded.");
        }
        violations.throwIfAny();
        return new RedirectValues(source, match, target, status);
    }

    private static String source(String raw, RedirectMatch match, SiteSettings site, Violations violations) {
        var path = SitePath.find(raw == null ? "" : raw, site);
        if (path.isPresent()) {
            var query = path.get().query();
            var source = path.get().path() + (query.isEmpty() ? "" : "?" + query);
            var fits = match != RedirectMatch.PREFIX || (query.isEmpty() && !source.isEmpty());
            var isShort = source.getBytes(StandardCharsets.UTF_8).length <= MAX_LENGTH;
            if (fits && isShort && TextRules.isStorable(source)) {
                return source;
            }
        }
        violations.add(
                "source",
                "invalid_source",
                "'source' must be a path of the site that begins with one slash, or its URL, of at most " + MAX_LENGTH
                        + " bytes in UTF-8; that of a prefix has no query and is not the whole site.");
        return null;
    }

    private static boolean isTarget(String target) {
        if (target.length() > MAX_LENGTH) {
            return false;
        }
        if (!target.startsWith("/")) {
            return WebAddresses.isAbsolute(target);
        }
        try {
            var uri = new URI(target);
            return uri.getRawAuthority() == null && !target.startsWith("//") && target.indexOf('\\') < 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
