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
