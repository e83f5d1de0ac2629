package io.vidstead.media.corpus;

import static io.vidstead.media.corpus.HostileFile.PLAYS;

import io.vidstead.media.corpus.HostileFile.Maker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files that were made to read, reach, exhaust or crash what opens them. All are small, and made in a moment. */
public final class HostileFiles {
    private static final int MEGABYTE = 1 << 20;

    private final Corpus corpus;
    private final Path secret;
    private final URI trap;
    private final List<HostileFile> files = new ArrayList<>();

    /**
     * @param corpus for what is made from a video
     * @param secret a file that none of them may get at
     * @param trap an address that none of them may contact
     */
    public HostileFiles(Corpus corpus, Path secret, URI trap) {
        this.corpus = corpus;
        this.secret = secret;
        this.trap = trap;
        pretenders();
        sizes();
        boxes();
        texts();
    }

    public List<HostileFile> all() {
        return List.copyOf(files);
    }

    /** What is not a video but tells its reader to open something else. */
    private void pretenders() {
        text("hls-file.mp4", "HLS playlist of a local file", "playlist", hls("file://" + secret));
        text("hls-http.mp4", "HLS playlist of an address", "playlist", hls(trap + "a.ts"));
        text(
                "hls-key.mp4",
                "HLS playlist with a key at an address",
                "playlist",
                "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"" + trap + "key\"\n" + hls("file://" + secret));
        text("hls-blanks.mp4", "HLS playlist after blank lines", "playlist", "\n \n" + hls(trap + "b.ts"));
        text("hls-comment.mp4", "HLS playlist after a comment", "not_a_video", "# hello\n" + hls(trap + "c.ts"));
        text(
                "hls-marked.mp4",
                "HLS playlist after a byte order mark",
                "playlist",
                "\u00ef\u00bb\u00bf" + hls(trap + "d.ts"));
        text(
                "hls-after-video.mp4",
                "HLS playlist behind the header of an MP4",
                "truncated",
                "\0\0\0\u0010ftypisom\0\0\0\0" + hls(trap + "e.ts"));
        text(
                "dash.mp4",
                "DASH manifest",
                "playlist",
                "<?xml version='1.0'?><MPD type='static'><Period><AdaptationSet><Representation id='1' bandwidth='1'><BaseURL>"
                        + trap + "</BaseURL></Representation></AdaptationSet></Period></MPD>");
        text(
                "concat.mp4",
                "list of files to join",
                "playlist",
                "ffconcat version 1.0\nfile '" + secret + "'\nfile '" + trap + "f'\n");
        text(
                "session.mp4",
                "session description",
                "not_a_video",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video " + trap.getPort()
                        + " RTP/AVP 96\na=rtpmap:96 H264/90000\n");
        text("list.mp4", "playlist of WinAmp", "playlist", "[playlist]\nFile1=" + trap + "g\n");
        text(
                "windows.asx",
                "playlist of Windows Media",
                "playlist",
                "<asx><entry><ref href='" + trap + "h'/></entry></asx>");
        text(
                "svg.mp4",
                "SVG with a local file and an address",
                "image",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='file://"
                        + secret + "'/><image href='" + trap + "i'/></svg>");
        text(
                "entity.mp4",
                "XML with an external entity",
                "not_a_video",
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file://" + secret + "'>]><a>&b;</a>");
        text(
                "page.mp4",
                "web page",
                "not_a_video",
                "<!doctype html><script src='" + trap + "j'></script><video src='file://" + secret + "'>");
        text("archive.mp4", "ZIP", "not_a_video", "PK\u0003\u0004\u0014\0\0\0\0\0../../" + secret);
        text("paper.mp4", "PDF", "not_a_video", "%PDF-1.7\n1 0 obj <</Type/Action/S/URI/URI(" + trap + "k)>> endobj");
        text("program.mp4", "program for Linux", "not_a_video", "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0");
        file(
                "reference.mov",
                "QuickTime that refers to an address",
                "no_streams",
                () -> join(
                        box("ftyp", text("qt  \0\0\0\0")),
                        box(
                                "moov",
                                box(
                                        "rmra",
                                        box(
                                                "rmda",
                                                box(
                                                        "rdrf",
                                                        text("\0\0\0\0url "),
                                                        number(trap.toString().length()),
                                                        text(trap.toString())))))));
        file(
                "elsewhere.mov",
                "MOV whose samples lie in another file",
                PLAYS,
                () -> replaced(corpus.file("quicktime.mov"), "url \0\0\0\1", "url \0\0\0\0"));
        file(
                "subtitles.avi",
                "AVI with a playlist as subtitles",
                "no_streams",
                () -> Riff.withSubtitles(text(hls("file://" + secret) + hls(trap + "l.ts"))));
    }

    private void sizes() {
        file("empty.mp4", "nothing", "empty_file", () -> new byte[0]);
        file("one-byte.mp4", "one byte", "not_a_video", () -> new byte[1]);
        file("zeros.mp4", "a megabyte of zeros", "not_a_video", () -> new byte[MEGABYTE]);
        file("noise.mp4", "a megabyte of noise", "not_a_video", () -> noise(MEGABYTE));
        file("huge-picture.png", "PNG of 16000x16000 pixels", "image", () -> png(16_000));
        file("huge-picture.mov", "video of PNG, 16000x16000 pixels", "too_many_pixels", () -> hugePicture());
        file(
                "fast.mp4",
                "1000 frames a second",
                "too_many_frames",
                () -> made("fast.mp4", "-f lavfi -i color=s=32x32:r=1000:d=3 -c:v libx264 -preset ultrafast"));
        file("thousand-streams.mkv", "1000 streams", "too_many_streams", () -> thousandStreams());
        file("billion-seconds.mp4", "a header of 10^9 seconds", PLAYS, () -> billionSeconds());
        file("billion-seconds.mkv", "a header of 10^9 seconds in Matroska", PLAYS, () -> longMatroska());
    }

    private void boxes() {
        file(
                "box-too-long.mp4",
                "a box of 4 GiB",
                "truncated",
                () -> join(ftyp(), number(-1), text("moov"), new byte[64]));
        file(
                "box-of-2-63.mp4",
                "a box of 2^63-1 bytes",
                "truncated",
                () -> join(
                        ftyp(),
                        number(1),
                        text("moov"),
                        ByteBuffer.allocate(8).putLong(Long.MAX_VALUE).array(),
                        new byte[64]));
        file(
                "box-negative.mp4",
                "a box of a negative size",
                "truncated",
                () -> join(
                        ftyp(),
                        number(1),
                        text("moov"),
                        ByteBuffer.allocate(8).putLong(-1).array(),
                        new byte[64]));
        file(
                "box-too-short.mp4",
                "a box shorter than its header",
                "truncated",
                () -> join(ftyp(), number(4), text("moov"), new byte[64]));
        file("deep.mp4", "boxes 100,000 deep", "not_a_video", () -> join(ftyp(), nested(100_000)));
        file("wide.mp4", "a million empty boxes", "truncated", () -> join(ftyp(), repeated(box("free"), MEGABYTE)));
        file("samples.mp4", "a table that claims 2^31 samples", "not_a_video", () -> afterBox("stsz", 8, 0x7fffffff));
        file("times.mp4", "one entry for 2^32 times", "too_many_frames", () -> afterBox("stts", 8, -1));
        file(
                "chunks.mp4",
                "chunks behind the end of the file",
                "unsupported_codec",
                () -> afterBox("stco", 8, 0x7fffffff));
        file("bomb.mov", "an index that unpacks to 256 MB", "no_streams", () -> compressedIndex(256 * MEGABYTE));
    }

    /** What must remain text. */
    private void texts() {
        file("tags.mp4", "markup, quotes and options in tags", PLAYS, () -> tagged("tags.mp4", "-map 0 -c copy"));
        file(
                "languages.mkv",
                "markup for a language",
                PLAYS,
                () -> tagged("hostile-languages.mkv", "-map 0 -c copy -metadata:s:a:0 language=\"><script>"));
        file(
                "attachment.mkv",
                "an attachment named ../../x",
                PLAYS,
                () -> Files.readAllBytes(corpus.file("subtitles.mkv")));
        file("-i.mp4", "named like an option", PLAYS, () -> clip());
        file("$(touch x);'\"&|<b>.mp4", "named for a shell and for a page", PLAYS, () -> clip());
        file("new\nline.mp4", "a new line in its name", PLAYS, () -> clip());
        file("%d%s.mp4", "named like a pattern", PLAYS, () -> clip());
        file("file:http:x.mp4", "named like an address", PLAYS, () -> clip());
    }

    private void file(String name, String about, String expected, Maker maker) {
        files.add(new HostileFile(name, about, expected, maker));
    }

    private void text(String name, String about, String expected, String content) {
        file(name, about, expected, () -> text(content));
    }

    private static String hls(String address) {
        return "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + address + "\n#EXT-X-ENDLIST\n";
    }

    private byte[] clip() throws IOException {
        return Files.readAllBytes(corpus.file("moov-at-end.mp4"));
    }

    private byte[] made(String name, String arguments) throws IOException {
        return Files.readAllBytes(corpus.ffmpeg("hostile-" + name, List.of(arguments.split(" "))));
    }

    private byte[] tagged(String name, String arguments) throws IOException {
        var all = new ArrayList<>(List.of("-i", corpus.file("moov-at-end.mp4").toString()));
        all.addAll(List.of(arguments.split(" ")));
        for (var tag : List.of("title", "artist", "comment", "encoder")) {
            all.addAll(List.of("-metadata", tag + "=-y\n\"'><script>alert(1)</script>\n../../etc/passwd\n$(id)"));
        }
        return Files.readAllBytes(corpus.ffmpeg(name, all));
    }

    private byte[] thousandStreams() throws IOException {
        var arguments = new ArrayList<>(List.of("-i", corpus.file("sound.m4a").toString()));
        for (int i = 0; i < 1000; i++) {
            arguments.addAll(List.of("-map", "0"));
        }
        arguments.addAll(List.of("-c", "copy", "-t", "0.1"));
        return Files.readAllBytes(corpus.ffmpeg("thousand-streams.mkv", arguments));
    }

    /** A small picture whose headers were overwritten. */
    private byte[] hugePicture() throws IOException {
        byte[] bytes = made("huge.mov", "-f lavfi -i color=s=64x64:r=1:d=1 -frames:v 1 -c:v png");
        var data = ByteBuffer.wrap(bytes);
        data.putInt(at(bytes, "IHDR") + 4, 16_000).putInt(at(bytes, "IHDR") + 8, 16_000);
        int entry = at(bytes, "png ", at(bytes, "stsd"));
        data.putShort(entry + 28, (short) 16_000).putShort(entry + 30, (short) 16_000);
        return bytes;
    }

    private byte[] billionSeconds() throws IOException {
        byte[] bytes = clip();
        var data = ByteBuffer.wrap(bytes);
        data.putInt(at(bytes, "mvhd") + 20, 1_000_000_000);
        for (int at = at(bytes, "mdhd"); at >= 0; at = at(bytes, "mdhd", at + 1)) {
            data.putInt(at + 16, 1).putInt(at + 20, 1_000_000_000);
        }
        for (int at = at(bytes, "tkhd"); at >= 0; at = at(bytes, "tkhd", at + 1)) {
            data.putInt(at + 24, 1_000_000_000);
        }
        return bytes;
    }

    /** Matroska's element Duration, 4489, of 8 bytes. */
    private byte[] longMatroska() throws IOException {
        byte[] bytes = Files.readAllBytes(corpus.file("matroska.mkv"));
        ByteBuffer.wrap(bytes).putDouble(at(bytes, "\u0044\u0089\u0088") + 3, 1e12);
        return bytes;
    }

    /** The clip with a number of one of its boxes overwritten, {@code skip} bytes behind the box's name. */
    private byte[] afterBox(String box, int skip, int value) throws IOException {
        byte[] bytes = clip();
        ByteBuffer.wrap(bytes).putInt(at(bytes, box) + 4 + skip, value);
        return bytes;
    }

    private static byte[] replaced(Path file, String from, String to) throws IOException {
        return text(text(Files.readAllBytes(file)).replace(from, to));
    }

    private static byte[] compressedIndex(int unpacked) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            var zeros = new byte[MEGABYTE];
            for (int i = 0; i < unpacked / MEGABYTE; i++) {
                deflater.write(zeros);
            }
        }
        return join(
                ftyp(),
                box(
                        "moov",
                        box("cmov", box("dcom", text("zlib")), box("cmvd", number(unpacked), packed.toByteArray()))));
    }

    private static byte[] png(int side) {
        return join(text("\u0089PNG\r\n\u001a\n"), number(13), text("IHDR"), number(side), number(side), new byte[] {
            8, 2, 0, 0, 0, 0, 0, 0, 0
        });
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] ftyp() {
        return box("ftyp", text("isom\0\0\2\0isomiso2"));
    }

    private static byte[] nested(int depth) {
        var bytes = ByteBuffer.allocate(depth * 8);
        for (int i = 0; i < depth; i++) {
            bytes.putInt((depth - i) * 8).put(text(i == 0 ? "moov" : "udta"));
        }
        return bytes.array();
    }

    static byte[] box(String type, byte[]... parts) {
        byte[] body = join(parts);
        return join(number(body.length + 8), text(type), body);
    }

    private static byte[] repeated(byte[] part, int times) {
        var bytes = ByteBuffer.allocate(part.length * times);
        for (int i = 0; i < times; i++) {
            bytes.put(part);
        }
        return bytes.array();
    }

    static byte[] join(byte[]... parts) {
        var joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** One byte a character. */
    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int at(byte[] bytes, String text) {
        return at(bytes, text, 0);
    }

    private static int at(byte[] bytes, String text, int from) {
        return text(bytes).indexOf(text, from);
    }
}
