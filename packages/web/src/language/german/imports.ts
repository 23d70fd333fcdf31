import type { Catalogue } from "../language.ts";

export default {
  words: {
    "All or nothing": "Alles oder nichts",
    "All {count} columns were understood.": "Alle {count} Spalten wurden verstanden.",
    Areas: "Bereiche",
    "As it is": "Unverändert",
    "Ask an admin of your account for the privilege “Manage the inventory”.":
      "Bitten Sie einen Admin Ihres Kontos um das Recht „Bestand verwalten“.",
    "Being imported": "Wird importiert",
    "Being taken back": "Wird zurückgenommen",
    "Bins and lanes with part, sensor and policy":
      "Behälter und Bahnen mit Teil, Sensor und Bestellverfahren",
    "Bring in what you have as a table: you see what it would do before anything changes.":
      "Bringen Sie ein, was Sie als Tabelle haben: Sie sehen, was geschieht, bevor sich etwas ändert.",
    "Cells of a spreadsheet": "Zellen einer Tabelle",
    Change: "Ändern",
    Changed: "Geändert",
    "Check again": "Erneut prüfen",
    "Choose a file": "Datei auswählen",
    Close: "Schließen",
    "Column {name} holds": "Spalte {name} enthält",
    "Copy them there with the line that names the columns, and paste them here.":
      "Kopieren Sie sie dort mit der Zeile, die die Spalten benennt, und fügen Sie sie hier ein.",
    "Decimals are written with": "Dezimalzahlen stehen mit",
    "Download a template with an example": "Vorlage mit Beispiel herunterladen",
    "Download all {count} that are there, to change them":
      "Alle {count} vorhandenen zum Ändern herunterladen",
    "Drop a CSV file with {what} here": "CSV-Datei mit {what} hier ablegen",
    "Everything in the file is there already: there is nothing to do.":
      "Alles in der Datei ist schon da: Es gibt nichts zu tun.",
    "Excel and other programs save a table as CSV. The first line names the columns, in English or German.":
      "Excel und andere Programme speichern eine Tabelle als CSV. Die erste Zeile benennt die Spalten, deutsch oder englisch.",
    "Forget it": "Verwerfen",
    "Forget this import?": "Diesen Import verwerfen?",
    "If a line can't be imported after all, none is":
      "Lässt sich eine Zeile doch nicht importieren, wird es keine",
    Import: "Import",
    Imported: "Importiert",
    "Imports are kept for 30 days, the newest 20 of them.":
      "Importe werden 30 Tage aufbewahrt, die neuesten 20.",
    "Imports of the last 30 days": "Importe der letzten 30 Tage",
    "In error": "Fehlerhaft",
    "Is new": "Ist neu",
    "Is there already": "Ist schon da",
    Line: "Zeile",
    "Lines in error as a file": "Fehlerhafte Zeilen als Datei",
    "Lines of the file": "Zeilen der Datei",
    "Look at it": "Ansehen",
    New: "Neu",
    "No line can be imported as it is: correct the file, or say below what its columns hold.":
      "So lässt sich keine Zeile importieren: Berichtigen Sie die Datei oder sagen Sie unten, was die Spalten enthalten.",
    "No such import": "Kein solcher Import",
    Parts: "Teile",
    "Parts of a site, such as assembly or shipping": "Teile eines Standorts, etwa Montage oder Versand",
    "Paste cells": "Zellen einfügen",
    "Plants and halls, with their delivery addresses": "Werke und Hallen mit ihren Lieferadressen",
    Preview: "Vorschau",
    Progress: "Fortschritt",
    Racks: "Regale",
    "Racks and shelves of an area": "Regale eines Bereichs",
    Record: "Datensatz",
    "See them: {what}": "{what} ansehen",
    "Show all": "Alle zeigen",
    "Show more lines": "Weitere Zeilen zeigen",
    Sites: "Standorte",
    "Stock counts": "Zählungen",
    "Storage locations": "Lagerplätze",
    Suppliers: "Lieferanten",
    "Take it back": "Zurücknehmen",
    "Take this import back?": "Diesen Import zurücknehmen?",
    "Taken back": "Zurückgenommen",
    "The file is being read …": "Die Datei wird gelesen …",
    "The file is larger than 8 MB: divide it.": "Die Datei ist größer als 8 MB: Teilen Sie sie.",
    "The file is removed here. Nothing was imported from it.":
      "Die Datei wird hier entfernt. Aus ihr wurde nichts importiert.",
    "The import is done.": "Der Import ist fertig.",
    "The import is taken back.": "Der Import ist zurückgenommen.",
    "The import was taken back: its records are as they were before.":
      "Der Import wurde zurückgenommen: Seine Datensätze sind wie zuvor.",
    "There is no such import": "Diesen Import gibt es nicht",
    "There is no such line.": "Es gibt keine solche Zeile.",
    "This is a spreadsheet: save it as CSV in your program first, then bring that file.":
      "Das ist eine Tabellenkalkulation: Speichern Sie sie in Ihrem Programm zuerst als CSV und bringen Sie diese Datei.",
    "Undo this import": "Import rückgängig machen",
    "What do you bring in?": "Was bringen Sie ein?",
    "What it does": "Was sie bewirkt",
    "What it made is removed, and what it changed becomes as it was before. It is refused when somebody changed one of these records since.":
      "Was er angelegt hat, wird entfernt; was er geändert hat, wird wie zuvor. Das wird abgelehnt, wenn jemand einen dieser Datensätze seither geändert hat.",
    "What lies there, with suppliers, prices and pack sizes":
      "Was dort liegt, mit Lieferanten, Preisen und Verpackungseinheiten",
    "What the columns hold": "Was die Spalten enthalten",
    "What was counted at each location": "Was je Lagerplatz gezählt wurde",
    "Which column holds {what}?": "Welche Spalte enthält {what}?",
    "Who gets the orders, when, and how long it takes":
      "Wer die Bestellungen bekommt, wann, und wie lange es dauert",
    "You can leave this page: it goes on.": "Sie können diese Seite verlassen: Es geht weiter.",
    "You may not do this": "Das dürfen Sie nicht",
    "a comma: 1.234,5": "Komma: 1.234,5",
    "a point: 1,234.5": "Punkt: 1,234.5",
    empty: "leer",
    "left out": "weggelassen",
    nothing: "nichts",
    "nothing to do": "nichts zu tun",
    "without a name": "ohne Namen",
    "{count, plural, one {# column is left out} other {# columns are left out}}: {names}":
      "{count, plural, one {# Spalte bleibt weg} other {# Spalten bleiben weg}}: {names}",
    "{count, plural, one {# count will be entered} other {# counts will be entered}}":
      "{count, plural, one {# Zählung wird eingetragen} other {# Zählungen werden eingetragen}}",
    "{count, plural, one {# line in error was left out: correct it and bring it again.} other {# lines in error were left out: correct them and bring them again.}}":
      "{count, plural, one {# fehlerhafte Zeile blieb weg: Berichtigen Sie sie und bringen Sie sie erneut.} other {# fehlerhafte Zeilen blieben weg: Berichtigen Sie sie und bringen Sie sie erneut.}}",
    "{count, plural, one {# line in error will be left out} other {# lines in error will be left out}}":
      "{count, plural, one {# fehlerhafte Zeile bleibt weg} other {# fehlerhafte Zeilen bleiben weg}}",
    "{count, plural, one {# record will be made} other {# records will be made}}":
      "{count, plural, one {# Datensatz wird angelegt} other {# Datensätze werden angelegt}}",
    "{count, plural, one {# stays as it is} other {# stay as they are}}":
      "{count, plural, one {# bleibt, wie er ist} other {# bleiben, wie sie sind}}",
    "{count, plural, one {# will be changed} other {# will be changed}}":
      "{count, plural, one {# wird geändert} other {# werden geändert}}",
    "{count, plural, one {Import # line} other {Import # lines}}":
      "{count, plural, one {# Zeile importieren} other {# Zeilen importieren}}",
    "{count, plural, one {Import the good line} other {Import the # good lines}}":
      "{count, plural, one {Die gute Zeile importieren} other {Die # guten Zeilen importieren}}",
    "{count} changed": "{count} geändert",
    "{count} in error": "{count} fehlerhaft",
    "{count} new": "{count} neu",
    "{done} of {all} lines are imported …": "{done} von {all} Zeilen sind importiert …",
    "{done} of {all} lines are taken back …": "{done} von {all} Zeilen sind zurückgenommen …",
    "{made, plural, one {# count was entered} other {# counts were entered}}.":
      "{made, plural, one {# Zählung wurde eingetragen} other {# Zählungen wurden eingetragen}}.",
    "{made, plural, one {# record was made} other {# records were made}}, {changed, plural, one {# was changed} other {# were changed}}.":
      "{made, plural, one {# Datensatz wurde angelegt} other {# Datensätze wurden angelegt}}, {changed, plural, one {# wurde geändert} other {# wurden geändert}}.",
    "{what} from {file}": "{what} aus {file}",
  },
  server: {
    "A file has at most {0} lines; this one has {1}. Divide it.":
      "Eine Datei hat höchstens {0} Zeilen; diese hat {1}. Teilen Sie sie.",
    "Nothing was imported: since the preview {0} came to be in error.":
      "Nichts wurde importiert: Seit der Vorschau sind Zeilen fehlerhaft geworden.",
    "The file has no line below its first one, which names the columns.":
      "Die Datei hat keine Zeile unter der ersten, die die Spalten benennt.",
    "The file is no CSV: {0}": "Die Datei ist keine CSV-Datei: {0}",
    "The {0} is used by {1}; change or remove that first.":
      "Wird verwendet ({1}): Ändern oder entfernen Sie das zuerst.",
    "are missing: the policy periodic needs them": "fehlen: Das Verfahren periodic braucht sie",
    "are no weekdays: write them like Mon, Thu": "sind keine Wochentage: Schreiben Sie sie wie Mo, Do",
    "are no weekdays: write them like Mon-Fr or Mon, Wed, Fri":
      "sind keine Wochentage: Schreiben Sie sie wie Mo-Fr oder Mo, Mi, Fr",
    "is missing: a new location needs to know how much it holds":
      "fehlt: Ein neuer Lagerplatz muss wissen, wie viel er fasst",
    "is missing: a new one needs it": "fehlt: Ein neuer Datensatz braucht es",
    "is missing: a rack lies in an area": "fehlt: Ein Regal steht in einem Bereich",
    "is missing: orders have to go somewhere, by e-mail or webhook":
      "fehlt: Bestellungen brauchen ein Ziel, per E-Mail oder Webhook",
    "is missing: the policy {0} needs it": "fehlt: Das Verfahren {0} braucht es",
    "is missing: there are several sites, or none": "fehlt: Es gibt mehrere Standorte oder keinen",
    "is missing: whose price and quantities are these?": "fehlt: Wessen Preis und Mengen sind das?",
    "is missing: {0} needs it": "fehlt: {0} braucht es",
    "is no JSON as the export writes it": "ist kein JSON, wie der Export es schreibt",
    "is no day: write it like 2027-01-31 or 31.01.2027":
      "ist kein Tag: Schreiben Sie ihn wie 31.01.2027 oder 2027-01-31",
    "is no id as the export writes it: leave the cell empty for a new one":
      "ist keine ID, wie der Export sie schreibt: Lassen Sie die Zelle für einen neuen Datensatz leer",
    "is no number: write it like {0}": "ist keine Zahl: Schreiben Sie sie wie {0}",
    "is no price: write it like 0.06, or with quantities like 1: 0.06 | 1000: 0.045":
      "ist kein Preis: Schreiben Sie ihn wie 0,06 oder mit Mengen wie 1: 0,06 | 1000: 0,045",
    "is no time of day: write it like {0}": "ist keine Uhrzeit: Schreiben Sie sie wie {0}",
    "is not enough for a policy: name its kind and its other number":
      "reicht nicht für ein Bestellverfahren: Nennen Sie seine Art und die andere Zahl",
    "is taken: another {0} has it": "ist vergeben",
    "must NOT have more than {0} characters": "darf höchstens {0} Zeichen haben",
    "must be <= {0}": "darf höchstens {0} sein",
    "must be > {0}": "muss mehr als {0} sein",
    "must be >= {0}": "muss mindestens {0} sein",
    "must be below maximum": "muss unter dem Höchstbestand liegen",
    "must be days like 2027-01-31 or 31.01.2027, with commas between them":
      "müssen Tage wie 31.01.2027 sein, mit Kommas dazwischen",
    "must be en or de": "muss en oder de sein",
    "must be integer": "muss eine ganze Zahl sein",
    "must be one of {0}": "muss eines von diesen sein: {0}",
    "must be yes or no": "muss Ja oder Nein sein",
    "says something of what line {0} is about, too: join the two lines":
      "betrifft dasselbe wie Zeile {0}: Führen Sie die beiden Zeilen zusammen",
    "there are several of this name: name the site in a column, too":
      "mehrere heißen so: Nennen Sie in einer Spalte auch den Standort",
    "there is no part of this number: import parts first":
      "dieses Teil gibt es nicht: Importieren Sie zuerst Teile",
    "there is no sensor with the DevEUI {0}: add it first":
      "einen Sensor mit der DevEUI {0} gibt es nicht: Fügen Sie ihn zuerst hinzu",
    "there is no site of this name: make it, or import sites first":
      "diesen Standort gibt es nicht: Legen Sie ihn an oder importieren Sie zuerst Standorte",
    "there is no storage location of this name": "diesen Lagerplatz gibt es nicht",
    "there is no storage location of this name in the site, up to this line":
      "diesen Lagerplatz gibt es am Standort bis zu dieser Zeile nicht",
    "there is no storage location of this name in {0}": "diesen Lagerplatz gibt es in {0} nicht",
    "there is no storage location with this id": "keinen Lagerplatz gibt es mit dieser ID",
    "there is no such area in this site: import areas first":
      "diesen Bereich gibt es am Standort nicht: Importieren Sie zuerst Bereiche",
    "there is no such area in {0}: import areas first":
      "diesen Bereich gibt es in {0} nicht: Importieren Sie zuerst Bereiche",
    "there is no such rack in this area: import racks first":
      "dieses Regal gibt es im Bereich nicht: Importieren Sie zuerst Regale",
    "there is no supplier of this name: import suppliers first":
      "diesen Lieferanten gibt es nicht: Importieren Sie zuerst Lieferanten",
    "was changed since: correct it by hand": "wurde seither geändert: Berichtigen Sie es von Hand",
    "was removed since": "wurde seither entfernt",
    "{0} could not be taken back; each says why.":
      "Nicht alles ließ sich zurücknehmen; jede Zeile sagt, warum.",
    "{0} of its records were changed or removed since, first of all {1}: correct them one by one.":
      "{0} seiner Datensätze wurden seither geändert oder entfernt, zuerst {1}: Berichtigen Sie sie einzeln.",
  },
} satisfies Catalogue;
