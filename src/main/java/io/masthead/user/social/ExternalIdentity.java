package io.masthead.user.social;

import io.masthead.text.EmailAddresses;
import io.masthead.text.VisibleText;

/**
 * A person's account at another site, as that site has proved it. It never contains an e-mail address that the
 * site has not verified.
 *
 * @param provider our name of the site, at most 20 characters
 * @param issuer of the identity, at most {@value #MAX_ISSUER} characters; with the subject it identifies the
 *     account there
 * @param subject at most {@value #MAX_SUBJECT} characters
 * @param verifiedEmail null if the site reports no verified address
 * @param name the name of the person; empty if unknown
 * @param accountName the name of the account there, so that its owner recognises it
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

    /** Names come from strangers; characters that do not display as intended are removed. */
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
