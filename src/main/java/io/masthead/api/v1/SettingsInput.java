package io.masthead.api.v1;

import io.masthead.kernel.Change;
import io.masthead.setting.AddressChanges;
import io.masthead.setting.DiscussionChanges;
import io.masthead.setting.DisplayChanges;
import io.masthead.setting.SettingChanges;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of the settings. */
@Schema(name = "SettingsInput", description = "What is to be set; what is absent stays (RFC 7396).")
record SettingsInput(
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 200,
                description = "Plain text.",
                examples = "The Harbour Gazette")
        Change<String> title,

        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = 500,
                description = "Plain text; null empties it.",
                examples = "News from the waterfront")
        Change<String> description,

        @Schema(
                implementation = String.class,
                maxLength = 1_000,
                description = "Where readers find the site: an absolute http or https address without"
                        + " credentials, query, fragment or a slash at the end.",
                examples = "https://example.com")
        Change<String> url,

        @Schema(
                implementation = String.class,
                maxLength = 35,
                description = "A language tag as BCP 47 writes it.",
                examples = "en")
        Change<String> language,

        @Schema(
                implementation = String.class,
                description = "A region of the IANA time zone database, or UTC.",
                examples = "Europe/Berlin")
        Change<String> timeZone,

        @Schema(
                implementation = Long.class,
                minimum = "1",
                description = "Where posts go that name no category.",
                examples = "1")
        Change<Long> defaultCategoryId,

        @Schema(
                implementation = Boolean.class,
                description = "Whether comments are open on a post that does not say.",
                examples = "true")
        Change<Boolean> defaultCommentsOpen,

        @Schema(
                implementation = Boolean.class,
                description = "Whether pings are open on a post that does not say.",
                examples = "true")
        Change<Boolean> defaultPingsOpen,

        @Schema(
                implementation = Boolean.class,
                description = "Whether guests must leave a name and an e-mail address.",
                examples = "true")
        Change<Boolean> commentsRequireName,

        @Schema(implementation = Boolean.class, description = "Whether only users may comment.", examples = "false")
        Change<Boolean> commentsRequireSignIn,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3650",
                description = "Days after publishing at which comments close; 0 for never.",
                examples = "0")
        Change<Integer> commentsCloseDays,

        @Schema(
                implementation = Integer.class,
                minimum = "1",
                maximum = "10",
                description = "How deep replies nest.",
                examples = "5")
        Change<Integer> commentsMaxDepth,

        @Schema(
                implementation = Boolean.class,
                description = "Whether every comment waits for a moderator.",
                examples = "false")
        Change<Boolean> commentsHoldAll,

        @Schema(
                implementation = Boolean.class,
                description = "Whether a comment waits whose author has none that was approved.",
                examples = "true")
        Change<Boolean> commentsHoldFirst,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "1000",
                description = "From how many links on a comment waits; 0 for never.",
                examples = "2")
        Change<Integer> commentsHoldLinks,

        @Schema(
                implementation = String[].class,
                maxItems = 1_000,
                description =
                        "A comment waits that has one of these in it, in any case, or in what is known of its author. Words are taken literally.",
                examples = "[\"casino\"]")
        Change<List<String>> commentsModerationWords,

        @Schema(
                implementation = String[].class,
                maxItems = 1_000,
                description = "As commentsModerationWords; such a comment goes to the trash.",
                examples = "[\"casino\"]")
        Change<List<String>> commentsDisallowedWords,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3600",
                description = "How long an author waits between two comments; 0 for not at all.",
                examples = "15")
        Change<Integer> commentsFloodSeconds,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "86400",
                description = "How long an author may change a comment; 0 for not at all.",
                examples = "300")
        Change<Integer> commentsEditSeconds,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3600",
                description = "How long guests must have had the comment form; 0 asks for no form.",
                examples = "0")
        Change<Integer> commentsMinFormSeconds,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3650",
                description = "Days after which the addresses of comments are forgotten; 0 for never.",
                examples = "0")
        Change<Integer> commentsAddressDays,

        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = 320,
                description = "Where mail about the site goes; null empties it.",
                examples = "editor@example.com")
        Change<String> adminEmail,

        @Schema(
                implementation = String.class,
                maxLength = 200,
                description =
                        "How the address of a post is made up: a path that begins with a slash and names %postname% or %post_id%; also %year%, %monthnum%, %day%, %hour%, %minute%, %second%, %category% and %author%. Empty for addresses of the form ?p=12.",
                examples = "/%year%/%monthnum%/%postname%/")
        Change<String> permalinkStructure,

        @Schema(
                implementation = String.class,
                maxLength = 100,
                description = "What stands before the slugs of categories in an address.",
                examples = "category")
        Change<String> categoryBase,

        @Schema(
                implementation = String.class,
                maxLength = 100,
                description = "What stands before the slug of a tag in an address.",
                examples = "tag")
        Change<String> tagBase,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 100,
                description = "How front ends show dates, in the letters of PHP's date.",
                examples = "F j, Y")
        Change<String> dateFormat,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 100,
                description = "How front ends show times, in the letters of PHP's date.",
                examples = "g:i a")
        Change<String> timeFormat,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "6",
                description = "0 for Sunday to 6 for Saturday.",
                examples = "1")
        Change<Integer> startOfWeek,

        @Schema(
                implementation = Boolean.class,
                description = "Whether front ends show :-) as a picture.",
                examples = "true")
        Change<Boolean> useSmilies,

        @Schema(
                implementation = String.class,
                enumeration = {
                    "standard",
                    "aside",
                    "chat",
                    "gallery",
                    "link",
                    "image",
                    "quote",
                    "status",
                    "video",
                    "audio"
                },
                description = "What editors suggest for a new post.",
                examples = "standard")
        Change<String> defaultPostFormat,

        @Schema(
                implementation = Integer.class,
                minimum = "-1",
                maximum = "1000",
                description = "How many posts a page of the site shows; -1 for all.",
                examples = "10")
        Change<Integer> postsPerPage,

        @Schema(
                implementation = Boolean.class,
                description = "Whether a page is the front of the site, and not the latest posts.",
                examples = "false")
        Change<Boolean> pageInFront,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The page that is the front; null for none.",
                examples = "2")
        Change<Long> frontPageId,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The page that shows the latest posts instead; null for none.",
                examples = "3")
        Change<Long> postsPageId,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The image that is the logo; null for none.",
                examples = "5")
        Change<Long> logoId,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The image that is the icon; null for none.",
                examples = "6")
        Change<Long> iconId) {

    SettingChanges toChanges() {
        return new SettingChanges(
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
