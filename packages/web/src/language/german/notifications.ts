import type { Catalogue } from "../language.ts";

export default {
  words: {
    "(new)": "(neu)",
    About: "Worüber",
    Account: "Konto",
    Admins: "Admins",
    All: "Alle",
    "All notifications": "Alle Benachrichtigungen",
    "All sites": "Alle Standorte",
    "All that is told by any way also stands behind the bell. While a reason lasts, it is told once.":
      "Alles, was Sie auf irgendeinem Weg erfahren, steht auch hinter der Glocke. Solange ein Grund besteht, wird er einmal gemeldet.",
    At: "Um",
    "Back to the default": "Zurück zur Voreinstellung",
    "Choose what I am told": "Meine Auswahl",
    "Days of the digest": "Tage der Sammelmail",
    "Defaults for everybody": "Voreinstellungen für alle",
    "Devices and gateways": "Geräte und Gateways",
    Digest: "Sammelmail",
    "E-mail at once": "E-Mail sofort",
    "For a month": "Einen Monat lang",
    "For a week": "Eine Woche lang",
    From: "Von",
    "From {from} to {to} nothing is mailed.": "Von {from} bis {to} Uhr wird nichts gemailt.",
    "It was not saved": "Es wurde nicht gespeichert",
    "Machines are told by <link>webhooks</link>: each event, signed, as it happens.":
      "Andere Systeme erfahren es durch <link>Webhooks</link>: jedes Ereignis, signiert, sobald es geschieht.",
    "Mark all as read": "Alle gelesen",
    "Mark as read": "Als gelesen markieren",
    Mine: "Meine",
    "Muted for now": "Zurzeit stumm",
    "Muted until {time}": "Stumm bis {time}",
    New: "Neu",
    "New members, and all who have chosen nothing themselves, are told so. A user whose privilege makes it their work, such as approving orders, is told as an admin is.":
      "So erfahren es neue Mitglieder und alle, die selbst nichts ausgewählt haben. Benutzer, zu deren Aufgaben es durch ein Recht gehört, etwa Bestellungen freizugeben, erfahren es wie Admins.",
    "Newest notifications": "Neueste Benachrichtigungen",
    "No e-mail is sent at once.": "Es wird keine E-Mail sofort gesendet.",
    "None chosen: all of them. What belongs to no site is always told.":
      "Keiner ausgewählt: alle. Was zu keinem Standort gehört, wird immer gemeldet.",
    "None of these": "Keine dieser Art",
    "Not at all": "Gar nicht",
    "Nothing has come up yet": "Noch ist nichts zu melden",
    "Nothing is mailed at once then; it comes when they are over, if it still matters.":
      "Dann wird nichts sofort gemailt; es kommt danach, wenn es noch von Belang ist.",
    "Nothing more is told of it until {day}.": "Darüber wird bis {day} nichts mehr gemeldet.",
    "Nothing new. When something needs you, it stands here.":
      "Nichts Neues. Wenn etwas Sie braucht, steht es hier.",
    "Only here": "Nur hier",
    "Only of this kind": "Nur von dieser Art",
    "Orders and planning": "Bestellungen und Planung",
    Over: "Erledigt",
    "Quiet hours": "Ruhezeit",
    "Read or mute: {title}": "Gelesen oder stumm: {title}",
    Role: "Rolle",
    "Show earlier ones": "Frühere anzeigen",
    Sites: "Standorte",
    "Still so": "Noch offen",
    Stock: "Bestand",
    "Tell me nothing more of it": "Darüber nichts mehr melden",
    "Tell me of it again": "Wieder melden",
    "The default is “{way}”": "Die Voreinstellung ist „{way}“",
    "There is no digest.": "Es gibt keine Sammelmail.",
    "This service has no mail server yet, so no e-mails are sent: ask its operator to set one up.":
      "Dieser Dienst hat noch keinen Mailserver, daher werden keine E-Mails gesendet: Bitten Sie den Betreiber, einen einzurichten.",
    "Times are those of {zone}, from <link>your profile</link>.":
      "Die Zeiten gelten in {zone}, nach <link>Ihrem Profil</link>.",
    To: "Bis",
    Today: "Heute",
    "Until tonight": "Bis heute Nacht",
    Users: "Benutzer",
    "What comes of it": "Was sich daraus ergibt",
    When: "Wann",
    "When a location runs empty, an order waits for you or a sensor falls silent, it is told here.":
      "Wenn ein Lagerplatz leer wird, eine Bestellung auf Sie wartet oder ein Sensor verstummt, wird es hier gemeldet.",
    "When, and of what": "Wann und wovon",
    Which: "Welche",
    "Whom this concerns": "Wen das betrifft",
    Whose: "Wessen",
    Yesterday: "Gestern",
    "You are told of it again.": "Es wird wieder gemeldet.",
    "over {time}": "erledigt {time}",
    "until {time}": "bis {time}",
    "{count, plural, =0 {All are read} one {# is new} other {# are new}}":
      "{count, plural, =0 {Alle gelesen} one {# neu} other {# neu}}",
    "{count, plural, one {# kind is} other {# kinds are}} gathered in the digest, next {time}. When nothing came up, none is sent.":
      "{count, plural, one {# Art kommt} other {# Arten kommen}} in die Sammelmail, die nächste am {time}. Ist nichts dazugekommen, wird keine gesendet.",
    "{count, plural, one {# kind of news is} other {# kinds of news are}} mailed to {email} at once; what comes within minutes is one e-mail.":
      "{count, plural, one {# Art von Meldungen geht} other {# Arten von Meldungen gehen}} sofort per E-Mail an {email}; was innerhalb weniger Minuten kommt, ist eine E-Mail.",
    "{count, plural, one {and # more} other {and # more}}":
      "{count, plural, one {und # weitere} other {und # weitere}}",
  },
} satisfies Catalogue;
