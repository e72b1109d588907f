package io.masthead.setting;

import io.masthead.kernel.Change;

/** What changes of the settings; only description and e-mail address can be cleared. */
public record SettingChanges(
        Change<String> title,
        Change<String> description,
        Change<String> url,
        Change<String> language,
        Change<String> timeZone,
        Change<Long> defaultCategoryId,
        Change<Boolean> defaultCommentsOpen,
        Change<Boolean> defaultPingsOpen,
        Change<Boolean> commentsRequireName,
        Change<Boolean> commentsRequireSignIn,
        Change<Integer> commentsCloseDays,
        Change<Integer> commentsMaxDepth,
        Change<String> adminEmail,
        DiscussionChanges discussion,
        AddressChanges addresses,
        DisplayChanges display) {

    /** What of it differs from what holds. */
    SettingChanges differingFrom(SiteSettings site) {
        return new SettingChanges(
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

    SettingChanges withoutUrl() {
        return new SettingChanges(
                title,
                description,
                Change.absent(),
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
