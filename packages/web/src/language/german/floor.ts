import type { Catalogue } from "../language.ts";

/** Shop floor: the map, arranging it, and the wall screen. */
export default {
  words: {
    // Head and states
    "Find a location, part or device": "Lagerplatz, Teil oder Gerät finden",
    "Location, part or device": "Lagerplatz, Teil oder Gerät",
    "Clear search": "Suche leeren",
    "There is no such site": "Diesen Standort gibt es nicht",
    "To the shop floor": "Zum Lager",
    Arrange: "Anordnen",
    "Wall screen": "Wandbildschirm",
    View: "Ansicht",
    Map: "Plan",
    "All racks": "Alle Regale",
    Site: "Standort",
    Sites: "Standorte",
    "This site has no map yet.": "Für diesen Standort gibt es noch keinen Plan.",
    "Put areas and racks where they stand, with a floor plan underneath if you have one.":
      "Stellen Sie Bereiche und Regale dorthin, wo sie stehen – mit einem Grundriss darunter, falls Sie einen haben.",
    "Somebody who manages the inventory can draw one.":
      "Wer den Bestand verwalten darf, kann einen zeichnen.",
    "Draw the map": "Plan zeichnen",
    "Nothing stands here yet": "Hier steht noch nichts",
    "<arrange>Draw the first areas and racks</arrange>, or <locations>make storage locations</locations> first and their places later.":
      "<arrange>Zeichnen Sie die ersten Bereiche und Regale</arrange>, oder <locations>legen Sie zuerst Lagerplätze an</locations> und später, wo sie sind.",
    "Somebody who manages the inventory has to make areas, racks and storage locations.":
      "Wer den Bestand verwalten darf, muss Bereiche, Regale und Lagerplätze anlegen.",
    "There is no site yet": "Es gibt noch keinen Standort",
    "A site is a hall or a plant. <link>Make the first one</link>: then its areas and racks can be drawn here.":
      "Ein Standort ist eine Halle oder ein Werk. <link>Legen Sie den ersten an</link>: Dann lassen sich hier seine Bereiche und Regale zeichnen.",
    "An admin has to make the first one.": "Ein Administrator muss den ersten anlegen.",

    // Map
    "Map of {site}: arrow keys move it, plus and minus zoom":
      "Plan von {site}: Pfeiltasten verschieben, Plus und Minus vergrößern und verkleinern",
    Nearer: "Näher",
    Farther: "Weiter weg",
    "All of the site": "Ganzer Standort",
    "Gateway {name}: {state}": "Gateway {name}: {state}",
    "heard well": "gut empfangen",
    "heard fairly": "mäßig empfangen",
    "heard weakly": "schwach empfangen",
    "not heard": "nicht empfangen",
    "no sensor": "kein Sensor",
    "nothing lies in it": "darin liegt nichts",
    "{count} empty": "{count} leer",
    "{count} low": "{count} niedrig",
    "{count} unknown": "{count} unbekannt",
    "{count} in stock": "{count} vorrätig",
    "{count} on order": "{count} bestellt",
    "on order": "bestellt",
    "reorder point": "Bestellpunkt",

    // Beside it
    "Areas and racks": "Bereiche und Regale",
    "Nothing stands here yet.": "Hier steht noch nichts.",
    "no locations": "keine Lagerplätze",
    Close: "Schließen",
    "Close {name}": "{name} schließen",
    RSSI: "RSSI",
    SNR: "SNR",
    "No sensor watches this rack.": "Dieses Regal beobachtet kein Sensor.",
    Found: "Gefunden",
    "Nothing on this site has this name, number or DevEUI.":
      "An diesem Standort hat nichts diesen Namen, diese Nummer oder diese DevEUI.",
    "{count, plural, one {# place found} other {# places found}}":
      "{count, plural, one {# Lagerplatz gefunden} other {# Lagerplätze gefunden}}",
    "Show {name} on the map": "{name} auf dem Plan zeigen",
    Show: "Zeigen",
    "and {count} more: type more of the name": "und {count} weitere: geben Sie mehr vom Namen ein",

    // From the front
    "Shelf {number} from below": "Fachboden {number} von unten",
    "nothing here": "hier ist nichts",
    "Nothing lies here yet": "Hier liegt noch nichts",
    "In no rack": "In keinem Regal",
    "In no area": "In keinem Bereich",

    "Arrange places": "Plätze anordnen",
    "Places in {rack}": "Plätze in {rack}",
    "Shelves are counted from below, slots from the left.":
      "Fachböden zählen von unten, Plätze darauf von links.",
    "Shelf of {name}": "Fachboden von {name}",
    "Slot of {name}": "Platz von {name}",
    "Shelf ": "Boden ",
    "Slot ": "Platz ",
    "Save places": "Plätze speichern",

    // Arranging
    "Plan of {site}: Tab leads from thing to thing, arrow keys move it, R turns a rack, Delete takes it off":
      "Plan von {site}: Tab führt von einem zum anderen, Pfeiltasten verschieben, R dreht ein Regal, Entf nimmt es vom Plan",
    "Area {name}": "Bereich {name}",
    "You may look, but not arrange": "Sie dürfen hineinsehen, aber nichts anordnen",
    "Leave? What you arranged is not saved.":
      "Seite verlassen? Was Sie angeordnet haben, ist nicht gespeichert.",
    "Arrange {site}": "{site} anordnen",
    Undo: "Rückgängig",
    Redo: "Wiederholen",
    Cancel: "Abbrechen",
    "To the map": "Zum Plan",
    Saved: "Gespeichert",
    "{count, plural, one {Save # change} other {Save # changes}}":
      "{count, plural, one {# Änderung speichern} other {# Änderungen speichern}}",
    "Somebody else arranged something meanwhile. What you arranged is still here: look, and save it over theirs, or cancel.":
      "Inzwischen hat jemand anderes etwas angeordnet. Ihre Anordnung ist noch hier: Sehen Sie sie durch und speichern Sie sie trotzdem, oder brechen Sie ab.",
    "Save over it": "Trotzdem speichern",
    "All is where it was before.": "Alles steht wieder, wo es vorher stand.",
    "This could not be undone: somebody changed or removed something meanwhile.":
      "Das ließ sich nicht rückgängig machen: Jemand hat inzwischen etwas geändert oder entfernt.",
    "{count, plural, one {# place is} other {# places are}} saved.":
      "{count, plural, one {# Platz ist} other {# Plätze sind}} gespeichert.",
    "How to arrange": "So ordnen Sie an",
    "Drag areas and racks to where they stand. An area takes its racks along. With the keyboard: Tab chooses, arrow keys move, R turns a rack.":
      "Ziehen Sie Bereiche und Regale dorthin, wo sie stehen. Ein Bereich nimmt seine Regale mit. Mit der Tastatur: Tab wählt aus, Pfeiltasten verschieben, R dreht ein Regal.",
    Grid: "Raster",
    New: "Neu",
    "New on this site": "Neu an diesem Standort",
    "Not on the map yet": "Noch nicht auf dem Plan",
    "Put all in rows": "Alles in Reihen aufstellen",
    Area: "Bereich",
    Rack: "Regal",
    Gateway: "Gateway",
    "Place {name}": "{name} aufstellen",
    Place: "Aufstellen",
    Turn: "Drehen",
    "Take off the map": "Vom Plan nehmen",
    "From the left": "Von links",
    "From the top": "Von oben",
    Width: "Breite",
    Height: "Höhe",
    Depth: "Tiefe",
    Shelves: "Fachböden",
    "as needed": "nach Bedarf",
    "It stands outside of {area}, to which it belongs.": "Es steht außerhalb von {area}, wozu es gehört.",
    "A new area of {site}": "Ein neuer Bereich von {site}",
    "Make the area": "Bereich anlegen",
    "For example Assembly, Goods in, Cold store": "Zum Beispiel Montage, Wareneingang, Kühllager",
    "A new rack of {site}": "Ein neues Regal von {site}",
    "Make the rack": "Regal anlegen",
    "For example A, B, 12": "Zum Beispiel A, B, 12",

    // Floor plan
    "Floor plan": "Grundriss",
    "The floor plan": "Der Grundriss",
    "The picture underneath is {width} wide and {height} high.":
      "Das Bild darunter ist {width} breit und {height} hoch.",
    "A picture of the hall underneath (PNG, JPEG or WebP) helps to put everything where it stands.":
      "Ein Bild der Halle darunter (PNG, JPEG oder WebP) hilft, alles dorthin zu stellen, wo es steht.",
    Replace: "Ersetzen",
    "Upload a floor plan": "Grundriss hochladen",
    Scale: "Maßstab",
    "How wide is all that the picture shows?": "Wie breit ist alles, was das Bild zeigt?",
    "Measure from its left edge to its right edge: then distances on the map are true.":
      "Messen Sie vom linken bis zum rechten Rand: Dann stimmen die Entfernungen auf dem Plan.",
    "It is then {height} high.": "Es ist dann {height} hoch.",
    "Put it under the map": "Unter den Plan legen",
    "Scale it": "Maßstab übernehmen",
    "The floor plan is removed.": "Der Grundriss ist entfernt.",
    "This is no PNG, JPEG or WebP. Save a PDF or drawing as a picture first.":
      "Das ist kein PNG, JPEG oder WebP. Speichern Sie ein PDF oder eine Zeichnung zuerst als Bild.",
    "This picture can't be opened. Save it anew as PNG or JPEG.":
      "Dieses Bild lässt sich nicht öffnen. Speichern Sie es neu als PNG oder JPEG.",
    "This picture can't be made small enough. Save it smaller than 4 MB.":
      "Dieses Bild lässt sich nicht klein genug machen. Speichern Sie es kleiner als 4 MB.",
    "This file can't be read.": "Diese Datei lässt sich nicht lesen.",

    // Wall screen
    "Low: at or below the reorder point": "Niedrig: am oder unter dem Bestellpunkt",
    "Level not known: please look": "Bestand nicht bekannt: bitte nachsehen",
    "{page} of {pages}": "{page} von {pages}",
    Back: "Zurück",
    "Stop here": "Anhalten",
    Next: "Weiter",
    "Full screen": "Vollbild",
    "Leave the wall screen": "Wandbildschirm verlassen",
    "On order": "Bestellt",
    "Nothing lies here yet.": "Hier liegt noch nichts.",
    "This screen may fall asleep: set it to stay awake.":
      "Dieser Bildschirm könnte einschlafen: Stellen Sie ein, dass er wach bleibt.",
  },
  server: {
    "is larger than 4 MB: save it smaller": "ist größer als 4 MB: Speichern Sie es kleiner",
    "is no PNG, JPEG or WebP picture: save it as one of these":
      "ist kein Bild in PNG, JPEG oder WebP: Speichern Sie es als eines davon",
    "has {0} × {1} pixels, more than 40 million: save it smaller":
      "hat {0} × {1} Bildpunkte, mehr als 40 Millionen: Speichern Sie es kleiner",
    "is more than a hundred times as long as wide: cut it to the hall":
      "ist mehr als hundertmal so lang wie breit: Schneiden Sie es auf die Halle zu",
    "there is no such record in this site": "gibt es an diesem Standort nicht",
    "there is no such rack in this site": "dieses Regal gibt es an diesem Standort nicht",
    "needs a rack: give rackId, too, or leave it null":
      "braucht ein Regal: Geben Sie auch rackId an, oder lassen Sie es null",
  },
} satisfies Catalogue;
