package io.masthead.user.factor;

/**
 * Whether sign-ins of a user take two steps.
 *
 * @param recoveryCodesLeft how many of them have not been used
 */
public record FactorState(boolean on, int recoveryCodesLeft) {}
