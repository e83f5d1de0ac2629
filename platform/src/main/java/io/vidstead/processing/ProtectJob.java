package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.ContentKeys;
import io.vidstead.catalog.KeySystems;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.Video;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.jit.JitSource;
import io.vidstead.media.jit.VirtualRendition;
import io.vidstead.media.protection.CbcsEncryptor;
import io.vidstead.media.protection.ContentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts encrypted files in the place of a premium video's clear ones, those too that were never written. Until then nobody is served
 * any of them. What cannot be encrypted stays out of sight.
 */
@ApplicationScoped
class ProtectJob implements Job {

    private static final Logger LOG = Logger.getLogger(ProtectJob.class);

    private final Steps steps;
    private final Catalog catalog;
    private final ContentKeys keys;
    private final Originals originals;
    private final Scratch scratch;
    private final StoredRenditions stored;
    private final CbcsEncryptor encryptor;

    ProtectJob(
            Steps steps,
            Catalog catalog,
            ContentKeys keys,
            KeySystems systems,
            Originals originals,
            Scratch scratch,
            StoredRenditions stored) {
        this.steps = steps;
        this.catalog = catalog;
        this.keys = keys;
        this.originals = originals;
        this.scratch = scratch;
        this.stored = stored;
        this.encryptor = new CbcsEncryptor(systems.all());
    }

    @Override
    public String name() {
        return "protect";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public int maxAttempts() {
        return 8;
    }

    @Override
    public void run(String key) throws Exception {
        VideoId id = new VideoId(key);
        if (catalog.find(id).filter(Video::premium).isEmpty()) {
            return;
        }
        List<RenditionRecord> clear =
                catalog.renditions(id).stream().filter(ProtectJob::canProtect).toList();
        if (clear.isEmpty()) {
            return;
        }
        ContentKey secret = keys.require(id);
        try (Scratch.Folder folder = scratch.folder(id.value())) {
            for (RenditionRecord rendition : clear) {
                protect(id, rendition, secret, folder);
            }
        }
        LOG.debugf("%d renditions of video %s are encrypted", clear.size(), id);
    }

    private static boolean canProtect(RenditionRecord rendition) {
        return rendition.traits().keyId().isEmpty()
                && CbcsEncryptor.canEncrypt(CmafIndex.fromJson(rendition.segmentIndex()));
    }

    private void protect(VideoId id, RenditionRecord rendition, ContentKey secret, Scratch.Folder folder)
            throws IOException, InterruptedException {
        Path encrypted = folder.path().resolve("encrypted.mp4");
        CmafIndex places = encryptor.encrypt(clear(rendition, folder), encrypted, secret);
        // What players are told of the picture stays; only its parts lie elsewhere.
        CmafIndex index =
                CmafIndex.fromJson(rendition.segmentIndex()).at(places.init(), places.sidx(), places.segments());
        RenditionRecord made = stored.putEncrypted(id, rendition, encrypted, index, secret.id());
        steps.commit(tx -> {
            boolean stillNamed = catalog.lock(tx, id).isPresent()
                    && catalog.renditions(id).stream()
                            .anyMatch(r -> r.fileName().equals(rendition.fileName()));
            return stillNamed && catalog.addRenditions(tx, id, List.of(made));
        });
    }

    private Path clear(RenditionRecord rendition, Scratch.Folder folder) throws IOException {
        Path file = originals.fetch(new ObjectKey(rendition.objectKey()), folder);
        if (!rendition.justInTime()) {
            return file;
        }
        Path written = folder.path().resolve("clear.mp4");
        JitSource source = JitSource.reopen(file).orElseThrow(() -> new FileNotFoundException("no original"));
        VirtualRendition made = switch (rendition.kind()) {
            case VIDEO -> source.video();
            case AUDIO -> audio(source.audio());
        };
        try (FileChannel out = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            made.transferTo(new ByteRange(0, made.size()), out);
        }
        return written;
    }

    private static VirtualRendition audio(Optional<VirtualRendition> audio) throws IOException {
        return audio.orElseThrow(() -> new FileNotFoundException("the original has no sound"));
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.errorf(cause, "video %s cannot be encrypted; nobody is served it", key);
    }
}
