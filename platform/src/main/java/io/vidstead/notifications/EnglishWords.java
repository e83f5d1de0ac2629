package io.vidstead.notifications;

import java.text.NumberFormat;
import java.util.Locale;

/** English. */
final class EnglishWords implements Words {

    @Override
    public String code() {
        return "en";
    }

    @Override
    public String sentence(Told told) {
        String who = who(told);
        String video = "“" + told.title() + "”";
        return switch (told.kind()) {
            case NEW_VIDEO -> who + " published " + video;
            case COMMENT -> who + " commented on your video " + video;
            case REPLY -> who + " replied to your comment on " + video;
            case MENTION -> who + " mentioned you in a comment on " + video;
            case HEART -> who + " gave your comment on " + video + " a heart";
            case MILESTONE ->
                told.title().isEmpty()
                        ? "Your channel has reached " + number(told.amount()) + " subscribers"
                        : video + " has reached " + number(told.amount()) + " views";
            case MODERATION ->
                told.detail().equals("approved")
                        ? "Your comment on " + video + " was approved and can be seen now"
                        : "Your comment on " + video + " was not accepted";
            case PROCESSING_FINISHED -> video + " is ready in all its qualities";
            case PROCESSING_FAILED -> video + " could not be processed";
        };
    }

    private static String who(Told told) {
        String name = told.actor().isEmpty() ? "Somebody" : told.actor();
        return switch (told.others()) {
            case 0 -> name;
            case 1 -> name + " and 1 other";
            default -> name + " and " + number(told.others()) + " others";
        };
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    @Override
    public String digestSubject(int count) {
        return "You have " + number(count) + " new notifications";
    }

    @Override
    public String open() {
        return "Have a look";
    }

    @Override
    public String reason(String site) {
        return "You get this letter because you have an account at " + site + ".";
    }

    @Override
    public String unsubscribe() {
        return "No more letters of this kind";
    }

    @Override
    public String settings() {
        return "Choose what you are told";
    }
}
