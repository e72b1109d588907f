package io.masthead.wp.rest;

import java.util.Map;

/** Ends a request with a refusal of this surface's own, such as one about what only it knows. */
public final class WpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WpError error;

    public WpException(WpError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public WpException(int status, String code, String message) {
        this(WpError.of(status, code, message));
    }

    /** A parameter is refused after all parameters have passed their own checks. */
    public static WpException parameter(String name, ParameterFault fault) {
        return new WpException(ParameterCheck.invalid(Map.of(name, fault)));
    }

    public WpError error() {
        return error;
    }
}
