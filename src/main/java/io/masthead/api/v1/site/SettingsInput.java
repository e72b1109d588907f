package io.masthead.api.v1.site;

import io.masthead.kernel.Patch;
import io.masthead.post.PostFormat;
import io.masthead.setting.AddressChanges;
import io.masthead.setting.AddressRules;
import io.masthead.setting.DiscussionChanges;
import io.masthead.setting.DiscussionRules;
import io.masthead.setting.DisplayChanges;
import io.masthead.setting.DisplayRules;
import io.masthead.setting.PermalinkStructure;
import io.masthead.setting.SettingRules;
import io.masthead.setting.SettingsPatch;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of the settings. */
@Schema(name = "SettingsInput", description = "A change of the settings; absent fields are unchanged (RFC 7396).")
record SettingsInput(
        @Schema(
                minLength = 1,
                maxLength = SettingRules.MAX_TITLE,
                description = "Plain text.",
                examples = "The Harbour Gazette")
        Patch<String> title,

        @Schema(
                nullable = true,
                maxLength = SettingRules.MAX_DESCRIPTION,
                description = "Plain text; null to clear it.",
                examples = "News from the waterfront")
        Patch<String> description,

        @Schema(
                maxLength = SettingRules.MAX_URL,
                description = "The URL of the site: an absolute http or https URL without credentials, query, fragment"
                        + " or trailing slash.",
                examples = "https://example.com")
        Patch<String> url,

        @Schema(maxLength = SettingRules.MAX_LANGUAGE, description = "A BCP 47 language tag.", examples = "en")
        Patch<String> language,

        @Schema(description = "A region of the IANA time zone database, or UTC.", examples = "Europe/Berlin")
        Patch<String> timeZone,

        @Schema(minimum = "1", description = "The id of the category of posts without one.", examples = "1")
        Patch<Long> defaultCategoryId,

        @Schema(description = "Whether comments are open by default.", examples = "true")
        Patch<Boolean> defaultCommentsOpen,

        @Schema(description = "Whether pings are open by default.", examples = "true")
        Patch<Boolean> defaultPingsOpen,

        @Schema(description = "Whether guests must leave a name and an e-mail address.", examples = "true")
        Patch<Boolean> commentsRequireName,

        @Schema(description = "Whether only signed-in users can comment.", examples = "false")
        Patch<Boolean> commentsRequireSignIn,

        @Schema(
                minimum = "0",
                maximum = "" + SettingRules.MAX_CLOSE_DAYS,
                description = "The number of days after publication when comments close; 0 for never.",
                examples = "0")
        Patch<Integer> commentsCloseDays,

        @Schema(
                minimum = "1",
                maximum = "" + SettingRules.MAX_DEPTH,
                description = "The maximum depth of nested replies.",
                examples = "5")
        Patch<Integer> commentsMaxDepth,

        @Schema(description = "Whether every comment needs approval.", examples = "false")
        Patch<Boolean> commentsHoldAll,

        @Schema(description = "Whether a comment needs approval if its author has no approved one.", examples = "true")
        Patch<Boolean> commentsHoldFirst,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_LINKS,
                description = "The number of links from which a comment needs approval; 0 for never.",
                examples = "2")
        Patch<Integer> commentsHoldLinks,

        @Schema(
                maxItems = DiscussionRules.MAX_WORDS,
                description = "A comment needs approval if its text or the data of its author contains one of these"
                        + " words, taken literally, ignoring case.",
                examples = "[\"casino\"]")
        Patch<List<String>> commentsModerationWords,

        @Schema(
                maxItems = DiscussionRules.MAX_WORDS,
                description = "As commentsModerationWords, but such a comment goes to the trash.",
                examples = "[\"casino\"]")
        Patch<List<String>> commentsDisallowedWords,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_FLOOD_SECONDS,
                description = "The minimum time in seconds between two comments of an author; 0 for none.",
                examples = "15")
        Patch<Integer> commentsFloodSeconds,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_EDIT_SECONDS,
                description = "The time in seconds in which authors can change a comment; 0 for none.",
                examples = "300")
        Patch<Integer> commentsEditSeconds,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_FORM_SECONDS,
                description = "The minimum time in seconds between form and comment for guests; 0 for no form.",
                examples = "0")
        Patch<Integer> commentsMinFormSeconds,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_ADDRESS_DAYS,
                description = "The number of days after which network addresses of comments are deleted; 0 for never.",
                examples = "0")
        Patch<Integer> commentsAddressDays,

        @Schema(
                nullable = true,
                maxLength = SettingRules.MAX_EMAIL,
                description = "The e-mail address of the administrator; null to clear it.",
                examples = "editor@example.com")
        Patch<String> adminEmail,

        @Schema(
                maxLength = PermalinkStructure.MAX_LENGTH,
                description = "The structure of post URLs: a path that begins with a slash and contains %postname% or"
                        + " %post_id%, and optionally %year%, %monthnum%, %day%, %hour%, %minute%, %second%,"
                        + " %category% and %author%. Empty for URLs such as ?p=12.",
                examples = "/%year%/%monthnum%/%postname%/")
        Patch<String> permalinkStructure,

        @Schema(
                maxLength = AddressRules.MAX_BASE,
                description = "The path before the slugs of categories in URLs.",
                examples = "category")
        Patch<String> categoryBase,

        @Schema(
                maxLength = AddressRules.MAX_BASE,
                description = "The path before the slugs of tags in URLs.",
                examples = "tag")
        Patch<String> tagBase,

        @Schema(
                minLength = 1,
                maxLength = DisplayRules.MAX_FORMAT,
                description = "The format of dates, in the syntax of PHP's date().",
                examples = "F j, Y")
        Patch<String> dateFormat,

        @Schema(
                minLength = 1,
                maxLength = DisplayRules.MAX_FORMAT,
                description = "The format of times, in the syntax of PHP's date().",
                examples = "g:i a")
        Patch<String> timeFormat,

        @Schema(
                minimum = "0",
                maximum = "" + DisplayRules.LAST_DAY,
                description = "The first day of the week, from 0 for Sunday to 6 for Saturday.",
                examples = "1")
        Patch<Integer> startOfWeek,

        @Schema(description = "Whether to show emoticons such as :-) as pictures.", examples = "true")
        Patch<Boolean> useSmilies,

        @Schema(
                type = SchemaType.STRING,
                implementation = PostFormat.class,
                description = "The default format of new posts.",
                examples = "standard")
        Patch<String> defaultPostFormat,

        @Schema(
                minimum = "-1",
                maximum = "" + DisplayRules.MAX_POSTS,
                description = "The number of posts per page of the site; -1 for all.",
                examples = "10")
        Patch<Integer> postsPerPage,

        @Schema(description = "Whether the front page is a page instead of the latest posts.", examples = "false")
        Patch<Boolean> pageInFront,

        @Schema(nullable = true, description = "The id of the front page; null for none.", examples = "2")
        Patch<Long> frontPageId,

        @Schema(
                nullable = true,
                description = "The id of the page that shows the latest posts; null for none.",
                examples = "3")
        Patch<Long> postsPageId,

        @Schema(nullable = true, description = "The id of the image that is the logo; null for none.", examples = "5")
        Patch<Long> logoId,

        @Schema(nullable = true, description = "The id of the image that is the icon; null for none.", examples = "6")
        Patch<Long> iconId) {

    SettingsPatch toChanges() {
        return new SettingsPatch(
                title,
                description,
                url,
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
                new DiscussionChanges(
                        commentsHoldAll,
                        commentsHoldFirst,
                        commentsHoldLinks,
                        commentsModerationWords,
                        commentsDisallowedWords,
                        commentsFloodSeconds,
                        commentsEditSeconds,
                        commentsMinFormSeconds,
                        commentsAddressDays),
                new AddressChanges(permalinkStructure, categoryBase, tagBase),
                new DisplayChanges(
                        dateFormat,
                        timeFormat,
                        startOfWeek,
                        useSmilies,
                        defaultPostFormat,
                        postsPerPage,
                        pageInFront,
                        frontPageId,
                        postsPageId,
                        logoId,
                        iconId));
    }
}
