package io.masthead.post.embed;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which further sites may be shown in frames. */
@ConfigMapping(prefix = "masthead.embeds")
public interface EmbedConfig {

    /** Hosts that frames in posts and pages may show, in addition to those that are known. */
    Optional<List<String>> hosts();
}
