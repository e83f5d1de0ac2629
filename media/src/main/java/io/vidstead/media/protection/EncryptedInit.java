package io.vidstead.media.protection;

import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.BoxWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Rewrites an initialisation segment as that of an encrypted track (ISO/IEC 14496-12, 8.12; ISO/IEC 23001-7, 8). */
final class EncryptedInit {
    private static final Set<String> ON_THE_WAY = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final int CBCS_VERSION = 0x10000;
    /** One block encrypted, nine clear. */
    private static final int PATTERN = 0x19;

    private final ContentKey key;
    private final TrackKind kind;
    private final List<ByteBuffer> psshBoxes;
    private final BoxWriter out = new BoxWriter();

    private EncryptedInit(ContentKey key, TrackKind kind, List<ByteBuffer> psshBoxes) {
        this.key = key;
        this.kind = kind;
        this.psshBoxes = psshBoxes;
    }

    static ByteBuffer of(ByteBuffer init, ContentKey key, TrackKind kind, List<ByteBuffer> psshBoxes) {
        var rewriting = new EncryptedInit(key, kind, psshBoxes);
        Box.list(init).forEach(rewriting::rewrite);
        return rewriting.out.toBuffer();
    }

    private void rewrite(Box box) {
        if (ON_THE_WAY.contains(box.type())) {
            out.begin(box.type());
            box.children().forEach(this::rewrite);
            if (box.type().equals("moov")) {
                psshBoxes.forEach(out::bytes);
            }
            out.end();
        } else if (box.type().equals("stsd")) {
            out.begin("stsd").bytes(box.body().slice(0, 8));
            box.childrenAfter(8).forEach(this::entry);
            out.end();
        } else {
            FragmentCipher.copy(out, box);
        }
    }

    private void entry(Box entry) {
        boolean picture = kind == TrackKind.VIDEO;
        out.begin(picture ? "encv" : "enca").bytes(entry.reader());
        out.begin("sinf").begin("frma").text(entry.type()).end();
        out.beginFull("schm", 0, 0).text("cbcs").u32(CBCS_VERSION).end();
        out.begin("schi").beginFull("tenc", 1, 0);
        out.u16(picture ? PATTERN : 0).u16(0x100).bytes(ByteBuffer.wrap(ContentKey.bytes(key.id())));
        var vector = key.iv().getIV();
        out.bytes(ByteBuffer.wrap(new byte[] {(byte) vector.length})).bytes(ByteBuffer.wrap(vector));
        out.end().end().end().end();
    }
}
