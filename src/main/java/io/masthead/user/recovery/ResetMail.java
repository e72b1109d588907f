package io.masthead.user.recovery;

/** Sends links to new passwords; who does it stands outside the core. */
public interface ResetMail {

    /** Whether there is a server to send by. */
    boolean isConfigured();

    /**
     * Sends one now, outside of any transaction, within a bounded time.
     *
     * @param email whom to
     * @param name the display name of whom to
     * @param token leads to the new password
     * @param minutes how long it does so
     * @throws RuntimeException if the server does not take it
     */
    void send(String email, String name, String token, long minutes);
}
