package io.masthead.user.session;

/**
 * The state of a user's second factor.
 *
 * @param recoveryCodesLeft the number of unused ones
 */
public record FactorState(boolean on, int recoveryCodesLeft) {}
