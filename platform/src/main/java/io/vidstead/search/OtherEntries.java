package io.vidstead.search;

import io.vidstead.accounts.PublicChannels.PublicChannel;
import io.vidstead.comments.PublicComments.PublicComment;
import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.TextField;
import io.vidstead.playlists.PublicPlaylists.PublicPlaylist;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes the index's entries of channels, playlists and comments. */
final class OtherEntries {

    private OtherEntries() {}

    static Entry of(PublicChannel channel) {
        String id = channel.userId().toString();
        return entry(
                Kinds.CHANNEL,
                id,
                id,
                Map.of(
                        TextField.TITLE, channel.name(),
                        TextField.AUTHOR, channel.username(),
                        TextField.DESCRIPTION, channel.description()),
                channel.created(),
                channel.subscriberCount());
    }

    static Entry of(PublicPlaylist playlist) {
        return entry(
                Kinds.PLAYLIST,
                playlist.playlistId(),
                playlist.playlistId(),
                Map.of(TextField.TITLE, playlist.title(), TextField.DESCRIPTION, playlist.description()),
                playlist.created(),
                playlist.videoCount());
    }

    static Entry of(PublicComment comment) {
        return entry(
                Kinds.COMMENT,
                comment.commentId().toString(),
                comment.video().value(),
                Map.of(TextField.DESCRIPTION, comment.content()),
                comment.created(),
                comment.likes());
    }

    /** @param weight what makes one of a kind more known than another */
    private static Entry entry(
            String kind, String thing, String parent, Map<TextField, String> texts, Instant created, long weight) {
        return new Entry(
                Kinds.id(kind, thing),
                kind,
                parent,
                Optional.empty(),
                texts,
                Map.of(),
                Map.of(Kinds.PUBLISHED, Kinds.time(created)),
                Map.of(Kinds.VIEWS, weight),
                Optional.empty());
    }
}
