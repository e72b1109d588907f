package io.masthead.user.recovery;

/** Sends password reset links; implemented outside the core. */
public interface ResetMail {

    /** Whether a mail server is configured. */
    boolean isConfigured();

    /**
     * Sends a mail now, outside of any transaction, within a bounded time.
     *
     * @param email the recipient
     * @param name the display name of the recipient
     * @param token for the new password
     * @param minutes how long the token is valid
     * @throws RuntimeException if the mail server refuses it
     */
    void send(String email, String name, String token, long minutes);
}
