package io.vidstead.playback;

import io.vidstead.catalog.GrowingRendition;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.manifest.HlsManifests;
import io.vidstead.media.manifest.ManifestTrack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The playlists of a video whose first renditions are still being written: HLS, whose playlists may grow. DASH waits for the
 * finished files, whose index it reads from them.
 *
 * @param tracks of one encode, pictures first
 * @param ended whether nothing more will come although it is not finished
 */
record GrowingManifests(List<Track> tracks, boolean ended) {

    record Track(GrowingRendition rendition, CmafIndex index) {
        private boolean isPicture() {
            return rendition.kind() == RenditionRecord.Kind.VIDEO;
        }
    }

    /**
     * Of the encode that has come farthest: one that begins anew after a crash has the same segments, and takes over where it
     * has overtaken.
     */
    static GrowingManifests of(List<GrowingRendition> all, boolean ended) {
        List<Track> farthest = all.stream()
                .map(rendition -> new Track(rendition, CmafIndex.fromJson(rendition.segmentIndex())))
                .collect(Collectors.groupingBy(track -> track.rendition().run()))
                .values()
                .stream()
                .max(Comparator.<List<Track>>comparingInt(GrowingManifests::pictures)
                        .thenComparing(tracks -> tracks.getFirst().rendition().run()))
                .orElse(List.of());
        return new GrowingManifests(farthest, ended);
    }

    private static int pictures(List<Track> tracks) {
        return tracks.stream()
                .filter(Track::isPicture)
                .mapToInt(track -> track.index().segments().size())
                .sum();
    }

    Optional<Manifest> write(String name) {
        if (tracks.isEmpty()) {
            return Optional.empty();
        }
        if (name.equals("master.m3u8")) {
            return Optional.of(Manifest.hls(HlsManifests.master(
                    tracks.stream().map(GrowingManifests::manifestTrack).toList())));
        }
        return tracks.stream()
                .filter(track -> name.equals(track.rendition().name() + ".m3u8"))
                .findFirst()
                .map(track -> Manifest.hls(HlsManifests.event(track.rendition().fileName(), track.index(), ended)));
    }

    private static ManifestTrack manifestTrack(Track track) {
        String name = track.rendition().name();
        return new ManifestTrack(name, track.rendition().fileName(), name + ".m3u8", track.index(), false);
    }
}
