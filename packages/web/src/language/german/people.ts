import type { Catalogue } from "../language.ts";

export default {
  words: {
    "A new way in": "Ein neuer Zugang",
    "A passkey on this device": "Ein Passkey auf diesem Gerät",
    "A virtual plant runs on this machine. Be one of its people by one click; no password, no e-mail.":
      "Auf diesem Rechner läuft ein virtuelles Werk. Mit einem Klick sind Sie eine seiner Personen; ohne Passwort, ohne E-Mail.",
    "About me": "Über mich",
    "Add a passkey": "Passkey hinzufügen",
    "An authenticator app": "Eine Authenticator-App",
    "As this device has it": "Wie auf diesem Gerät",
    "Asked for when your provider alone has let you in":
      "Wird verlangt, wenn nur Ihr Anmeldedienst Sie hineingelassen hat",
    "Authenticator app": "Authenticator-App",
    "Checking the link …": "Link wird geprüft …",
    "Code from the e-mail": "Code aus der E-Mail",
    "Code that the app shows": "Code, den die App zeigt",
    "Codes as second factor, e.g. with single sign-on": "Codes als zweiter Faktor, z. B. bei Single Sign-on",
    Continue: "Weiter",
    Demonstration: "Vorführung",
    Device: "Gerät",
    "E-mail address": "E-Mail-Adresse",
    "Each link works once and for seven days. Registered already? <link>Sign in</link>":
      "Jeder Link gilt einmal und sieben Tage lang. Schon registriert? <link>Anmelden</link>",
    "Each works once, where your passkey or app is lost. Those of before are worth nothing now.":
      "Jeder gilt einmal, wenn Passkey oder App verloren ist. Die bisherigen sind jetzt wertlos.",
    End: "Beenden",
    "End it": "Sitzung beenden",
    "End the session on {device}?": "Sitzung auf {device} beenden?",
    "Every other browser is out at once. This one stays.":
      "Alle anderen Browser sind sofort abgemeldet. Dieser bleibt.",
    "For the first time? Open the registration link that your admin, or Refill when it started, gave you. Lost your passkey? Any admin of your account can make you a new sign-in link under Settings, Members.":
      "Zum ersten Mal hier? Öffnen Sie den Registrierungslink von Ihrem Admin oder vom ersten Start von Refill. Passkey verloren? Jeder Admin Ihres Kontos kann Ihnen unter „Einstellungen, Mitglieder“ einen neuen Anmeldelink erstellen.",
    "Go on with {name}": "Weiter mit {name}",
    "How I sign in": "Wie ich mich anmelde",
    "I have kept them": "Ich habe sie gesichert",
    "If this address is a member's with recovery codes or an app, a link is on its way. It works for an hour.":
      "Gehört diese Adresse einem Mitglied mit Wiederherstellungscodes oder App, ist ein Link unterwegs. Er gilt eine Stunde.",
    "Its codes are worth nothing from now on.": "Ihre Codes sind ab sofort wertlos.",
    "Keep recovery codes, for the day on which your passkey is lost. It takes half a minute.":
      "Sichern Sie Wiederherstellungscodes für den Tag, an dem der Passkey verloren geht. Es dauert eine halbe Minute.",
    "Lost your passkey, or here for the first time?": "Passkey verloren oder zum ersten Mal hier?",
    "Mail it again": "Erneut senden",
    "Mail me a link": "Link per E-Mail senden",
    "Mail me the code": "Code per E-Mail senden",
    "Make new ones": "Neue erstellen",
    "Make new recovery codes?": "Neue Wiederherstellungscodes erstellen?",
    "Make recovery codes": "Wiederherstellungscodes erstellen",
    "Make ten": "Zehn erstellen",
    "Make ten new ones": "Zehn neue erstellen",
    "No company has set up its own sign-in for this address. Use your passkey, or the sign-in address that your admin gave you.":
      "Für diese Adresse hat keine Firma eine eigene Anmeldung eingerichtet. Nutzen Sie Ihren Passkey oder die Anmeldeadresse von Ihrem Admin.",
    "No password: your device asks for your finger, face or PIN, and nothing that could be stolen leaves it.":
      "Kein Passwort: Ihr Gerät fragt nach Finger, Gesicht oder PIN, und nichts, was man stehlen könnte, verlässt es.",
    "Nobody signs in with it any more. Remove it in the device's own list of passkeys, too.":
      "Niemand meldet sich mehr damit an. Entfernen Sie ihn auch in der Passkey-Liste des Geräts.",
    "One more step": "Noch ein Schritt",
    "One of the ten that you kept": "Einer der zehn, die Sie gesichert haben",
    "Or have a link mailed": "Oder Link per E-Mail",
    "Passkey, on one device": "Passkey, auf einem Gerät",
    "Passkey, synchronised": "Passkey, synchronisiert",
    Place: "Ort",
    "QR code for the authenticator app": "QR-Code für die Authenticator-App",
    "Recovery code, or code of your authenticator app":
      "Wiederherstellungscode oder Code der Authenticator-App",
    "Recovery code": "Wiederherstellungscode",
    "Code of your authenticator app": "Code Ihrer Authenticator-App",
    "Use the app's code": "Code der App verwenden",
    "Use a recovery code": "Wiederherstellungscode verwenden",
    "Recovery codes": "Wiederherstellungscodes",
    Register: "Registrieren",
    "Register with a passkey": "Mit Passkey registrieren",
    "Remove the authenticator app?": "Authenticator-App entfernen?",
    "Remove the passkey {name}?": "Passkey {name} entfernen?",
    Rename: "Umbenennen",
    "Rename the passkey": "Passkey umbenennen",
    "Rename {name}": "{name} umbenennen",
    "Save as a file": "Als Datei speichern",
    "Saved.": "Gespeichert.",
    "Scan it with the app, or type this key into it: {code}":
      "Scannen Sie ihn mit der App, oder geben Sie dort diesen Schlüssel ein: {code}",
    "Sensors watch your bins. Refill orders in time, in the right quantity, and only once.":
      "Sensoren beobachten Ihre Behälter. Refill bestellt rechtzeitig, in der richtigen Menge und nur einmal.",
    "Set up": "Einrichten",
    "Set up a second factor": "Zweiten Faktor einrichten",
    "Set up the authenticator app": "Authenticator-App einrichten",
    "Shelves that order by themselves.": "Regale, die selbst nachbestellen.",
    "Sign in": "Anmelden",
    "Sign in as somebody else": "Als jemand anderes anmelden",
    "Sign in to Refill": "Bei Refill anmelden",
    "Sign in with a passkey": "Mit Passkey anmelden",
    "Sign in with {name}": "Mit {name} anmelden",
    "Sign out everywhere else": "Überall sonst abmelden",
    "Sign out everywhere else?": "Überall sonst abmelden?",
    "Signed in": "Angemeldet",
    "Six digits that change every 30 seconds": "Sechs Ziffern, die alle 30 Sekunden wechseln",
    "Tell me by e-mail when I sign in from a new device":
      "E-Mail an mich, wenn ich mich von einem neuen Gerät anmelde",
    "That browser is out at once.": "Dieser Browser ist sofort abgemeldet.",
    "That did not work. Try again; if it fails again, tell an admin of your account.":
      "Das hat nicht geklappt. Versuchen Sie es erneut; scheitert es wieder, sagen Sie es einem Admin Ihres Kontos.",
    "The app is your second factor from now on.": "Die App ist ab jetzt Ihr zweiter Faktor.",
    "The code is on its way to {email}. It is valid for 15 minutes, in this browser.":
      "Der Code ist unterwegs an {email}. Er gilt 15 Minuten, in diesem Browser.",
    "The link was used, replaced or withdrawn, or has expired. Ask an admin for a new one.":
      "Der Link wurde benutzt, ersetzt oder zurückgezogen oder ist abgelaufen. Bitten Sie einen Admin um einen neuen.",
    "These are shown once. Keep them safe.": "Sie werden nur einmal gezeigt. Bewahren Sie sie sicher auf.",
    "These were too many attempts. Wait a minute.": "Das waren zu viele Versuche. Warten Sie eine Minute.",
    "This is not an e-mail address.": "Das ist keine E-Mail-Adresse.",
    "This took too long, or was begun in another browser. Begin anew here.":
      "Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginnen Sie hier neu.",
    "Those that you have kept are worth nothing then.": "Die gesicherten sind danach wertlos.",
    "Use a passkey": "Passkey verwenden",
    "Use this app": "Diese App verwenden",
    Used: "Benutzt",
    "Welcome to Refill": "Willkommen bei Refill",
    "What Refill is": "Was Refill ist",
    "Where I am signed in": "Wo ich angemeldet bin",
    "You are a member already: sign in without the link.":
      "Sie sind schon Mitglied: Melden Sie sich ohne den Link an.",
    "You are in. One more thing:": "Sie sind drin. Noch eines:",
    "You have none.": "Sie haben keine.",
    "You need a recovery code or your authenticator app as well":
      "Sie brauchen dazu einen Wiederherstellungscode oder Ihre Authenticator-App",
    "Your account asks everybody for a second factor. Choose yours:":
      "Ihr Konto verlangt von allen einen zweiten Faktor. Wählen Sie Ihren:",
    "Your company requires another way to sign in. Enter your e-mail address below.":
      "Ihre Firma verlangt einen anderen Weg der Anmeldung. Geben Sie unten Ihre E-Mail-Adresse ein.",
    "Your company's single sign-on": "Das Single Sign-on Ihrer Firma",
    "Your e-mail address at work": "Ihre geschäftliche E-Mail-Adresse",
    "Your name": "Ihr Name",
    "Your provider knows you by another address than the invited one. Ask for an invitation to that address.":
      "Ihr Anmeldedienst kennt Sie unter einer anderen Adresse als der eingeladenen. Bitten Sie um eine Einladung an diese Adresse.",
    "Your provider knows you, but nobody has invited you to Refill. Ask an admin of your account.":
      "Ihr Anmeldedienst kennt Sie, aber niemand hat Sie zu Refill eingeladen. Fragen Sie einen Admin Ihres Kontos.",
    "Your recovery codes": "Ihre Wiederherstellungscodes",
    "as an operator": "als Betreiber",
    "by passkey": "mit Passkey",
    "by single sign-on": "mit Single Sign-on",
    "by {connection}": "mit {connection}",
    "decides, orders and sets everything up": "entscheidet, bestellt und richtet alles ein",
    "looks, counts and approves, as far as an admin allows":
      "sieht nach, zählt und gibt frei, soweit ein Admin es erlaubt",
    "made {made} · used {used}": "erstellt {made} · benutzt {used}",
    never: "nie",
    "or by your company": "oder über Ihre Firma",
    "this one": "dieses hier",
    "{count} left": "noch {count}",
    "{member}, you set up a new passkey for {customer}.":
      "{member}, Sie richten einen neuen Passkey für {customer} ein.",
    "{role, select, admin {You become an admin of {customer}.} other {You become a user of {customer}.}}":
      "{role, select, admin {Sie werden Admin von {customer}.} other {Sie werden Benutzer von {customer}.}}",
  },
  server: {
    "Begin anew with this link.": "Beginnen Sie mit diesem Link neu.",
    "That did not work. Try again; if it fails again, ask an admin of your account for a new sign-in link.":
      "Das hat nicht geklappt. Versuchen Sie es erneut; scheitert es wieder, bitten Sie einen Admin Ihres Kontos um einen neuen Anmeldelink.",
    "The mail could not be sent now. Try again in some minutes.":
      "Die E-Mail konnte gerade nicht gesendet werden. Versuchen Sie es in einigen Minuten erneut.",
    "This Refill has no mail server: go on without a code.":
      "Dieses Refill hat keinen Mailserver: Machen Sie ohne Code weiter.",
    "This Refill sends no e-mail. Ask an admin of your account for a new sign-in link.":
      "Dieses Refill sendet keine E-Mails. Bitten Sie einen Admin Ihres Kontos um einen neuen Anmeldelink.",
    "This account is suspended. Ask whoever runs Refill.":
      "Dieses Konto ist gesperrt. Fragen Sie, wer Refill betreibt.",
    "This is your last passkey, and you have no other way to sign in: add another one first.":
      "Das ist Ihr letzter Passkey, und Sie haben keinen anderen Weg der Anmeldung: Fügen Sie zuerst einen weiteren hinzu.",
    "This registration link was used, replaced or withdrawn, or has expired. Ask an admin for a new one.":
      "Dieser Registrierungslink wurde benutzt, ersetzt oder zurückgezogen oder ist abgelaufen. Bitten Sie einen Admin um einen neuen.",
    "This took too long, or was finished already, or was begun in another browser. Begin anew.":
      "Das hat zu lange gedauert, ist schon abgeschlossen oder wurde in einem anderen Browser begonnen. Beginnen Sie neu.",
    "This way to sign in does not exist (any more). Ask an admin of your account.":
      "Diesen Weg der Anmeldung gibt es nicht (mehr). Fragen Sie einen Admin Ihres Kontos.",
    "This way to sign in is switched off. Ask an admin of your account.":
      "Dieser Weg der Anmeldung ist abgeschaltet. Fragen Sie einen Admin Ihres Kontos.",
    "You can't sign in here now. Ask an admin of your account.":
      "Sie können sich hier gerade nicht anmelden. Fragen Sie einen Admin Ihres Kontos.",
    "Your account requires a second factor, and this is your last one: set up another one first.":
      "Ihr Konto verlangt einen zweiten Faktor, und das ist Ihr letzter: Richten Sie zuerst einen anderen ein.",
    "Your company requires that you sign in with {0}.":
      "Ihre Firma verlangt, dass Sie sich mit {0} anmelden.",
    "A member has at most {0} passkeys.": "Ein Mitglied hat höchstens {0} Passkeys.",
  },
} satisfies Catalogue;
