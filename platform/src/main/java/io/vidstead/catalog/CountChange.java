package io.vidstead.catalog;

/** What is to be added to a video's counts; negative where something was taken back. */
public record CountChange(long views, long likes, long dislikes, long comments, long shares) {

    public static CountChange ofViews(long views) {
        return new CountChange(views, 0, 0, 0, 0);
    }

    public static CountChange ofReactions(long likes, long dislikes) {
        return new CountChange(0, likes, dislikes, 0, 0);
    }

    public static CountChange ofComments(long comments) {
        return new CountChange(0, 0, 0, comments, 0);
    }

    public static CountChange ofShares(long shares) {
        return new CountChange(0, 0, 0, 0, shares);
    }

    public CountChange plus(CountChange other) {
        return new CountChange(
                views + other.views,
                likes + other.likes,
                dislikes + other.dislikes,
                comments + other.comments,
                shares + other.shares);
    }
}
