package io.vidstead.media.manifest;

import io.vidstead.media.TrackKind;
import io.vidstead.media.VideoRange;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes static DASH manifests (ISO/IEC 23009-1, on-demand profile) over the same files as HLS. */
public final class DashManifest {
    private static final String CHANNELS = "urn:mpeg:dash:23003:3:audio_channel_configuration:2011";

    private DashManifest() {}

    /**
     * The manifest of a finished set of tracks. An adaptation set holds what players switch within: encoded rungs of one
     * coding and range of light, the source, whose segments begin elsewhere, by itself, sound by coding and language.
     */
    public static String render(List<ManifestTrack> tracks, List<TextTrack> texts) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" xmlns:cenc=\"urn:mpeg:cenc:2013\"")
                .append(" xmlns:dashif=\"https://dashif.org/CPS\"")
                .append(" profiles=\"urn:mpeg:dash:profile:isoff-on-demand:2011\" type=\"static\"")
                .append(" minBufferTime=\"PT2S\" mediaPresentationDuration=\"PT")
                .append(seconds(tracks))
                .append("S\">\n  <Period id=\"0\" start=\"PT0S\">\n");
        var main = ManifestTrack.preferred(ManifestTrack.ofKind(tracks, TrackKind.AUDIO));
        var sets = adaptationSets(tracks);
        for (int id = 0; id < sets.size(); id++) {
            adaptationSet(out, id, sets.get(id), main, sets);
        }
        for (int i = 0; i < texts.size(); i++) {
            text(out, sets.size() + i, texts.get(i));
        }
        return out.append("  </Period>\n</MPD>\n").toString();
    }

    /** As {@link #render(List, List)}, without texts. */
    public static String render(List<ManifestTrack> tracks) {
        return render(tracks, List.of());
    }

    private static String seconds(List<ManifestTrack> tracks) {
        double longest = tracks.stream()
                .map(ManifestTrack::index)
                .mapToDouble(index -> index.seconds(index.startTicks()) + index.durationSeconds())
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%.3f", longest);
    }

    private static List<List<ManifestTrack>> adaptationSets(List<ManifestTrack> tracks) {
        var sets = new LinkedHashMap<List<Object>, List<ManifestTrack>>();
        var ordered = new ArrayList<>(ManifestTrack.ofKind(tracks, TrackKind.VIDEO));
        ordered.sort(Comparator.comparing(ManifestTrack::source));
        ordered.addAll(ManifestTrack.ofKind(tracks, TrackKind.AUDIO));
        for (var track : ordered) {
            List<Object> kind = track.index().kind() == TrackKind.VIDEO
                    ? List.of(
                            track.source(),
                            track.coding(),
                            track.index().signal().range(),
                            track.protection())
                    : List.of(track.coding(), track.sound(), track.protection(), track.name());
            sets.computeIfAbsent(kind, _ -> new ArrayList<>()).add(track);
        }
        return List.copyOf(sets.values());
    }

    private static void adaptationSet(
            StringBuilder out,
            int id,
            List<ManifestTrack> tracks,
            Optional<ManifestTrack> main,
            List<List<ManifestTrack>> all) {
        var first = tracks.getFirst();
        boolean video = first.index().kind() == TrackKind.VIDEO;
        out.append("    <AdaptationSet id=\"").append(id);
        out.append("\" contentType=\"").append(video ? "video" : "audio");
        out.append("\" mimeType=\"").append(video ? "video" : "audio").append("/mp4\"");
        first.sound()
                .language()
                .ifPresent(tag -> out.append(" lang=\"").append(escaped(tag)).append('"'));
        out.append(" segmentAlignment=\"true\" subsegmentAlignment=\"true\" subsegmentStartsWithSAP=\"1\">\n");
        first.protection().ifPresent(protection -> ContentProtection.render(out, protection));
        if (video) {
            light(out, first.index().signal().range());
            switching(out, id, first, all);
        } else {
            label(out, first.sound().label());
            role(out, main.filter(first::equals).isPresent() ? "main" : "alternate");
        }
        tracks.forEach(track -> representation(out, track));
        out.append("    </AdaptationSet>\n");
    }

    /** Colours of ITU-R BT.2020; players that do not know them leave the set alone. */
    private static void light(StringBuilder out, VideoRange range) {
        if (range != VideoRange.SDR) {
            property(out, "EssentialProperty", "urn:mpeg:mpegB:cicp:ColourPrimaries", "9");
            property(out, "EssentialProperty", "urn:mpeg:mpegB:cicp:TransferCharacteristics", "" + range.transfer());
            property(out, "EssentialProperty", "urn:mpeg:mpegB:cicp:MatrixCoefficients", "9");
        }
    }

    /** Encoded rungs line up across codings. */
    private static void switching(StringBuilder out, int id, ManifestTrack track, List<List<ManifestTrack>> all) {
        var others = IntStream.range(0, all.size())
                .filter(other -> other != id && !track.source())
                .filter(other -> all.get(other).getFirst().index().kind() == TrackKind.VIDEO
                        && !all.get(other).getFirst().source())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        if (!others.isEmpty()) {
            property(out, "SupplementalProperty", "urn:mpeg:dash:adaptation-set-switching:2016", others);
        }
    }

    private static void property(StringBuilder out, String element, String scheme, String value) {
        out.append("      <").append(element).append(" schemeIdUri=\"").append(scheme);
        out.append("\" value=\"").append(value).append("\"/>\n");
    }

    private static void role(StringBuilder out, String role) {
        property(out, "Role", "urn:mpeg:dash:role:2011", role);
    }

    private static void label(StringBuilder out, String label) {
        if (!label.isBlank()) {
            out.append("      <Label>").append(escaped(label)).append("</Label>\n");
        }
    }

    private static void text(StringBuilder out, int id, TextTrack text) {
        out.append("    <AdaptationSet id=\"").append(id).append("\" contentType=\"text\" mimeType=\"text/vtt\"");
        text.language()
                .ifPresent(tag -> out.append(" lang=\"").append(escaped(tag)).append('"'));
        out.append(">\n");
        label(out, text.label());
        role(out, "subtitle");
        if (text.preferred()) {
            role(out, "main");
        }
        out.append("      <Representation id=\"text-")
                .append(escaped(text.name()))
                .append("\" bandwidth=\"256\">\n");
        out.append("        <BaseURL>").append(escaped(text.fileUri())).append("</BaseURL>\n");
        out.append("      </Representation>\n    </AdaptationSet>\n");
    }

    private static void representation(StringBuilder out, ManifestTrack track) {
        var index = track.index();
        out.append("      <Representation id=\"").append(escaped(track.name()));
        out.append("\" codecs=\"").append(escaped(index.codecs()));
        out.append("\" bandwidth=\"").append(index.peakBandwidthBps()).append('"');
        if (index.kind() == TrackKind.VIDEO) {
            video(out, index);
        } else {
            audio(out, index);
        }
        out.append("        <BaseURL>").append(escaped(track.mediaUri())).append("</BaseURL>\n");
        out.append("        <SegmentBase indexRange=\"").append(range(index.sidx()));
        out.append("\" timescale=\"").append(index.timescale()).append("\">\n");
        out.append("          <Initialization range=\"")
                .append(range(index.init()))
                .append("\"/>\n");
        out.append("        </SegmentBase>\n      </Representation>\n");
    }

    private static void video(StringBuilder out, CmafIndex index) {
        out.append(" width=\"").append(index.width());
        out.append("\" height=\"").append(index.height()).append('"');
        if (index.frameRate().isKnown()) {
            out.append(" frameRate=\"").append(index.frameRate()).append('"');
        }
        out.append(">\n");
    }

    private static void audio(StringBuilder out, CmafIndex index) {
        out.append(" audioSamplingRate=\"").append(index.sampleRateHz()).append("\">\n");
        out.append("        <AudioChannelConfiguration schemeIdUri=\"" + CHANNELS + "\" value=\"");
        out.append(index.channels()).append("\"/>\n");
    }

    private static String range(ByteRange range) {
        return range.offset() + "-" + (range.end() - 1);
    }

    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
