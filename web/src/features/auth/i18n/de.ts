import type { Translation } from "@/lib/i18n/translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  username: "Benutzername",
  usernameHint: "Die Adresse deines Kanals. 3 bis 50 Zeichen aus a–z, 0–9, Punkt, Strich und Unterstrich.",
  displayName: "Angezeigter Name",
  displayNameHint: "Freiwillig. So sehen dich andere; du kannst ihn später ändern.",
  email: "E-Mail-Adresse",
  password: "Passwort",
  passwordHint: "Mindestens 10 Zeichen. Einen Satz merkt man sich leicht.",
  showPassword: "Passwort zeigen",
  hidePassword: "Passwort verbergen",
  oneMoment: "Einen Moment …",
  login: {
    title: "Anmelden",
    first: "Melde dich zuerst an; du kommst dorthin zurück, wo du warst.",
    name: "Benutzername oder E-Mail-Adresse",
    submit: "Anmelden",
    other: "Neu hier?",
  },
  register: {
    title: "Konto anlegen",
    text: "Ein eigener Kanal gehört dazu.",
    submit: "Konto anlegen",
    other: "Schon eines?",
  },
  freshSite:
    "Diese Seite ist neu und wird noch von niemandem verwaltet. Öffne den einmaligen Link, den der Server beim Start ausgegeben hat, um sie zu verwalten.",
  errors: {
    required: "Fülle das aus.",
    username: "Nimm 3 bis 50 Zeichen aus a–z, 0–9, Punkt, Strich und Unterstrich.",
    email: "Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.org.",
    password_short: "Nimm mindestens 10 Zeichen.",
    password_long: "Nimm höchstens 200 Zeichen.",
    display_name: "Nimm höchstens 100 Zeichen.",
    username_taken: "Diesen Benutzernamen hat schon jemand. Wähle einen anderen.",
    email_taken: "Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich an oder nimm eine andere.",
    wrong_login: "Name oder Passwort stimmt nicht. Prüfe beides.",
    wrong_password: "Das ist nicht dein jetziges Passwort.",
  },
  problems: {
    registration_closed: "Diese Seite nimmt gerade keine neuen Konten an. Frag die, die sie betreiben.",
    invalid_setup_token:
      "Dieser Link gilt nicht oder wurde schon benutzt. Starte den Server neu, um einen neuen zu bekommen.",
  },
};
