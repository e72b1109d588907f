package io.masthead.adapter.s3;

import java.net.URI;
import java.util.Optional;

/** The settings for a {@link FakeS3}. */
record TestConfig(URI endpoint, boolean redirect) implements S3Config {

    static final String SECRET = "hunter2hunter2";

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public boolean pathStyle() {
        return true;
    }

    @Override
    public Optional<String> accessKey() {
        return Optional.of(FakeS3.ACCESS_KEY);
    }

    @Override
    public Optional<String> secretKey() {
        return Optional.of(SECRET);
    }
}
