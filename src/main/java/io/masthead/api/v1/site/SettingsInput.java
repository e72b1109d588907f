package io.masthead.api.v1.site;

import io.masthead.kernel.Patch;
import io.masthead.setting.AddressChanges;
import io.masthead.setting.DiscussionChanges;
import io.masthead.setting.DisplayChanges;
import io.masthead.setting.SettingsPatch;
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
        Patch<String> title,

        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = 500,
                description = "Plain text; null empties it.",
                examples = "News from the waterfront")
        Patch<String> description,

        @Schema(
                implementation = String.class,
                maxLength = 1_000,
                description = "Where readers find the site: an absolute http or https address without"
                        + " credentials, query, fragment or a slash at the end.",
                examples = "https://example.com")
        Patch<String> url,

        @Schema(
                implementation = String.class,
                maxLength = 35,
                description = "A language tag as BCP 47 writes it.",
                examples = "en")
        Patch<String> language,

        @Schema(
                implementation = String.class,
                description = "A region of the IANA time zone database, or UTC.",
                examples = "Europe/Berlin")
        Patch<String> timeZone,

        @Schema(
                implementation = Long.class,
                minimum = "1",
                description = "Where posts go that name no category.",
                examples = "1")
        Patch<Long> defaultCategoryId,

        @Schema(
                implementation = Boolean.class,
                description = "Whether comments are open on a post that does not say.",
                examples = "true")
        Patch<Boolean> defaultCommentsOpen,

        @Schema(
                implementation = Boolean.class,
                description = "Whether pings are open on a post that does not say.",
                examples = "true")
        Patch<Boolean> defaultPingsOpen,

        @Schema(
                implementation = Boolean.class,
                description = "Whether guests must leave a name and an e-mail address.",
                examples = "true")
        Patch<Boolean> commentsRequireName,

        @Schema(implementation = Boolean.class, description = "Whether only users may comment.", examples = "false")
        Patch<Boolean> commentsRequireSignIn,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3650",
                description = "Days after publishing at which comments close; 0 for never.",
                examples = "0")
        Patch<Integer> commentsCloseDays,

        @Schema(
                implementation = Integer.class,
                minimum = "1",
                maximum = "10",
                description = "How deep replies nest.",
                examples = "5")
        Patch<Integer> commentsMaxDepth,

        @Schema(
                implementation = Boolean.class,
                description = "Whether every comment waits for a moderator.",
                examples = "false")
        Patch<Boolean> commentsHoldAll,

        @Schema(
                implementation = Boolean.class,
                description = "Whether a comment waits whose author has none that was approved.",
                examples = "true")
        Patch<Boolean> commentsHoldFirst,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "1000",
                description = "From how many links on a comment waits; 0 for never.",
                examples = "2")
        Patch<Integer> commentsHoldLinks,

        @Schema(
                implementation = String[].class,
                maxItems = 1_000,
                description =
                        "A comment waits that has one of these in it, in any case, or in what is known of its author. Words are taken literally.",
                examples = "[\"casino\"]")
        Patch<List<String>> commentsModerationWords,

        @Schema(
                implementation = String[].class,
                maxItems = 1_000,
                description = "As commentsModerationWords; such a comment goes to the trash.",
                examples = "[\"casino\"]")
        Patch<List<String>> commentsDisallowedWords,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3600",
                description = "How long an author waits between two comments; 0 for not at all.",
                examples = "15")
        Patch<Integer> commentsFloodSeconds,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "86400",
                description = "How long an author may change a comment; 0 for not at all.",
                examples = "300")
        Patch<Integer> commentsEditSeconds,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3600",
                description = "How long guests must have had the comment form; 0 asks for no form.",
                examples = "0")
        Patch<Integer> commentsMinFormSeconds,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "3650",
                description = "Days after which the addresses of comments are forgotten; 0 for never.",
                examples = "0")
        Patch<Integer> commentsAddressDays,

        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = 320,
                description = "Where mail about the site goes; null empties it.",
                examples = "editor@example.com")
        Patch<String> adminEmail,

        @Schema(
                implementation = String.class,
                maxLength = 200,
                description =
                        "How the address of a post is made up: a path that begins with a slash and names %postname% or %post_id%; also %year%, %monthnum%, %day%, %hour%, %minute%, %second%, %category% and %author%. Empty for addresses of the form ?p=12.",
                examples = "/%year%/%monthnum%/%postname%/")
        Patch<String> permalinkStructure,

        @Schema(
                implementation = String.class,
                maxLength = 100,
                description = "What stands before the slugs of categories in an address.",
                examples = "category")
        Patch<String> categoryBase,

        @Schema(
                implementation = String.class,
                maxLength = 100,
                description = "What stands before the slug of a tag in an address.",
                examples = "tag")
        Patch<String> tagBase,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 100,
                description = "How front ends show dates, in the letters of PHP's date.",
                examples = "F j, Y")
        Patch<String> dateFormat,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 100,
                description = "How front ends show times, in the letters of PHP's date.",
                examples = "g:i a")
        Patch<String> timeFormat,

        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "6",
                description = "0 for Sunday to 6 for Saturday.",
                examples = "1")
        Patch<Integer> startOfWeek,

        @Schema(
                implementation = Boolean.class,
                description = "Whether front ends show :-) as a picture.",
                examples = "true")
        Patch<Boolean> useSmilies,

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
        Patch<String> defaultPostFormat,

        @Schema(
                implementation = Integer.class,
                minimum = "-1",
                maximum = "1000",
                description = "How many posts a page of the site shows; -1 for all.",
                examples = "10")
        Patch<Integer> postsPerPage,

        @Schema(
                implementation = Boolean.class,
                description = "Whether a page is the front of the site, and not the latest posts.",
                examples = "false")
        Patch<Boolean> pageInFront,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The page that is the front; null for none.",
                examples = "2")
        Patch<Long> frontPageId,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The page that shows the latest posts instead; null for none.",
                examples = "3")
        Patch<Long> postsPageId,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The image that is the logo; null for none.",
                examples = "5")
        Patch<Long> logoId,

        @Schema(
                implementation = Long.class,
                nullable = true,
                description = "The image that is the icon; null for none.",
                examples = "6")
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
