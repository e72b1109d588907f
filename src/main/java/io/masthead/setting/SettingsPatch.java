package io.masthead.setting;

import io.masthead.kernel.Patch;

/** Changes to the settings; only description and e-mail address can be cleared. */
public record SettingsPatch(
        Patch<String> title,
        Patch<String> description,
        Patch<String> url,
        Patch<String> language,
        Patch<String> timeZone,
        Patch<Long> defaultCategoryId,
        Patch<Boolean> defaultCommentsOpen,
        Patch<Boolean> defaultPingsOpen,
        Patch<Boolean> commentsRequireName,
        Patch<Boolean> commentsRequireSignIn,
        Patch<Integer> commentsCloseDays,
        Patch<Integer> commentsMaxDepth,
        Patch<String> adminEmail,
        DiscussionChanges discussion,
        AddressChanges addresses,
        DisplayChanges display) {

    /** The part of this patch that differs from the settings. */
    SettingsPatch differingFrom(SiteSettings site) {
        return new SettingsPatch(
                title.differingFrom(site.title()),
                description.differingFrom(site.description()),
                url.differingFrom(site.url()),
                language.differingFrom(site.language()),
                timeZone.differingFrom(site.timeZone().getId()),
                defaultCategoryId.differingFrom(site.defaultCategoryId()),
                defaultCommentsOpen.differingFrom(site.defaultCommentsOpen()),
                defaultPingsOpen.differingFrom(site.defaultPingsOpen()),
                commentsRequireName.differingFrom(site.commentsRequireName()),
                commentsRequireSignIn.differingFrom(site.commentsRequireSignIn()),
                commentsCloseDays.differingFrom(site.commentsCloseDays()),
                commentsMaxDepth.differingFrom(site.commentsMaxDepth()),
                adminEmail.differingFrom(site.adminEmail()),
                discussion,
                addresses.differingFrom(site.addresses()),
                display.differingFrom(site.display()));
    }

    SettingsPatch withoutUrl() {
        return new SettingsPatch(
                title,
                description,
                Patch.absent(),
                language,
                timeZone,
                defaultCategoryId,
                defaultCommentsOpen,
                defaultPingsOpen,
                commentsRequireName,
                commentsRequireSignIn,
                commentsCloseDays,
                commentsMaxDepth,
                adminEmail,
                discussion,
                addresses,
                display);
    }
}
