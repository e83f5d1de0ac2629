import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  states: {
    uploading: "Wird hochgeladen",
    preparing: "Wird vorbereitet",
    polishing: "Läuft, Qualitäten folgen",
    done: "Fertig",
    failed: "Fehlgeschlagen",
  },
  source: "Original",
  failures: {
    unknown:
      "Das Video konnte nicht verarbeitet werden. Lade es noch einmal hoch; gelingt es wieder nicht, speichere es vorher als MP4-Datei.",
    empty_file: "Die Datei ist leer. Prüfe sie auf deinem Gerät und lade sie noch einmal hoch.",
    not_a_video:
      "Das ist keine Videodatei oder eine Art, die nicht unterstützt wird. Speichere sie als MP4 (H.264) und lade diese hoch.",
    playlist: "Das ist eine Abspielliste, die auf andere Dateien zeigt. Lade das Video selbst hoch.",
    image: "Das ist ein Bild, kein Video.",
    truncated: "Das Ende der Datei fehlt. Kopiere oder nimm sie neu auf und lade sie ganz hoch.",
    no_streams: "Die Datei enthält weder Bild noch Ton. Prüfe, ob sie auf deinem Gerät läuft.",
    unsupported_codec:
      "Das Bild ist auf eine Weise kodiert, die nicht gelesen werden kann. Speichere es als MP4 (H.264) und lade das hoch.",
    too_small: "Das Bild ist zu klein, um es zu zeigen.",
    too_many_streams: "Die Datei enthält zu viele Spuren. Speichere sie mit einer Bild- und einer Tonspur.",
    too_many_pixels: "Das Bild ist größer als 8K. Speichere es in einer kleineren Größe.",
    too_many_frames:
      "Das Video hat zu viele Bilder, je Sekunde oder insgesamt. Speichere es mit höchstens 60 Bildern je Sekunde.",
    too_long: "Das Video ist zu lang. Schneide es in Teile.",
    too_costly_to_probe: "Die Datei anzusehen hat zu lange gedauert. Speichere sie neu als MP4 und lade das hoch.",
  },
};
