package io.masthead.user.session;

/**
 * The setup data of an authenticator, shown only once.
 *
 * @param secret in base 32
 * @param uri the same as {@code otpauth:}, for a QR code
 */
public record Enrolment(String secret, String uri) {}
