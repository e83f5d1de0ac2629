package io.vidstead.storage;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.OriginalLoss;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.ThumbnailRecord;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import io.vidstead.storage.NamedFiles.Named;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * What is done about a damaged file: nobody is led to it any more, and it is made again of the original; a damaged original,
 * and what only people can bring, is reported.
 */
@ApplicationScoped
class Repairs {

    private static final Logger LOG = Logger.getLogger(Repairs.class);

    /** What is not made again within this time will not be. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final NamedFiles named;
    private final Catalog catalog;
    private final StoredFiles files;
    private final Derivatives derivatives;
    private final CaptionTracks captions;
    private final Upkeep upkeep;
    private final DamageStore store;
    private final Transactions transactions;
    private final Clock clock;

    Repairs(
            NamedFiles named,
            Catalog catalog,
            StoredFiles files,
            Derivatives derivatives,
            CaptionTracks captions,
            Upkeep upkeep,
            DamageStore store,
            Transactions transactions,
            Clock clock) {
        this.named = named;
        this.catalog = catalog;
        this.files = files;
        this.derivatives = derivatives;
        this.captions = captions;
        this.upkeep = upkeep;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Idempotent. Whether it is a damage: a file that gave way to another meanwhile is none. */
    boolean report(VideoId video, Named file, String reason) {
        if (named.of(video).stream().noneMatch(still -> still.key().equals(file.key()))) {
            return false;
        }
        Damage.State state = transactions.call(tx -> {
            Damage.State begun = begin(tx, video, file);
            store.insert(
                    tx,
                    new Damage(
                            file.key(),
                            Optional.of(video),
                            kind(file),
                            name(file),
                            reason,
                            begun,
                            clock.instant(),
                            Optional.empty()));
            return begun;
        });
        LOG.errorf("%s of video %s is damaged (%s): %s", file.key(), video, reason, state.code());
        return true;
    }

    private Damage.State begin(Handle tx, VideoId video, Named file) {
        return switch (file) {
            case Named.AnOriginal(var key) -> {
                files.loseOriginal(tx, video, key.value(), OriginalLoss.DAMAGED);
                yield Damage.State.LOST;
            }
            case Named.ARendition(var rendition) -> {
                files.removeRenditions(tx, video, goingWith(rendition, video));
                yield upkeep.isMadeByLadder(rendition) ? state(upkeep.complete(tx, video)) : Damage.State.LOST;
            }
            case Named.AThumbnail(var picture)
            when picture.number() == ThumbnailRecord.CUSTOM -> {
                files.removeThumbnails(tx, video, Set.of(picture.number()));
                yield Damage.State.LOST;
            }
            case Named.AThumbnail _ -> {
                files.removeThumbnails(tx, video, stills(video));
                yield state(upkeep.takeStills(tx, video));
            }
            case Named.ADerivative(var derived) -> {
                derivatives.removeFiles(tx, video, madeWith(derived.kind()));
                yield state(upkeep.makeDerivatives(tx, video));
            }
            case Named.Captions(var track) -> {
                captions.lose(tx, video, track.name());
                yield track.origin() == CaptionTrack.Origin.FILE
                        ? state(upkeep.takeWords(tx, video))
                        : Damage.State.LOST;
            }
        };
    }

    /** Sound is only encoded along with a picture, in all its languages at once: the smallest one is made again with it. */
    private List<RenditionRecord> goingWith(RenditionRecord damaged, VideoId video) {
        if (damaged.kind() == RenditionRecord.Kind.VIDEO) {
            return List.of(damaged);
        }
        List<RenditionRecord> all = catalog.renditions(video);
        Stream<RenditionRecord> sound = all.stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.AUDIO)
                .filter(rendition -> !rendition.justInTime());
        Stream<RenditionRecord> smallest = all.stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.VIDEO)
                .filter(upkeep::isMadeByLadder)
                .min(Comparator.comparingInt(RenditionRecord::height))
                .stream();
        return Stream.of(Stream.of(damaged), sound, smallest)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** A storyboard's index names its sheets. */
    private static Set<DerivativeRecord.Kind> madeWith(DerivativeRecord.Kind kind) {
        return switch (kind) {
            case STORYBOARD, STORYBOARD_SHEET ->
                Set.of(DerivativeRecord.Kind.STORYBOARD, DerivativeRecord.Kind.STORYBOARD_SHEET);
            case PREVIEW -> Set.of(DerivativeRecord.Kind.PREVIEW);
        };
    }

    private Set<Integer> stills(VideoId video) {
        return catalog.thumbnails(video).stream()
                .map(ThumbnailRecord::number)
                .filter(number -> number != ThumbnailRecord.CUSTOM)
                .collect(Collectors.toSet());
    }

    private static Damage.State state(Upkeep.Outcome outcome) {
        return switch (outcome) {
            case Upkeep.Outcome.Ordered _, Upkeep.Outcome.Busy _ -> Damage.State.REPAIRING;
            case Upkeep.Outcome.Impossible _, Upkeep.Outcome.Gone _ -> Damage.State.LOST;
        };
    }

    /** Notes what is there again, and orders anew what an order was in the way of. */
    void follow() {
        transactions
                .read(store::listRepairing)
                .forEach(damage -> damage.video().ifPresent(video -> {
                    if (catalog.find(video).isEmpty() || isThere(video, damage)) {
                        transactions.run(tx -> store.settle(tx, damage.key(), clock.instant()));
                        LOG.infof("%s of video %s is made again", damage.name(), video);
                    } else if (damage.found().plus(PATIENCE).isAfter(clock.instant())) {
                        transactions.run(tx -> again(tx, video, damage));
                    } else {
                        transactions.run(tx -> store.lose(tx, damage.key()));
                        LOG.errorf("%s of video %s could not be made again", damage.name(), video);
                    }
                }));
    }

    private void again(Handle tx, VideoId video, Damage damage) {
        switch (damage.kind()) {
            case "rendition" -> upkeep.complete(tx, video);
            case "derivative" -> upkeep.makeDerivatives(tx, video);
            case "captions" -> upkeep.takeWords(tx, video);
            default -> upkeep.takeStills(tx, video);
        }
    }

    private boolean isThere(VideoId video, Damage damage) {
        return named.of(video).stream()
                .anyMatch(file -> kind(file).equals(damage.kind()) && name(file).equals(damage.name()));
    }

    private static String kind(Named file) {
        return switch (file) {
            case Named.AnOriginal _ -> "original";
            case Named.ARendition _ -> "rendition";
            case Named.AThumbnail _ -> "thumbnail";
            case Named.ADerivative _ -> "derivative";
            case Named.Captions _ -> "captions";
        };
    }

    private static String name(Named file) {
        return switch (file) {
            case Named.AnOriginal _ -> "original";
            case Named.ARendition(RenditionRecord rendition) -> rendition.name();
            case Named.AThumbnail(ThumbnailRecord picture) -> Integer.toString(picture.number());
            case Named.ADerivative(var derived) -> derived.kind() + " " + derived.number();
            case Named.Captions(var track) -> track.name();
        };
    }
}
