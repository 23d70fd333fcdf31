import type { Catalogue } from "../language.ts";

export default {
  words: {
    "E-mails of the demonstration; they leave this machine nowhere.":
      "E-Mails der Vorführung; sie verlassen diesen Rechner nicht.",
    "No e-mails yet": "Noch keine E-Mails",
    "The first order to a supplier appears here.":
      "Hier erscheint die erste Bestellung an einen Lieferanten.",
    "to {to} · {time}": "an {to} · {time}",
  },
} satisfies Catalogue;
