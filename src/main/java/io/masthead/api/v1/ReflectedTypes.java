package io.masthead.api.v1;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a native executable must keep for reflection: the bodies, which {@link WireJson} reads and
 * writes without Quarkus knowing of it, and the resources with their parameters, whose declarations
 * {@link KnownParameters} and {@link AnswerFilter} read. Types nested in these are kept with them.
 */
@RegisterForReflection(
        targets = {
            AccountJson.class,
            ArchiveResource.class,
            ArchivesJson.class,
            AuthorJson.class,
            BulkJson.class,
            BulkStatusInput.class,
            CategoryInput.class,
            CommentChangesInput.class,
            CommentFormJson.class,
            CommentInput.class,
            CommentJson.class,
            CommentListParams.class,
            CommentResource.class,
            CommentStatusesInput.class,
            CommentThreadParams.class,
            ReplyParams.class,
            BulkCountJson.class,
            CommentCountsJson.class,
            CommentHistoryJson.class,
            PageCommentResource.class,
            PostCommentResource.class,
            ErasureInput.class,
            ErasureJson.class,
            PersonalDataInput.class,
            PersonalDataJson.class,
            PrivacyResource.class,
            CategoryJson.class,
            CategoryListParams.class,
            CategoryResource.class,
            ContentInput.class,
            ContentJson.class,
            ImportJson.class,
            ImportOptionsInput.class,
            ImportResource.class,
            ListJson.class,
            MeJson.class,
            MeResource.class,
            MediaJson.class,
            MediaListParams.class,
            MediaRefJson.class,
            MediaResource.class,
            PageInput.class,
            PageJson.class,
            PageListParams.class,
            PageResource.class,
            PagingParams.class,
            PostInput.class,
            PostJson.class,
            PostListParams.class,
            PostRefJson.class,
            PostResource.class,
            ProblemJson.class,
            SettingsInput.class,
            SettingsJson.class,
            SettingsResource.class,
            TagInput.class,
            TagJson.class,
            TagListParams.class,
            TagResource.class,
            TermRefJson.class,
            UserJson.class,
            UserListParams.class,
            UserResource.class
        })
final class ReflectedTypes {

    private ReflectedTypes() {}
}
