import type { Catalogue } from "../language.ts";

/** Calibrating a sensor step by step. */
export default {
  words: {
    "(if you like)": "(wenn Sie möchten)",
    "({dropped} dropped)": "({dropped} verworfen)",
    "A button tells that it was pressed, and measures nothing.":
      "Ein Taster meldet, dass er gedrückt wurde, und misst nichts.",
    "A good fit": "Passt gut",
    "A known amount": "Eine bekannte Menge",
    "A poor fit": "Passt schlecht",
    "Another amount": "Eine weitere Menge",
    "Any other amount that you have counted makes it surer.":
      "Jede weitere gezählte Menge macht es sicherer.",
    "Ask an admin of your account for the privilege “Calibrate locations”.":
      "Bitten Sie einen Admin Ihres Kontos um das Recht „Lagerplätze kalibrieren“.",
    "At most {most} fit in": "Höchstens {most} passen hinein",
    Back: "Zurück",
    "Begin anew": "Neu beginnen",
    "Begin anew?": "Neu beginnen?",
    "Both together": "Beide zusammen",
    "Calibrate {name}": "{name} kalibrieren",
    "Calibrate {name}?": "{name} kalibrieren?",
    Calibration: "Kalibrierung",
    "Change nothing at the location.": "Verändern Sie am Lagerplatz nichts.",
    "Change nothing at the location: {pieces} must stay there.":
      "Verändern Sie am Lagerplatz nichts: {pieces} müssen dort bleiben.",
    "Clear the place that the sensor watches.": "Räumen Sie den Stellplatz frei, den der Sensor überwacht.",
    "Count full containers: a multiple of {pieces}": "Zählen Sie volle Behälter: ein Vielfaches von {pieces}",
    "Count what is there": "Zählen Sie, was da ist",
    Counted: "Gezählt",
    Curve: "Kurve",
    "Fewer than half of the readings agree: something moves there. Wait for more, or measure again.":
      "Weniger als die Hälfte der Messwerte stimmt überein: Dort bewegt sich etwas. Warten Sie auf weitere, oder messen Sie noch einmal.",
    "Fill it up; or put in any other amount that you have counted.":
      "Füllen Sie ihn ganz; oder legen Sie eine andere gezählte Menge hinein.",
    Fit: "Passung",
    Found: "Gefunden",
    Free: "Frei",
    Full: "Voll",
    "Give it one first, then calibrate it. {toSettings}":
      "Ordnen Sie ihm zuerst einen zu, dann kalibrieren Sie ihn. {toSettings}",
    "It fits poorly: levels will be wrong. Better measure again what looks wrong.":
      "Es passt schlecht: Bestände werden falsch sein. Messen Sie besser noch einmal, was falsch aussieht.",
    "It is so: measure": "Es ist so: messen",
    "It may have been removed. <link>Back to the overview</link>":
      "Vielleicht wurde er entfernt. <link>Zurück zur Übersicht</link>",
    "Its level is calculated by it from the next reading on.":
      "Ab der nächsten Messung wird der Bestand damit berechnet.",
    "Its sensors tell by themselves whether something is there.":
      "Seine Sensoren melden von selbst, ob etwas da ist.",
    "Looking how well they fit …": "Es wird geprüft, wie gut sie passen …",
    "Many sensors send at once when their button is pressed. You may close this page meanwhile: it goes on where it was.":
      "Viele Sensoren senden sofort, wenn man ihre Taste drückt. Sie dürfen die Seite inzwischen schließen: Es geht weiter, wo Sie waren.",
    "Measure again": "Noch einmal messen",
    "Measure the amount again that looks wrong, or begin anew.":
      "Messen Sie die Menge noch einmal, die falsch aussieht, oder beginnen Sie neu.",
    Measured: "Gemessen",
    "No sensor watches this location": "Kein Sensor überwacht diesen Lagerplatz",
    Now: "Jetzt",
    "Off by": "Abweichung",
    "One container": "Ein Behälter",
    "Place {number}: {name}": "Stellplatz {number}: {name}",
    "Put a full container on the place, as it usually stands.":
      "Stellen Sie einen vollen Behälter auf den Stellplatz, so wie er meist steht.",
    "Put in pieces that you have counted, and level them: a quarter up to a half of what fits in.":
      "Legen Sie gezählte Stücke hinein und ebnen Sie sie ein: ein Viertel bis die Hälfte dessen, was hineinpasst.",
    "Put in pieces that you have counted: the more, the better.":
      "Legen Sie gezählte Stücke hinein: je mehr, desto besser.",
    "Put one full container where the first one always stands.":
      "Stellen Sie einen vollen Behälter dorthin, wo immer der erste steht.",
    Readings: "Messwerte",
    Scatter: "Streuung",
    Sensor: "Sensor",
    "So much is there ({unit})": "So viel ist da ({unit})",
    Taken: "Belegt",
    "Take everything off the scales but what always stays there, such as the empty bin.":
      "Nehmen Sie alles von der Waage, außer was immer darauf bleibt, etwa den leeren Behälter.",
    "Take everything out, so that the sensor sees the end of the lane or the ground.":
      "Nehmen Sie alles heraus, sodass der Sensor das Ende der Bahn oder den Boden sieht.",
    "The limit that is found with one place holds for all of them.":
      "Der Grenzwert, der an einem Stellplatz gefunden wird, gilt für alle.",
    "There is no such location": "Diesen Lagerplatz gibt es nicht",
    "There is nothing to calibrate": "Hier ist nichts zu kalibrieren",
    "These amounts do not go together": "Diese Mengen passen nicht zusammen",
    "They see the same stock: take one, or both where they are mounted alike.":
      "Sie sehen denselben Bestand: Nehmen Sie einen, oder beide, wenn sie gleich montiert sind.",
    "This amount was measured already": "Diese Menge wurde schon gemessen",
    "To its settings": "Zu seinen Einstellungen",
    Usable: "Brauchbar",
    "Use it": "Verwenden",
    "Use these readings": "Diese Messwerte verwenden",
    "Use this calibration": "Diese Kalibrierung verwenden",
    "Waiting for one more reading that agrees.": "Es fehlt noch ein Messwert, der übereinstimmt.",
    "Waiting for the sensor: three readings are needed.": "Warten auf den Sensor: Es braucht drei Messwerte.",
    "Waiting for {left} more readings that agree.": "Es fehlen noch {left} Messwerte, die übereinstimmen.",
    "What was measured for this calibration is forgotten. The location stays as it is.":
      "Was für diese Kalibrierung gemessen wurde, wird vergessen. Der Lagerplatz bleibt, wie er ist.",
    "Would fit": "Passend wäre",
    "You may not do this": "Das dürfen Sie nicht",
    bent: "gekrümmt",
    "bent, by {length} amounts": "gekrümmt, aus {length} Mengen",
    done: "erledigt",
    "from {count} readings{dropped, plural, =0 {} other {, # dropped}}":
      "aus {count} Messwerten{dropped, plural, =0 {} other {, # verworfen}}",
    straight: "gerade",
    "{count} amounts and the line that fits them; the farthest is {off} off":
      "{count} Mengen und die Linie, die zu ihnen passt; die größte Abweichung ist {off}",
    "{count} readings agree: that is enough.": "{count} Messwerte stimmen überein: Das genügt.",
    "{count, plural, one {One message} other {# messages}} without a value: {fault}. Check that nothing covers the sensor.":
      "{count, plural, one {Eine Nachricht} other {# Nachrichten}} ohne Messwert: {fault}. Prüfen Sie, ob etwas den Sensor verdeckt.",
    "{name} is calibrated.": "{name} ist kalibriert.",
    "{time}: disagrees with the others, dropped": "{time}: widerspricht den anderen, verworfen",
  },
  server: {
    "all amounts fit to {0} {1}, {2}": "alle Mengen passen auf {0} {1} genau, {2}",
    "single readings scatter by {0}: check how it is mounted":
      "einzelne Messwerte streuen um {0}: Prüfen Sie, wie er montiert ist",
    "single readings scatter by {0}": "einzelne Messwerte streuen um {0}",
    "at {0} pieces it shows {1} where {2} fit: count again, or check how it is mounted":
      "bei {0} Stück zeigt er {1}, passend wären {2}: Zählen Sie noch einmal, oder prüfen Sie, wie er montiert ist",
    "at {0} pieces it shows {1} where {2} fit": "bei {0} Stück zeigt er {1}, passend wären {2}",
    "two amounts fit any straight line: a third would show how well":
      "zwei Mengen passen zu jeder Geraden: Eine dritte würde zeigen, wie gut",
    "the bin is not straight: the level between the counted amounts is a guess, more amounts make it better":
      "der Behälter ist nicht gerade: Zwischen den gezählten Mengen ist der Bestand geschätzt, mehr Mengen machen ihn genauer",
    "at least two different amounts are needed, for instance empty and full":
      "es braucht mindestens zwei verschiedene Mengen, zum Beispiel leer und voll",
  },
} satisfies Catalogue;
