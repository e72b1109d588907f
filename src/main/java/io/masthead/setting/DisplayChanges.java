package io.masthead.setting;

import io.masthead.kernel.Patch;

/** Changes to {@link DisplaySettings}; only pages, logo and icon can be cleared. */
public record DisplayChanges(
        Patch<String> dateFormat,
        Patch<String> timeFormat,
        Patch<Integer> startOfWeek,
        Patch<Boolean> useSmilies,
        Patch<String> defaultPostFormat,
        Patch<Integer> postsPerPage,
        Patch<Boolean> pageInFront,
        Patch<Long> frontPageId,
        Patch<Long> postsPageId,
        Patch<Long> logoId,
        Patch<Long> iconId) {

    /** No changes. */
    public static final DisplayChanges NONE = new DisplayChanges(
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent());

    DisplayChanges differingFrom(DisplaySettings display) {
        return new DisplayChanges(
                dateFormat.differingFrom(display.dateFormat()),
                timeFormat.differingFrom(display.timeFormat()),
                startOfWeek.differingFrom(display.startOfWeek()),
                useSmilies.differingFrom(display.useSmilies()),
                defaultPostFormat.differingFrom(display.defaultPostFormat()),
                postsPerPage.differingFrom(display.postsPerPage()),
                pageInFront.differingFrom(display.pageInFront()),
                frontPageId.differingFrom(display.frontPageId()),
                postsPageId.differingFrom(display.postsPageId()),
                logoId.differingFrom(display.logoId()),
                iconId.differingFrom(display.iconId()));
    }
}
