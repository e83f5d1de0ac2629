package io.vidstead.media.corpus;

import static io.vidstead.media.corpus.HostileFiles.join;
import static io.vidstead.media.corpus.HostileFiles.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes AVI files by hand. */
final class Riff {
    private Riff() {}

    /** An AVI whose only stream holds {@code content} the way of subtitles that are files of their own. */
    static byte[] withSubtitles(byte[] content) {
        byte[] name = "subtitles.m3u8\0".getBytes(StandardCharsets.UTF_16LE);
        byte[] packet =
                join(text("GAB2\0\2\0"), number(name.length), name, text("\4\0"), number(content.length), content);
        byte[] main = numbers(40_000, 0, 0, 0x10, 1, 0, 1, 0, 320, 180, 0, 0, 0, 0);
        byte[] stream = join(text("txts\0\0\0\0"), numbers(0, 0, 0, 1, 25, 0, 1, packet.length, -1, 0, 0, 0));
        byte[] header =
                list("hdrl", chunk("avih", main), list("strl", chunk("strh", stream), chunk("strf", new byte[0])));
        byte[] index = chunk("idx1", join(text("00tx"), numbers(0x10, 4, packet.length)));
        return chunk("RIFF", join(text("AVI "), header, list("movi", chunk("00tx", packet)), index));
    }

    private static byte[] list(String type, byte[]... parts) {
        return chunk("LIST", join(text(type), join(parts)));
    }

    private static byte[] chunk(String type, byte[] body) {
        return join(text(type), number(body.length), body, new byte[body.length % 2]);
    }

    private static byte[] number(int value) {
        return numbers(value);
    }

    private static byte[] numbers(int... values) {
        var bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
