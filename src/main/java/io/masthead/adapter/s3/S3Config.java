package io.masthead.adapter.s3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The server of a store {@code s3://bucket/prefix}. */
@ConfigMapping(prefix = "masthead.media.s3")
public interface S3Config {

    /** Scheme, host and perhaps port; buckets of Amazon are found by their region. */
    @WithDefault("https://s3.amazonaws.com")
    URI endpoint();

    /** The region of the bucket, which signatures contain; servers without regions accept any. */
    @WithDefault("us-east-1")
    String region();

    /** Whether the bucket is named by the path of URLs; otherwise by their host. */
    @WithDefault("true")
    boolean pathStyle();

    /** The public part of the credentials. */
    Optional<String> accessKey();

    /** The secret part of the credentials. */
    Optional<String> secretKey();

    /** Whether readers are sent to the bucket for public files, by URLs that expire; otherwise they get them here. */
    @WithDefault("false")
    boolean redirect();
}
