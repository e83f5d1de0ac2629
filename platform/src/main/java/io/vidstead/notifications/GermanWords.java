package io.vidstead.notifications;

import java.text.NumberFormat;
import java.util.Locale;

/** German. */
final class GermanWords implements Words {

    @Override
    public String code() {
        return "de";
    }

    @Override
    public String sentence(Told told) {
        String who = who(told);
        String has = told.others() == 0 ? " hat " : " haben ";
        String video = "„" + told.title() + "“";
        return switch (told.kind()) {
            case NEW_VIDEO -> who + has + video + " veröffentlicht";
            case COMMENT -> who + has + "dein Video " + video + " kommentiert";
            case REPLY -> who + has + "auf deinen Kommentar zu " + video + " geantwortet";
            case MENTION -> who + has + "dich in einem Kommentar zu " + video + " erwähnt";
            case HEART -> who + has + "deinem Kommentar zu " + video + " ein Herz gegeben";
            case MILESTONE ->
                told.title().isEmpty()
                        ? "Dein Kanal hat " + number(told.amount()) + " Abonnenten erreicht"
                        : video + " hat " + number(told.amount()) + " Aufrufe erreicht";
            case MODERATION ->
                told.detail().equals("approved")
                        ? "Dein Kommentar zu " + video + " wurde freigegeben und ist jetzt zu sehen"
                        : "Dein Kommentar zu " + video + " wurde nicht angenommen";
            case PROCESSING_FINISHED -> video + " ist in allen Qualitäten fertig";
            case PROCESSING_FAILED -> video + " konnte nicht verarbeitet werden";
        };
    }

    private static String who(Told told) {
        String name = told.actor().isEmpty() ? "Jemand" : told.actor();
        return switch (told.others()) {
            case 0 -> name;
            case 1 -> name + " und 1 weitere Person";
            default -> name + " und " + number(told.others()) + " weitere";
        };
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.GERMAN).format(number);
    }

    @Override
    public String digestSubject(int count) {
        return number(count) + " neue Benachrichtigungen für dich";
    }

    @Override
    public String open() {
        return "Ansehen";
    }

    @Override
    public String reason(String site) {
        return "Du bekommst diesen Brief, weil du ein Konto bei " + site + " hast.";
    }

    @Override
    public String unsubscribe() {
        return "Keine Briefe dieser Art mehr";
    }

    @Override
    public String settings() {
        return "Auswählen, was dir mitgeteilt wird";
    }
}
