package io.vidstead.media.manifest;

import static io.vidstead.media.manifest.HlsManifests.quotable;

import io.vidstead.media.TrackKind;
import io.vidstead.media.VideoRange;
import io.vidstead.media.cmaf.CmafIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes a multivariant playlist (RFC 8216, 4.3.4). */
final class MasterPlaylist {
    private static final String AUDIO_GROUP = "audio";
    private static final String TEXT_GROUP = "subtitles";

    private final List<ManifestTrack> video;
    private final List<ManifestTrack> audio;
    private final List<TextTrack> texts;
    private final StringBuilder out = new StringBuilder(HlsManifests.HEAD);

    MasterPlaylist(List<ManifestTrack> tracks, List<TextTrack> texts) {
        this.video = ManifestTrack.ofKind(tracks, TrackKind.VIDEO);
        this.audio = ManifestTrack.ofKind(tracks, TrackKind.AUDIO);
        this.texts = texts;
    }

    String render() {
        sessionKeys();
        if (video.isEmpty()) {
            texts();
            audio.forEach(track -> variant(track, List.of()));
            return out.toString();
        }
        audio();
        texts();
        video.forEach(track -> variant(track, audio));
        video.stream().filter(track -> !track.index().keyframes().isEmpty()).forEach(this::keyframes);
        return out.toString();
    }

    private void sessionKeys() {
        var keys = new LinkedHashSet<String>();
        video.forEach(track -> addKeys(track, keys));
        audio.forEach(track -> addKeys(track, keys));
        keys.forEach(key -> out.append("#EXT-X-SESSION-KEY:").append(key).append('\n'));
    }

    private static void addKeys(ManifestTrack track, Set<String> keys) {
        track.protection().ifPresent(key -> key.systems().forEach(system -> keys.add(HlsManifests.key(key, system))));
    }

    private void audio() {
        var names = new HashSet<String>();
        var preferred = ManifestTrack.preferred(audio);
        for (var track : audio) {
            media("AUDIO", AUDIO_GROUP, unique(track.sound().label(), track.name(), names));
            language(track.sound().language());
            yes("DEFAULT", preferred.filter(track::equals).isPresent());
            yes("AUTOSELECT", true);
            out.append(",CHANNELS=\"").append(track.index().channels()).append('"');
            uri(track.playlistUri());
        }
    }

    private void texts() {
        var names = new HashSet<String>();
        var preferred = texts.stream().filter(TextTrack::preferred).findFirst();
        for (var text : texts) {
            media("SUBTITLES", TEXT_GROUP, unique(text.label(), text.name(), names));
            language(text.language());
            yes("DEFAULT", preferred.filter(text::equals).isPresent());
            yes("AUTOSELECT", true);
            yes("FORCED", false);
            uri(text.playlistUri());
        }
    }

    private void media(String type, String group, String name) {
        out.append("#EXT-X-MEDIA:TYPE=").append(type).append(",GROUP-ID=\"").append(group);
        out.append("\",NAME=\"").append(quotable(name)).append('"');
    }

    /** Names tell the tracks of a group apart. */
    private static String unique(String label, String otherwise, Set<String> taken) {
        var clean = label.codePoints()
                .filter(c -> c >= ' ' && c != '"')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        var name = clean.isEmpty() ? otherwise : clean;
        for (int i = 2; !taken.add(name); i++) {
            name = (clean.isEmpty() ? otherwise : clean) + " " + i;
        }
        return name;
    }

    private void language(Optional<String> language) {
        language.ifPresent(
                tag -> out.append(",LANGUAGE=\"").append(quotable(tag)).append('"'));
    }

    private void yes(String attribute, boolean value) {
        out.append(',').append(attribute).append(value ? "=YES" : "=NO");
    }

    private void uri(String uri) {
        out.append(",URI=\"").append(quotable(uri)).append("\"\n");
    }

    private void variant(ManifestTrack track, List<ManifestTrack> sounds) {
        var index = track.index();
        out.append("#EXT-X-STREAM-INF:BANDWIDTH=");
        out.append(index.peakBandwidthBps() + largest(sounds, true));
        out.append(",AVERAGE-BANDWIDTH=").append(index.averageBandwidthBps() + largest(sounds, false));
        codecs(codecs(index, sounds));
        picture(index);
        if (index.frameRate().isKnown()) {
            out.append(",FRAME-RATE=")
                    .append(String.format(Locale.ROOT, "%.3f", index.frameRate().perSecond()));
        }
        if (!sounds.isEmpty()) {
            out.append(",AUDIO=\"" + AUDIO_GROUP + "\"");
        }
        if (!texts.isEmpty()) {
            out.append(",SUBTITLES=\"" + TEXT_GROUP + "\"");
        }
        out.append(",CLOSED-CAPTIONS=NONE\n")
                .append(quotable(track.playlistUri()))
                .append('\n');
    }

    private void keyframes(ManifestTrack track) {
        var frames = track.index().ofKeyframes();
        out.append("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=").append(frames.peakBandwidthBps());
        out.append(",AVERAGE-BANDWIDTH=").append(frames.averageBandwidthBps());
        codecs(List.of(frames.codecs()));
        picture(frames);
        uri(track.keyframesUri());
    }

    private void codecs(Iterable<String> codecs) {
        out.append(",CODECS=\"").append(String.join(",", codecs)).append('"');
    }

    private void picture(CmafIndex index) {
        if (index.kind() != TrackKind.VIDEO) {
            return;
        }
        index.signal()
                .supplementalCodecs()
                .ifPresent(codecs ->
                        out.append(",SUPPLEMENTAL-CODECS=\"").append(codecs).append('"'));
        out.append(",RESOLUTION=").append(index.width()).append('x').append(index.height());
        if (video.stream().anyMatch(track -> track.index().signal().range() != VideoRange.SDR)) {
            out.append(",VIDEO-RANGE=").append(index.signal().range());
        }
    }

    private static long largest(List<ManifestTrack> audio, boolean peak) {
        return audio.stream()
                .map(ManifestTrack::index)
                .mapToLong(index -> peak ? index.peakBandwidthBps() : index.averageBandwidthBps())
                .max()
                .orElse(0);
    }

    private static List<String> codecs(CmafIndex index, List<ManifestTrack> audio) {
        var codecs = new LinkedHashSet<String>();
        codecs.add(index.codecs());
        audio.forEach(track -> codecs.add(track.index().codecs()));
        return new ArrayList<>(codecs);
    }
}
