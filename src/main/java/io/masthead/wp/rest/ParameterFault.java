package io.masthead.wp.rest;

/** Why the value of one parameter is refused, in WordPress' code and words. */
public final class ParameterFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object data;

    /**
     * @param code null where WordPress has a sentence only
     * @param data what clients may read beside the sentence; null for nothing
     */
    public ParameterFault(String code, String message, Object data) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
    }

    public String code() {
        return code;
    }

    public Object data() {
        return data;
    }
}
