package io.masthead.user.social;

import io.masthead.text.EmailAddresses;
import io.masthead.text.VisibleText;

/**
 * Who somebody is at another site, as that site has proved. An e-mail address that the site has not
 * verified is never among it, so that nothing here can believe it.
 *
 * @param provider the site's name here, at most 20 characters
 * @param issuer who vouches, at most {@value #MAX_ISSUER} characters; with the subject it is the
 *     key of the account there
 * @param subject at most {@value #MAX_SUBJECT} characters
 * @param verifiedEmail null where the site tells of none that it has verified
 * @param name what the person is called; empty where it is not told
 * @param accountName what the account is called there, so that its owner knows it again
 */
public record ExternalIdentity(
        String provider, String issuer, String subject, String verifiedEmail, String name, String accountName) {

    public static final int MAX_ISSUER = 200;
    public static final int MAX_SUBJECT = 255;

    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 250;

    public ExternalIdentity {
        verifiedEmail = usable(verifiedEmail);
        name = oneLine(name, MAX_NAME);
        accountName = oneLine(accountName, MAX_EMAIL);
    }

    private static String usable(String email) {
        return email != null && email.length() <= MAX_EMAIL && EmailAddresses.isValid(email) ? email : null;
    }

    /** Names come from strangers; what cannot be shown as it is meant is left out. */
    private static String oneLine(String text, int most) {
        if (text == null) {
            return "";
        }
        var kept = text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> !VisibleText.turnsDirection(Character.toString(c)))
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var line = kept.toString().strip().replaceAll(" +", " ");
        return VisibleText.isIn(line) ? line : "";
    }
}
