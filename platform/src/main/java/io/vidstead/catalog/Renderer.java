package io.vidstead.catalog;

import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.DerivativeRecord.Kind;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes answers from rows: adds authors and addresses. */
@ApplicationScoped
class Renderer {

    private final Accounts accounts;
    private final PlaybackLinks links;
    private final Clock clock;

    Renderer(Accounts accounts, PlaybackLinks links, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.clock = clock;
    }

    /** For lists in which private videos are the viewer's own. */
    List<VideoCard> cards(List<Card> cards) {
        return cards(cards, Card::owner);
    }

    /** @param viewer for whom the pictures of a private video are signed */
    List<VideoCard> cards(List<Card> cards, Function<Card, UserId> viewer) {
        Map<UserId, Profile> authors =
                accounts.findAll(cards.stream().map(Card::owner).collect(Collectors.toSet()));
        return cards.stream()
                .map(card -> card(
                        card,
                        author(card.owner(), Optional.ofNullable(authors.get(card.owner()))),
                        folder(card, viewer.apply(card))))
                .toList();
    }

    List<StudioVideo> studio(List<Card> cards) {
        List<VideoCard> rendered = cards(cards);
        return IntStream.range(0, cards.size())
                .mapToObj(i -> new StudioVideo(
                        rendered.get(i),
                        cards.get(i).state().stage(),
                        cards.get(i).progress(),
                        cards.get(i).updated(),
                        cards.get(i).fileSize(),
                        cards.get(i).savedBytes()))
                .toList();
    }

    /**
     * A page as anybody sees it who neither owns it nor has begun it.
     *
     * @param viewer who may play what only some may; absent for everybody else
     */
    VideoPayload page(VideoView view, Optional<UserId> viewer) {
        Video video = view.video();
        VideoDetails details = video.details();
        Optional<MediaFacts> facts = video.facts();
        Optional<Profile> owner = accounts.find(video.owner());
        Optional<String> own = viewer.map(user -> links.folder(video.id(), user));
        String open = links.folder(video.id());
        String folder = details.privacy() == Privacy.PRIVATE ? own.orElse(open) : open;
        String media = video.premium() ? own.orElse(open) : folder;
        boolean encrypted =
                view.renditions().stream().anyMatch(r -> r.traits().keyId().isPresent());
        return new VideoPayload(
                video.id(),
                details.title(),
                details.description(),
                author(video.owner(), owner),
                facts.map(f -> seconds(f.duration())).orElse(0L),
                view.counts().views(),
                view.counts().likes(),
                owner.filter(Profile::publicDislikes)
                        .map(_ -> view.counts().dislikes())
                        .orElse(null),
                view.counts().comments(),
                view.counts().shares(),
                video.created(),
                video.published().orElse(null),
                video.updated(),
                details.category().map(Category::code).orElse(null),
                details.tags(),
                details.language().orElse(null),
                details.privacy().code(),
                video.state().status(),
                video.state().stage(),
                view.progress(),
                VideoPayload.Failure.of(video.state()),
                facts.map(MediaFacts::width).orElse(0),
                facts.map(MediaFacts::height).orElse(0),
                facts.map(MediaFacts::fps).orElse(0.0),
                facts.map(MediaFacts::videoCodec).orElse(""),
                facts.map(MediaFacts::bitrateBps).orElse(0L),
                video.original().map(Original::sizeBytes).orElse(0L),
                facts.filter(f -> f.width() > 0)
                        .map(f -> f.width() + "x" + f.height())
                        .orElse(""),
                new VideoPayload.Urls(
                        media + "master.m3u8", media + "manifest.mpd", encrypted ? links.license(video.id()) : null),
                view.thumbnailFile().map(folder::concat).orElse(null),
                address(media, view, Kind.PREVIEW),
                view.placeholder().orElse(null),
                view.stills().stream().map(folder::concat).toList(),
                view.renditions().stream()
                        .filter(r -> r.kind() == RenditionRecord.Kind.VIDEO)
                        .map(VideoPayload.Quality::of)
                        .toList(),
                video.premium(),
                !video.premium() || viewer.isPresent(),
                address(media, view, Kind.STORYBOARD),
                view.derived()
                        .chapterFile(video)
                        .map(file -> media + file.fileName())
                        .orElse(null),
                view.derived().chaptersOf(video).stream()
                        .map(VideoPayload.ChapterPayload::of)
                        .toList(),
                view.derived().captions().stream()
                        .map(track -> VideoPayload.Captions.of(track, media))
                        .toList(),
                view.derived().loudness().map(VideoPayload.Level::of).orElse(null),
                false,
                null,
                null,
                owner.map(Profile::subscriberCount).orElse(0L),
                null);
    }

    StatusPayload status(VideoView view) {
        VideoState state = view.video().state();
        return new StatusPayload(
                view.video().id(),
                state.status(),
                view.progress(),
                view.expected()
                        .map(at -> Math.max(
                                0, Duration.between(clock.instant(), at).toSeconds()))
                        .orElse(null),
                state.stage(),
                state.playable(),
                view.renditions().stream()
                        .filter(r -> r.kind() == RenditionRecord.Kind.VIDEO)
                        .map(RenditionRecord::name)
                        .toList(),
                VideoPayload.Failure.of(state),
                fileKeptUntil(view.video()));
    }

    private static @Nullable Instant fileKeptUntil(Video video) {
        boolean refused = video.state() instanceof VideoState.Failed failed && !failed.playable();
        return refused && video.readableOriginal().isPresent()
                ? video.updated().plus(VideoState.REFUSED_FILE_KEPT)
                : null;
    }

    private VideoCard card(Card card, Author author, String folder) {
        return new VideoCard(
                card.id(),
                card.title(),
                seconds(Duration.ofMillis(card.durationMillis())),
                card.views(),
                card.created(),
                card.published().orElse(null),
                card.thumbnailFile().map(folder::concat).orElse(null),
                card.previewFile().map(folder::concat).orElse(null),
                card.placeholder().orElse(null),
                author,
                card.category().map(Category::code).orElse(null),
                card.privacy().code(),
                card.state().status(),
                null);
    }

    private String folder(Card card, UserId viewer) {
        return card.privacy() == Privacy.PRIVATE ? links.folder(card.id(), viewer) : links.folder(card.id());
    }

    private static @Nullable String address(String folder, VideoView view, Kind kind) {
        return view.derived().file(kind).map(file -> folder + file.fileName()).orElse(null);
    }

    private static Author author(UserId owner, Optional<Profile> profile) {
        return profile.map(Author::of).orElseGet(() -> Author.unknown(owner));
    }

    /** Whole seconds; what has any length has at least one. */
    private static long seconds(Duration duration) {
        return duration.isZero() ? 0 : Math.max(1, Math.round(duration.toMillis() / 1000.0));
    }
}
