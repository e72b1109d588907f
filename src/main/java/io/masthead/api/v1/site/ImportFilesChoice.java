package io.masthead.api.v1.site;

/** Where a client may have the files of an import taken from; folders of the server are not for clients. */
enum ImportFilesChoice {
    NONE,
    FETCH
}
