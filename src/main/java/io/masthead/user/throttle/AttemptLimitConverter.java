package io.masthead.user.throttle;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads limits from settings. */
public class AttemptLimitConverter implements Converter<AttemptLimit> {

    private static final long serialVersionUID = 1L;

    @Override
    public AttemptLimit convert(String value) {
        return value.isEmpty() ? null : AttemptLimit.parse(value);
    }
}
