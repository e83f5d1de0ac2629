package io.vidstead.notifications;

/**
 * A notification with the names in it, to be put into words.
 *
 * @param others how many people did it beside the actor
 * @param title of the video; empty when it is about none
 * @param path of the page it leads to
 */
record Told(Notification notification, String actor, int others, String title, String path) {

    Kind kind() {
        return notification.kind();
    }

    long amount() {
        return notification.amount().orElse(0L);
    }

    String detail() {
        return notification.detail().orElse("");
    }

    /** What a person wrote; empty for all that is not about a comment. */
    String excerpt() {
        return switch (kind()) {
            case COMMENT, REPLY, MENTION, HEART -> detail();
            case NEW_VIDEO, MILESTONE, MODERATION, PROCESSING_FINISHED, PROCESSING_FAILED -> "";
        };
    }
}
