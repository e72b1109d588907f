package io.masthead.user.session;

/**
 * What an authenticator is set up with, at the only moment at which it is shown.
 *
 * @param secret in base 32
 * @param uri the same as {@code otpauth:}, for a QR code
 */
public record Enrolment(String secret, String uri) {}
