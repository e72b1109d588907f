package io.masthead.setting;

import io.masthead.kernel.Change;

/** What changes of {@link DisplaySettings}; only pages, logo and icon can be cleared. */
public record DisplayChanges(
        Change<String> dateFormat,
        Change<String> timeFormat,
        Change<Integer> startOfWeek,
        Change<Boolean> useSmilies,
        Change<String> defaultPostFormat,
        Change<Integer> postsPerPage,
        Change<Boolean> pageInFront,
        Change<Long> frontPageId,
        Change<Long> postsPageId,
        Change<Long> logoId,
        Change<Long> iconId) {

    /** All of it stays. */
    public static final DisplayChanges NONE = new DisplayChanges(
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent());

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
