package io.masthead.user.session;

/**
 * Whether sign-ins of a user take two steps.
 *
 * @param recoveryCodesLeft how many of them have not been used
 */
public record FactorState(boolean on, int recoveryCodesLeft) {}
