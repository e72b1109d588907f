package io.masthead.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/**
 * Display settings for front ends and editors; the core itself uses few of them.
 *
 * @param dateFormat in PHP's {@code date} syntax, as WordPress front ends expect it
 * @param timeFormat likewise
 * @param startOfWeek 0 for Sunday to 6 for Saturday
 * @param useSmilies whether {@code :-)} is shown as an emoji
 * @param defaultPostFormat the default for new posts in editors
 * @param postsPerPage {@value #ALL_POSTS} for all
 * @param pageInFront whether the front page is a page, and not the latest posts
 * @param frontPageId the front page; null for none
 * @param postsPageId the page that shows the latest posts instead; null for none
 * @param logoId null for none
 * @param iconId null for none
 */
@Embeddable
public record DisplaySettings(
        @Column(name = "date_format") String dateFormat,
        @Column(name = "time_format") String timeFormat,
        @Column(name = "start_of_week") int startOfWeek,
        @Column(name = "use_smilies") boolean useSmilies,
        @Column(name = "default_post_format") String defaultPostFormat,
        @Column(name = "posts_per_page") int postsPerPage,
        @Column(name = "shows_page_in_front") boolean pageInFront,
        @Column(name = "front_page_id") Long frontPageId,
        @Column(name = "posts_page_id") Long postsPageId,
        @Column(name = "logo_id") Long logoId,
        @Column(name = "icon_id") Long iconId) {

    static final int ALL_POSTS = -1;

    static final DisplaySettings DEFAULT =
            new DisplaySettings("F j, Y", "g:i a", 1, true, "standard", 10, false, null, null, null, null);

    /** Whether this page is the front of the site. */
    public boolean isFrontPage(long pageId) {
        return pageInFront && frontPageId != null && frontPageId == pageId;
    }

    /** The page that is the front of the site; empty if that is the list of posts. */
    public Optional<Long> frontPage() {
        return pageInFront ? Optional.ofNullable(frontPageId) : Optional.empty();
    }

    DisplaySettings with(DisplayChanges changes) {
        return new DisplaySettings(
                changes.dateFormat().orKeep(dateFormat),
                changes.timeFormat().orKeep(timeFormat),
                changes.startOfWeek().orKeep(startOfWeek),
                changes.useSmilies().orKeep(useSmilies),
                changes.defaultPostFormat().orKeep(defaultPostFormat),
                changes.postsPerPage().orKeep(postsPerPage),
                changes.pageInFront().orKeep(pageInFront),
                changes.frontPageId().orKeep(frontPageId),
                changes.postsPageId().orKeep(postsPageId),
                changes.logoId().orKeep(logoId),
                changes.iconId().orKeep(iconId));
    }
}
