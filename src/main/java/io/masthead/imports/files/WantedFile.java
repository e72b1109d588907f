package io.masthead.imports.files;

/**
 * The file of an imported attachment, which an import is to get.
 *
 * @param mediaId our id of the attachment
 * @param sourceKey the key of the attachment within the exported site
 * @param title of the attachment, for display
 * @param url of the file at the exported site, as the export has it
 * @param attachedFile its path below the uploads folder, as the export has it; may be empty
 * @param attempts how often it was tried, with the one that is running
 */
public record WantedFile(long mediaId, String sourceKey, String title, String url, String attachedFile, int attempts) {

    /** Not tried yet. */
    public WantedFile(long mediaId, String sourceKey, String title, String url, String attachedFile) {
        this(mediaId, sourceKey, title, url, attachedFile, 0);
    }

    /** The name that it had; may be a path or empty. */
    public String name() {
        return UploadPath.candidates(this).stream().findFirst().orElse(url.replaceFirst("[?#].*", ""));
    }
}
