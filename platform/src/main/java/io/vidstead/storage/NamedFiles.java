package io.vidstead.storage;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.Derived;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.ThumbnailRecord;
import io.vidstead.catalog.Video;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that the catalog names for a video: what must be stored. */
@ApplicationScoped
class NamedFiles {

    private final Catalog catalog;
    private final Derivatives derivatives;

    NamedFiles(Catalog catalog, Derivatives derivatives) {
        this.catalog = catalog;
        this.derivatives = derivatives;
    }

    /** What a stored file is to its video. */
    sealed interface Named {
        ObjectKey key();

        record AnOriginal(ObjectKey key) implements Named {}

        record ARendition(RenditionRecord rendition) implements Named {
            @Override
            public ObjectKey key() {
                return new ObjectKey(rendition.objectKey());
            }
        }

        record AThumbnail(ThumbnailRecord picture) implements Named {
            @Override
            public ObjectKey key() {
                return new ObjectKey(picture.objectKey());
            }
        }

        record ADerivative(DerivativeRecord file) implements Named {
            @Override
            public ObjectKey key() {
                return new ObjectKey(file.objectKey());
            }
        }

        record Captions(CaptionTrack track) implements Named {
            @Override
            public ObjectKey key() {
                return new ObjectKey(track.objectKey());
            }
        }
    }

    /** None of a video that is gone. The original comes first: what is made again is made of it. */
    List<Named> of(VideoId id) {
        Optional<Video> video = catalog.find(id);
        if (video.isEmpty()) {
            return List.of();
        }
        List<Named> named = new ArrayList<>();
        video.get()
                .readableOriginal()
                .ifPresent(original -> named.add(new Named.AnOriginal(new ObjectKey(original.objectKey()))));
        catalog.renditions(id).stream()
                .filter(rendition -> !rendition.justInTime())
                .forEach(rendition -> named.add(new Named.ARendition(rendition)));
        catalog.thumbnails(id).forEach(picture -> named.add(new Named.AThumbnail(picture)));
        Derived derived = derivatives.find(id);
        derived.files().forEach(file -> named.add(new Named.ADerivative(file)));
        derived.captions().forEach(track -> named.add(new Named.Captions(track)));
        return named;
    }
}
