package io.vidstead.media.manifest;

import io.vidstead.media.encode.Rendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Manifests beside the files that they name, in a folder which any web server can serve as it is. */
public final class ManifestFolder {
    private ManifestFolder() {}

    /**
     * Writes {@code master.m3u8} (HLS), {@code manifest.mpd} (DASH) and the HLS playlists of each rendition.
     *
     * @param folder holds the files of all {@code renditions}
     * @param renditions in the order in which players are to try them
     */
    public static void write(Path folder, List<Rendition> renditions) {
        var tracks = renditions.stream().map(ManifestFolder::track).toList();
        try {
            for (var track : tracks) {
                Files.writeString(
                        folder.resolve(track.playlistUri()), HlsManifests.media(track.mediaUri(), track.index()));
                var keyframes = HlsManifests.keyframes(track.mediaUri(), track.index(), Optional.empty());
                if (keyframes.isPresent()) {
                    Files.writeString(folder.resolve(track.keyframesUri()), keyframes.get());
                }
            }
            Files.writeString(folder.resolve("master.m3u8"), HlsManifests.master(tracks));
            Files.writeString(folder.resolve("manifest.mpd"), DashManifest.render(tracks));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write manifests into " + folder, e);
        }
    }

    private static ManifestTrack track(Rendition rendition) {
        var file = rendition.file().getFileName().toString();
        return new ManifestTrack(
                rendition.name(), file, rendition.name() + ".m3u8", rendition.index(), rendition.source());
    }
}
