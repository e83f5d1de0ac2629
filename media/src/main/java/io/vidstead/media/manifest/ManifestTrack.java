package io.vidstead.media.manifest;

import io.vidstead.media.Sound;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.CmafIndex;
import java.util.List;
import java.util.Optional;

/**
 * A rendition as a manifest lists it. URIs are relative to the manifest.
 *
 * @param name unique within a kind: {@code 720p}, {@code audio}
 * @param mediaUri the CMAF file
 * @param playlistUri its HLS media playlist
 * @param source whether this is the uploader's own stream, whose segment borders differ from those of encoded rungs
 * @param sound what listeners choose it by; {@linkplain Sound#UNNAMED unnamed} for pictures
 * @param protection how players come by its key; absent for clear tracks
 */
public record ManifestTrack(
        String name,
        String mediaUri,
        String playlistUri,
        CmafIndex index,
        boolean source,
        Sound sound,
        Optional<Protection> protection) {

    /** A clear track of no language. */
    public ManifestTrack(String name, String mediaUri, String playlistUri, CmafIndex index, boolean source) {
        this(name, mediaUri, playlistUri, index, source, Sound.UNNAMED, Optional.empty());
    }

    static List<ManifestTrack> ofKind(List<ManifestTrack> tracks, TrackKind kind) {
        return tracks.stream().filter(track -> track.index().kind() == kind).toList();
    }

    /** The track that players take unless told otherwise: the first that is marked, else the first. */
    static Optional<ManifestTrack> preferred(List<ManifestTrack> tracks) {
        return tracks.stream()
                .filter(track -> track.sound().preferred())
                .findFirst()
                .or(() -> tracks.stream().findFirst());
    }

    /** The address of the HLS playlist of the pictures that stand alone. */
    String keyframesUri() {
        return HlsManifests.KEYFRAMES + playlistUri;
    }

    /** The name of the coding, without profile and level. */
    String coding() {
        return index.codecs().split("\\.", 2)[0];
    }
}
