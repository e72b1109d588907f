/**
 * The pixels of images: what a file's header says, what is taken out before it is served, smaller versions,
 * edits and placeholders. Reads files and writes files; knows no database, no addresses and no storage.
 *
 * <p>Uploads use {@link ImageHeader}, {@link ImageType} and {@link StrippedImage}. Nothing makes renditions yet:
 * {@link ImageScaler}, {@link ImageEditor}, {@link Placeholder}, {@link Srcset}, {@link WordPressSizes} and what only
 * these use ({@link ResizePlan}, {@link RenditionRequest}, {@link Rendition}, {@link FocalPoint}, {@link ImageEdit},
 * {@link AreaScaler}) wait for that.
 */
package io.masthead.media.rendition;
