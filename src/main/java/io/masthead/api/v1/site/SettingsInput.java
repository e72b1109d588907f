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
@Schema(name = "SettingsInput", description = "What is to be set; what is absent stays (RFC 7396).")
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
                description = "Plain text; null empties it.",
                examples = "News from the waterfront")
        Patch<String> description,

        @Schema(
                maxLength = SettingRules.MAX_URL,
                description = "Where readers find the site: an absolute http or https address without"
                        + " credentials, query, fragment or a slash at the end.",
                examples = "https://example.com")
        Patch<String> url,

        @Schema(
                maxLength = SettingRules.MAX_LANGUAGE,
                description = "A language tag as BCP 47 writes it.",
                examples = "en")
        Patch<String> language,

        @Schema(description = "A region of the IANA time zone database, or UTC.", examples = "Europe/Berlin")
        Patch<String> timeZone,

        @Schema(minimum = "1", description = "Where posts go that name no category.", examples = "1")
        Patch<Long> defaultCategoryId,

        @Schema(description = "Whether comments are open on a post that does not say.", examples = "true")
        Patch<Boolean> defaultCommentsOpen,

        @Schema(description = "Whether pings are open on a post that does not say.", examples = "true")
        Patch<Boolean> defaultPingsOpen,

        @Schema(description = "Whether guests must leave a name and an e-mail address.", examples = "true")
        Patch<Boolean> commentsRequireName,

        @Schema(description = "Whether only users may comment.", examples = "false")
        Patch<Boolean> commentsRequireSignIn,

        @Schema(
                minimum = "0",
                maximum = "" + SettingRules.MAX_CLOSE_DAYS,
                description = "Days after publishing at which comments close; 0 for never.",
                examples = "0")
        Patch<Integer> commentsCloseDays,

        @Schema(
                minimum = "1",
                maximum = "" + SettingRules.MAX_DEPTH,
                description = "How deep replies nest.",
                examples = "5")
        Patch<Integer> commentsMaxDepth,

        @Schema(description = "Whether every comment waits for a moderator.", examples = "false")
        Patch<Boolean> commentsHoldAll,

        @Schema(description = "Whether a comment waits whose author has none that was approved.", examples = "true")
        Patch<Boolean> commentsHoldFirst,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_LINKS,
                description = "From how many links on a comment waits; 0 for never.",
                examples = "2")
        Patch<Integer> commentsHoldLinks,

        @Schema(
                maxItems = DiscussionRules.MAX_WORDS,
                description =
                        "A comment waits that has one of these in it, in any case, or in what is known of its author. Words are taken literally.",
                examples = "[\"casino\"]")
        Patch<List<String>> commentsModerationWords,

        @Schema(
                maxItems = DiscussionRules.MAX_WORDS,
                description = "As commentsModerationWords; such a comment goes to the trash.",
                examples = "[\"casino\"]")
        Patch<List<String>> commentsDisallowedWords,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_FLOOD_SECONDS,
                description = "How long an author waits between two comments; 0 for not at all.",
                examples = "15")
        Patch<Integer> commentsFloodSeconds,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_EDIT_SECONDS,
                description = "How long an author may change a comment; 0 for not at all.",
                examples = "300")
        Patch<Integer> commentsEditSeconds,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_FORM_SECONDS,
                description = "How long guests must have had the comment form; 0 asks for no form.",
                examples = "0")
        Patch<Integer> commentsMinFormSeconds,

        @Schema(
                minimum = "0",
                maximum = "" + DiscussionRules.MAX_ADDRESS_DAYS,
                description = "Days after which the addresses of comments are forgotten; 0 for never.",
                examples = "0")
        Patch<Integer> commentsAddressDays,

        @Schema(
                nullable = true,
                maxLength = SettingRules.MAX_EMAIL,
                description = "Where mail about the site goes; null empties it.",
                examples = "editor@example.com")
        Patch<String> adminEmail,

        @Schema(
                maxLength = PermalinkStructure.MAX_LENGTH,
                description =
                        "How the address of a post is made up: a path that begins with a slash and names %postname% or %post_id%; also %year%, %monthnum%, %day%, %hour%, %minute%, %second%, %category% and %author%. Empty for addresses of the form ?p=12.",
                examples = "/%year%/%monthnum%/%postname%/")
        Patch<String> permalinkStructure,

        @Schema(
                maxLength = AddressRules.MAX_BASE,
                description = "What stands before the slugs of categories in an address.",
                examples = "category")
        Patch<String> categoryBase,

        @Schema(
                maxLength = AddressRules.MAX_BASE,
                description = "What stands before the slug of a tag in an address.",
                examples = "tag")
        Patch<String> tagBase,

        @Schema(
                minLength = 1,
                maxLength = DisplayRules.MAX_FORMAT,
                description = "How front ends show dates, in the letters of PHP's date.",
                examples = "F j, Y")
        Patch<String> dateFormat,

        @Schema(
                minLength = 1,
                maxLength = DisplayRules.MAX_FORMAT,
                description = "How front ends show times, in the letters of PHP's date.",
                examples = "g:i a")
        Patch<String> timeFormat,

        @Schema(
                minimum = "0",
                maximum = "" + DisplayRules.LAST_DAY,
                description = "0 for Sunday to 6 for Saturday.",
                examples = "1")
        Patch<Integer> startOfWeek,

        @Schema(description = "Whether front ends show :-) as a picture.", examples = "true")
        Patch<Boolean> useSmilies,

        @Schema(
                type = SchemaType.STRING,
                implementation = PostFormat.class,
                description = "What editors suggest for a new post.",
                examples = "standard")
        Patch<String> defaultPostFormat,

        @Schema(
                minimum = "-1",
                maximum = "" + DisplayRules.MAX_POSTS,
                description = "How many posts a page of the site shows; -1 for all.",
                examples = "10")
        Patch<Integer> postsPerPage,

        @Schema(description = "Whether a page is the front of the site, and not the latest posts.", examples = "false")
        Patch<Boolean> pageInFront,

        @Schema(nullable = true, description = "The page that is the front; null for none.", examples = "2")
        Patch<Long> frontPageId,

        @Schema(
                nullable = true,
                description = "The page that shows the latest posts instead; null for none.",
                examples = "3")
        Patch<Long> postsPageId,

        @Schema(nullable = true, description = "The image that is the logo; null for none.", examples = "5")
        Patch<Long> logoId,

        @Schema(nullable = true, description = "The image that is the icon; null for none.", examples = "6")
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
