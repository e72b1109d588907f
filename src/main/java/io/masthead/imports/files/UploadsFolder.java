package io.masthead.imports.files;

import io.masthead.media.storage.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of uploads. Exports name the files in it, so no name may lead out of it, nor may a link. */
final class UploadsFolder implements UploadSource {

    private final Path root;

    UploadsFolder(Path folder) throws IOException {
        this.root = folder.toRealPath();
    }

    @Override
    public StagedFile read(WantedFile file, Receiver receiver) throws NoFileException {
        var found = find(file);
        try (var bytes = Files.newInputStream(found, LinkOption.NOFOLLOW_LINKS)) {
            return receiver.receive(Files.size(found), bytes);
        } catch (IOException e) {
            throw new NoFileException("The file %s cannot be read.".formatted(root.relativize(found)), false);
        }
    }

    private Path find(WantedFile file) throws NoFileException {
        var candidates = UploadPath.candidates(file);
        for (var path : candidates) {
            for (var prefix : PREFIXES) {
                var found = find(prefix + path);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw NoFileException.missing(candidates, "folder");
    }

    private Optional<Path> find(String path) throws NoFileException {
        Path real;
        try {
            var named = root.resolve(path);
            if (!Files.exists(named)) {
                return Optional.empty();
            }
            real = named.toRealPath();
        } catch (IOException | InvalidPathException e) {
            // A name that this system cannot have is that of no file here.
            return Optional.empty();
        }
        if (!real.startsWith(root)) {
            throw new NoFileException("The file %s is a link that leads out of the folder.".formatted(path), false);
        }
        // A pipe would never end.
        return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) ? Optional.of(real) : Optional.empty();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
