package io.masthead.imports.wxr;

import java.util.List;

/**
 * A category, tag or other term. Newer exports list a term twice (as {@code wp:category} and as {@code
 * wp:term}); both are reported.
 *
 * @param id null in WXR 1.0
 * @param taxonomy {@code category}, {@code post_tag}, {@code nav_menu} or a plug-in's own
 * @param parentSlug empty at the root of the tree
 */
public record WxrTerm(
        Long id,
        String taxonomy,
        String slug,
        String parentSlug,
        String name,
        String description,
        List<WxrMeta> meta) {}
