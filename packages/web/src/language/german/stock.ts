import type { Catalogue } from "../language.ts";

/** Location and part, labels, scanning and set-up. */
export default {
  words: {
    "(done)": "(erledigt)",
    "A delivery takes {days, plural, one {# day} other {# days}}; {used} are used meanwhile, {rest}.":
      "Eine Lieferung dauert {days, plural, one {# Tag} other {# Tage}}; inzwischen werden {used} verbraucht, {rest}.",
    "A location, part, device or order number": "Ein Lagerplatz, Teil, Gerät oder eine Bestellnummer",
    "A new one": "Neu anlegen",
    "A sensor that looks at the stock, a scale below it, or a button that people press.":
      "Ein Sensor, der den Bestand sieht, eine Waage darunter oder ein Taster, den jemand drückt.",
    "A sheet that was begun is used up: press the place on it, or type its number":
      "Ein angebrochener Bogen wird aufgebraucht: Drücken Sie auf den Platz, oder geben Sie seine Nummer ein",
    "A storage location holds one part. The same part may lie in several.":
      "An einem Lagerplatz liegt ein Teil. Dasselbe Teil kann an mehreren liegen.",
    "A suggestion": "Ein Vorschlag",
    "A webhook can be set in the supplier's settings instead":
      "Stattdessen lässt sich beim Lieferanten ein Webhook einstellen",
    "About how many are used a day?": "Wie viele werden etwa am Tag verbraucht?",
    "About {rate} are used a day, so that is reached in about {days, plural, one {# day} other {# days}}.":
      "Etwa {rate} werden am Tag verbraucht, also ist er in etwa {days, plural, one {# Tag} other {# Tagen}} erreicht.",
    "Add a photo": "Foto hinzufügen",
    "Add a supplier": "Lieferanten hinzufügen",
    "Add one, and come back: all of this is kept.":
      "Fügen Sie eines hinzu, und kommen Sie zurück: Alles hier bleibt erhalten.",
    "Another program uses the camera. Close it, and try again.":
      "Ein anderes Programm verwendet die Kamera. Schließen Sie es, und versuchen Sie es noch einmal.",
    "Any quantity": "Beliebige Menge",
    "Any quantity from {least} on": "Beliebige Menge ab {least}",
    Area: "Bereich",
    "As it stands on the shelf, for example A-01-2": "Wie er am Regal steht, zum Beispiel A-01-2",
    "As people counted and received it.": "Wie gezählt und eingegangen.",
    "As people find it: the site, then the area and the rack if there are any, then the place in it.":
      "So, wie man ihn findet: der Standort, dann Bereich und Regal, falls es sie gibt, dann der Platz darin.",
    "As people read it": "Wie man es liest",
    "As the level says: nothing changes but that it is sure.":
      "Wie der Bestand sagt: Es ändert sich nichts, außer dass er sicher ist.",
    "As your company calls it": "Wie Ihr Unternehmen es nennt",
    "Ask an admin of your account for the privilege “Manage the inventory”.":
      "Bitten Sie einen Admin Ihres Kontos um das Recht „Stammdaten verwalten“.",
    "At least so many; 0: none": "Mindestens so viele; 0: keine",
    "At least {hours, plural, one {# hour} other {# hours}} pass between two orders.":
      "Zwischen zwei Bestellungen {hours, plural, one {vergeht mindestens # Stunde} other {vergehen mindestens # Stunden}}.",
    "At least {pieces} are ordered.": "Mindestens {pieces} werden bestellt.",
    "Bars for": "Balken für",
    "Begin anew": "Neu beginnen",
    "Begin anew?": "Neu beginnen?",
    "Below the safety stock of {pieces} an order is urgent.":
      "Unter dem Sicherheitsbestand von {pieces} ist eine Bestellung eilig.",
    Calibrate: "Kalibrieren",
    Calibration: "Kalibrierung",
    Count: "Zählen",
    Counted: "Gezählt",
    Counts: "Zählungen",
    "Counts and corrections": "Zählungen und Korrekturen",
    Damaged: "Beschädigt",
    Day: "Tag",
    Days: "Tage",
    "Delete the last digit": "Letzte Ziffer löschen",
    "Drawing of how it is measured": "Zeichnung, wie gemessen wird",
    "Drawing of how it is measured: {capacity} fit in":
      "Zeichnung, wie gemessen wird: {capacity} passen hinein",
    "E-mail address for orders": "E-Mail-Adresse für Bestellungen",
    "Each order of this part waits for somebody who approves it.":
      "Jede Bestellung dieses Teils wartet auf eine Freigabe.",
    "Each place has a sensor of its own, which sees whether something stands there.":
      "Jeder Stellplatz hat einen eigenen Sensor, der sieht, ob dort etwas steht.",
    Edit: "Bearbeiten",
    "Empty it, then fill in amounts that you have counted: so its readings become pieces.":
      "Leeren Sie ihn, dann füllen Sie gezählte Mengen ein: So werden aus Messwerten Stückzahlen.",
    "Enter {count}": "{count} eintragen",
    Expected: "Erwartet",
    "First free label": "Erstes freies Etikett",
    "For example A; or none": "Zum Beispiel A; oder keines",
    "For example Assembly; or none": "Zum Beispiel Montage; oder keiner",
    "For example Plant 1": "Zum Beispiel Werk 1",
    Found: "Gefunden",
    "Free devices": "Freie Geräte",
    "From now on it orders by itself. Put its label on it: scanned with a phone, it opens this location.":
      "Ab jetzt bestellt er von selbst. Bringen Sie sein Etikett an: Mit dem Telefon gescannt öffnet es diesen Lagerplatz.",
    "From the order to the shelf": "Von der Bestellung bis ins Regal",
    "From {day} on nothing is ordered: the part is phased out then.":
      "Ab {day} wird nichts mehr bestellt: Das Teil läuft dann aus.",
    "Give it one": "Eine festlegen",
    "Hold the camera over the label of a location or device, or over the code on a printed order.":
      "Halten Sie die Kamera über das Etikett eines Lagerplatzes oder Geräts oder über den Code einer gedruckten Bestellung.",
    "Holds at each of its locations that has no policy of its own.":
      "Gilt an jedem seiner Lagerplätze, der keine eigene Regel hat.",
    Hour: "Stunde",
    "How is it measured?": "Wie wird gemessen?",
    "How it is measured": "Messung",
    "How sure": "Sicherheit",
    "If it was scanned: the code is none of this Refill's.":
      "Wenn Sie gescannt haben: Der Code gehört nicht zu diesem Refill.",
    "If you know it, here are numbers to begin with; planning finds better ones later":
      "Wenn Sie es wissen, gibt es hier Zahlen für den Anfang; die Planung findet später bessere",
    "If you know it; more prices in the part": "Wenn Sie ihn kennen; weitere Preise beim Teil",
    "If {need} are needed, {pack} are ordered.": "Werden {need} gebraucht, werden {pack} bestellt.",
    "In the {days, plural, one {# day} other {# days}} of a delivery about {used} are used; with half as much again for safety it orders at {minimum}, up to {maximum}.":
      "In den {days, plural, one {# Tag} other {# Tagen}} einer Lieferung werden etwa {used} verbraucht; mit der Hälfte davon als Sicherheit wird bei {minimum} bestellt, auf {maximum}.",
    "Inventory position": "Verfügbarer Bestand",
    "It can't be brought back.": "Es lässt sich nicht zurückholen.",
    "It has no level yet: that comes with the sensor's next messages, or when somebody counts.":
      "Der Bestand ist noch nicht bekannt: Er kommt mit den nächsten Nachrichten des Sensors, oder wenn jemand zählt.",
    "It holds until somebody counts or receives again.":
      "Das gilt, bis wieder jemand zählt oder etwas eingeht.",
    "It holds until the sensor sees a change; from then on it moves with it.":
      "Das gilt, bis der Sensor eine Änderung sieht; dann geht es mit ihm weiter.",
    "It is empty: 0": "Leer: 0",
    "It may have been removed. <link>Back to the overview</link>":
      "Vielleicht wurde er entfernt. <link>Zurück zur Übersicht</link>",
    "It may have been removed. <link>To all parts</link>":
      "Vielleicht wurde es entfernt. <link>Zu allen Teilen</link>",
    "It orders with the next reading, or when its policy looks next.":
      "Bestellt wird mit der nächsten Messung oder bei der nächsten Prüfung.",
    "Its first order: {order}, {quantity}.": "Die erste Bestellung: {order}, {quantity}.",
    "Its level is not known now, so nothing is ordered by it until it is.":
      "Der Bestand ist gerade nicht bekannt, deshalb wird so lange nichts bestellt.",
    "Its level is not known yet: it orders when it is, and at or below {reorderPoint}.":
      "Der Bestand ist noch nicht bekannt: Bestellt wird, sobald er es ist und höchstens {reorderPoint} da sind.",
    "Its sensors disagree: the lower level counts until they agree or somebody counts.":
      "Seine Sensoren widersprechen sich: Der niedrigere Bestand gilt, bis sie übereinstimmen oder jemand zählt.",
    "Known or new": "Vorhanden oder neu",
    Label: "Etikett",
    Labels: "Etiketten",
    "Language of the labels": "Sprache der Etiketten",
    "Later: nothing is ordered until then": "Später: Bis dahin wird nichts bestellt",
    "Lead time (days)": "Wiederbeschaffungszeit (Tage)",
    Level: "Bestand",
    "Level over time": "Bestand im Zeitverlauf",
    "Level over time: {count} measurements, now {level}":
      "Bestand im Zeitverlauf: {count} Messungen, jetzt {level}",
    "Lies there now ({unit})": "Liegt jetzt dort ({unit})",
    Lost: "Verloren",
    "Make {name}": "{name} anlegen",
    Measured: "Gemessen",
    "Minimum order": "Mindestbestellmenge",
    Month: "Monat",
    "Name of the storage location": "Name des Lagerplatzes",
    "Name of the supplier": "Name des Lieferanten",
    "Name or DevEUI": "Name oder DevEUI",
    "Needs an area": "Braucht einen Bereich",
    "Neither this location nor its part has a policy: Refill only watches, and people order by hand.":
      "Weder dieser Lagerplatz noch sein Teil hat eine Bestellregel: Refill überwacht nur, bestellt wird von Hand.",
    Next: "Weiter",
    "Next, with {count} devices": "Weiter mit {count} Geräten",
    "No device is free.": "Kein Gerät ist frei.",
    "No picture from the camera": "Kein Bild von der Kamera",
    "No policy": "Keine Bestellregel",
    "No sensor told a level in this time. Choose a longer one, or see whether its sensor is heard.":
      "In dieser Zeit hat kein Sensor einen Bestand gemeldet. Wählen Sie einen längeren Zeitraum, oder sehen Sie nach, ob der Sensor gehört wird.",
    "No sensor watches this location: its level is what people count and receive.":
      "Kein Sensor überwacht diesen Lagerplatz: Sein Bestand ist, was gezählt wird und eingeht.",
    "No sensor: people count": "Kein Sensor: Es wird gezählt",
    "No such part: make a new one above": "Dieses Teil gibt es nicht: Legen Sie oben ein neues an",
    "Nobody supplies it, so nothing of it can be ordered.":
      "Niemand liefert es, also kann nichts davon bestellt werden.",
    "Nobody supplies the part yet, so it orders when it has a supplier.":
      "Noch liefert niemand das Teil: Bestellt wird, sobald es einen Lieferanten hat.",
    "Nobody supplies the part: give it a supplier, so that it can be ordered.":
      "Niemand liefert das Teil: Geben Sie ihm einen Lieferanten, damit es bestellt werden kann.",
    None: "Keine",
    "None yet.": "Noch keine.",
    "None yet. A photo shows newcomers where it is and what belongs into it.":
      "Noch keine. Ein Foto zeigt neuen Kollegen, wo er ist und was hineingehört.",
    "None yet. Refill orders when the inventory position is at or below {pieces}.":
      "Noch keine. Refill bestellt, wenn der verfügbare Bestand {pieces} oder weniger beträgt.",
    "None yet: it has no policy, so people order by hand.":
      "Noch keine: Er hat keine Bestellregel, also wird von Hand bestellt.",
    "Not now: the numbers that I typed count": "Jetzt nicht: Meine eingegebenen Zahlen gelten",
    Note: "Bemerkung",
    "Nothing at present.": "Zurzeit nichts.",
    "Nothing has to be calibrated here.": "Hier ist nichts zu kalibrieren.",
    "Nothing has to be ordered at present.": "Zurzeit muss nichts bestellt werden.",
    "Nothing here is called “{text}”.": "Hier heißt nichts „{text}“.",
    "Nothing is known yet of what is used: a whole day with a sensor that is heard comes first.":
      "Über den Verbrauch ist noch nichts bekannt: Dafür braucht es einen ganzen Tag, an dem ein Sensor gehört wird.",
    "Nothing is ordered before {day}: the part is phased in then.":
      "Vor {day} wird nichts bestellt: Das Teil läuft erst dann an.",
    "Nothing is ordered since {day}: the part is phased out.":
      "Seit {day} wird nichts mehr bestellt: Das Teil ist ausgelaufen.",
    "Nothing is reserved here.": "Hier ist nichts reserviert.",
    "Nothing stands in this rack yet": "In diesem Regal steht noch nichts",
    "Nowhere yet.": "Noch nirgends.",
    Number: "Nummer",
    "Number or name": "Nummer oder Name",
    "On hand": "Vorhanden",
    "On hand ({unit})": "Vorhanden ({unit})",
    "On order": "Bestellt",
    "One that is there": "Vorhandenes wählen",
    "Only whole packs are ordered": "Nur ganze Verpackungseinheiten werden bestellt",
    "Only {capacity} fit in: it is entered as {capacity}.":
      "Nur {capacity} passen hinein: Eingetragen werden {capacity}.",
    "Only {percent} % sure: readings contradict each other. Count it to be certain.":
      "Nur zu {percent} % sicher: Messwerte widersprechen sich. Zählen Sie, um sicherzugehen.",
    "Open as PDF": "Als PDF öffnen",
    "Open it": "Öffnen",
    "Or type it": "Oder eingeben",
    Order: "Bestellen",
    "Order for {name}": "Bestellen für {name}",
    "Order now": "Jetzt bestellen",
    "Order {order} is made and waits.": "Bestellung {order} ist angelegt und wartet.",
    "Order {order} is made and waits: {reason}.": "Bestellung {order} ist angelegt und wartet: {reason}.",
    "Order {order} is on its way.": "Bestellung {order} läuft.",
    "Order {order} is open, and a location has one open order at a time.":
      "Bestellung {order} ist offen, und ein Lagerplatz hat immer nur eine offene Bestellung.",
    "Order {order} is placed.": "Bestellung {order} ist aufgegeben.",
    "Order {order} waits for approval: {reason}.": "Bestellung {order} wartet auf Freigabe: {reason}.",
    "Orders for {part} go to the first one. Change that in the part, whenever you like.":
      "Bestellungen von {part} gehen an den ersten. Das lässt sich beim Teil jederzeit ändern.",
    Other: "Sonstiges",
    Pack: "Verpackungseinheit",
    Part: "Teil",
    "Photo of {name}": "Foto von {name}",
    "Photo {number} of {name}, large": "Foto {number} von {name}, groß",
    Photos: "Fotos",
    Picture: "Bild",
    Place: "Ort",
    "Policy of the part": "Bestellregel des Teils",
    "Price of a piece ({currency})": "Stückpreis ({currency})",
    "Prices of {name}": "Preise von {name}",
    "QR code that opens it on a phone": "QR-Code, der es auf dem Telefon öffnet",
    "Quantity of {name} ({unit})": "Menge von {name} ({unit})",
    Rack: "Regal",
    Range: "Zeitraum",
    Reason: "Grund",
    "Refill watches it. Put its label on it: scanned with a phone, it opens this location.":
      "Refill überwacht ihn. Bringen Sie sein Etikett an: Mit dem Telefon gescannt öffnet es diesen Lagerplatz.",
    "Remove this photo?": "Dieses Foto entfernen?",
    "Reorder at": "Bestellpunkt",
    Reservations: "Reservierungen",
    Rolls: "Rollen",
    "Runs out": "Reicht bis",
    "Save and go on": "Speichern und weiter",
    Scan: "Scannen",
    "Scan its code": "Code scannen",
    Scrapped: "Verschrottet",
    "Search free devices": "Freie Geräte suchen",
    Sensor: "Sensor",
    Sensors: "Sensoren",
    "Set up a storage location": "Lagerplatz einrichten",
    "Set up a storage location for it": "Einen Lagerplatz dafür einrichten",
    "Set up a storage location in it": "Einen Lagerplatz darin einrichten",
    "Set up another one": "Noch einen einrichten",
    "Set up {name}": "{name} einrichten",
    Sheets: "Bögen",
    Site: "Standort",
    Steps: "Schritte",
    "Storage location": "Lagerplatz",
    "Switch it on": "Einschalten",
    "That is all that fits in.": "Mehr passt nicht hinein.",
    "The browser was not allowed to use the camera. Allow it beside the address, or in the phone's settings of the browser, and try again.":
      "Der Browser durfte die Kamera nicht verwenden. Erlauben Sie es neben der Adresse oder in den Einstellungen des Browsers, und versuchen Sie es noch einmal.",
    "The camera can't be used. Type what stands below the code.":
      "Die Kamera lässt sich nicht verwenden. Geben Sie ein, was unter dem Code steht.",
    "The camera can't be used: {problem}": "Die Kamera lässt sich nicht verwenden: {problem}",
    "The code on the device": "Der Code auf dem Gerät",
    "The count before was taken back.": "Die vorige Zählung wurde zurückgenommen.",
    "The device {devEui} is not registered yet: add it first.":
      "Das Gerät {devEui} ist noch nicht registriert: Fügen Sie es zuerst hinzu.",
    "The labels could not be made. Try again.":
      "Die Etiketten konnten nicht erstellt werden. Versuchen Sie es noch einmal.",
    "The level is not known": "Der Bestand ist nicht bekannt",
    "The level is not known.": "Der Bestand ist nicht bekannt.",
    "The level is not known: {reason}.": "Der Bestand ist nicht bekannt: {reason}.",
    "The level says {before}.": "Der Bestand sagt {before}.",
    "The name is printed on the labels' packing; a roll is for label printers":
      "Der Name steht auf der Packung der Etiketten; Rollen sind für Etikettendrucker",
    "The part has no policy either: Refill only watches, and people order by hand.":
      "Auch das Teil hat keine Bestellregel: Refill überwacht nur, bestellt wird von Hand.",
    "The part has no supplier: add one to it first":
      "Das Teil hat keinen Lieferanten: Geben Sie ihm zuerst einen",
    "The part is blocked: nothing of it is ordered.": "Das Teil ist gesperrt: Nichts davon wird bestellt.",
    "The part's policy": "Die Regel des Teils",
    "The photo is removed.": "Das Foto ist entfernt.",
    "The photo was not saved: {problem}": "Das Foto wurde nicht gespeichert: {problem}",
    "The policy is the part's: it holds wherever a location has none of its own.":
      "Die Regel ist die des Teils: Sie gilt überall, wo ein Lagerplatz keine eigene hat.",
    "The policy is this location's own.": "Die Regel gilt für diesen Lagerplatz allein.",
    "The scale below the bin weighs what is in it; the empty bin is taken off.":
      "Die Waage unter dem Behälter wiegt den Inhalt; der leere Behälter wird abgezogen.",
    "The sensor looks along the lane: each container makes the distance shorter.":
      "Der Sensor blickt die Bahn entlang: Jeder Behälter verkürzt den Abstand.",
    "The sensor looks down into the bin: the more parts, the shorter the distance.":
      "Der Sensor blickt von oben in den Behälter: Je mehr Teile, desto kürzer der Abstand.",
    "The sheet: labels {first} to {last} of {all} are printed":
      "Der Bogen: Etiketten {first} bis {last} von {all} werden bedruckt",
    "There is no such location": "Diesen Lagerplatz gibt es nicht",
    "There is no such part": "Dieses Teil gibt es nicht",
    "There is no such rack": "Dieses Regal gibt es nicht",
    "This device has no camera. Type what stands below the code.":
      "Dieses Gerät hat keine Kamera. Geben Sie ein, was unter dem Code steht.",
    "This is no device's code.": "Das ist kein Code eines Geräts.",
    "This site has one of this name already": "An diesem Standort gibt es schon einen mit diesem Namen",
    "Times are those of {zone}.": "Uhrzeiten gelten in der Zeitzone {zone}.",
    "To be brought from here": "Von hier zu bringen",
    "To the location": "Zum Lagerplatz",
    "Type the distances roughly, by a tape measure: the next step finds them exactly with the sensor.":
      "Geben Sie die Abstände grob ein, mit dem Maßband: Der nächste Schritt findet sie mit dem Sensor genau.",
    "Type what lies there": "Geben Sie ein, was dort liegt",
    Undo: "Rückgängig",
    Unit: "Einheit",
    "Use these numbers": "Diese Zahlen verwenden",
    Used: "Verbrauch",
    "Used a week": "Verbrauch je Woche",
    "Value of what is there": "Bestandswert",
    "Waiting for the sensor's first message. Many send at once when their button is pressed.":
      "Warten auf die erste Nachricht des Sensors. Viele senden sofort, wenn man ihre Taste drückt.",
    Week: "Woche",
    Weeks: "Wochen",
    "What does the sensor see?": "Was sieht der Sensor?",
    "What fits in, and how it is counted.": "Was hineinpasst, und wie gezählt wird.",
    "What is counted: pcs, sets, rolls": "Was gezählt wird: Stk, Sätze, Rollen",
    "What is ordered is rounded up to whole packs of {pieces}.":
      "Bestellt wird in ganzen Verpackungseinheiten zu {pieces}, aufgerundet.",
    "What lies in {name}?": "Was liegt in {name}?",
    "What lies there?": "Was liegt dort?",
    "What the camera sees": "Was die Kamera sieht",
    "What was typed here is forgotten. Parts, suppliers and locations that were saved stay.":
      "Was hier eingegeben wurde, wird vergessen. Gespeicherte Teile, Lieferanten und Lagerplätze bleiben.",
    "What watches it?": "Was überwacht ihn?",
    "When and by whom": "Wann und von wem",
    "When does it order?": "Wann wird bestellt?",
    "When it orders": "Bestellregel",
    "When {part} runs low, an order goes to this supplier by itself.":
      "Wird {part} knapp, geht von selbst eine Bestellung an diesen Lieferanten.",
    "Whenever what is there, and what is on its way, is no longer enough to wait for a delivery.":
      "Immer wenn das, was da und unterwegs ist, nicht mehr reicht, um auf eine Lieferung zu warten.",
    "Where is it?": "Wo ist er?",
    "Where it lies": "Wo es liegt",
    "Who supplies it?": "Wer liefert es?",
    "Whoever takes the last one presses the button.": "Wer das letzte Stück nimmt, drückt den Taster.",
    "Whole packs of {pack}": "Ganze Verpackungseinheiten zu {pack}",
    "Whole packs of {pack}, at least {least}": "Ganze Verpackungseinheiten zu {pack}, mindestens {least}",
    "Why it orders when it does": "Warum und wann bestellt wird",
    "Why the level changes": "Warum sich der Bestand ändert",
    "With reorder point": "Mit Bestellpunkt",
    "You may leave at any time: what you entered is kept on this device, and goes on here.":
      "Sie können jederzeit unterbrechen: Ihre Eingaben bleiben auf diesem Gerät, und es geht hier weiter.",
    "You may not do this": "Das dürfen Sie nicht",
    "a message without a value": "eine Nachricht ohne Messwert",
    "alternative {number}": "Alternative {number}",
    "and {pieces} are left when it comes": "und {pieces} sind noch da, wenn sie kommt",
    "at least {pieces}": "mindestens {pieces}",
    "at {price} each": "zu je {price}",
    "below: how sure the level is": "unten: wie sicher der Bestand ist",
    "below: share of the time in which it was known": "unten: Anteil der Zeit, in der er bekannt war",
    empty: "leer",
    "empty bin: {weight}": "leerer Behälter: {weight}",
    "empty: {distance}": "leer: {distance}",
    "expected on {day}: {expected}, between {low} and {high}":
      "erwartet am {day}: {expected}, zwischen {low} und {high}",
    "expected {day}": "erwartet {day}",
    "expected, with 8 of 10 chances within the band": "erwartet, in 8 von 10 Fällen im Band",
    "from {pieces}": "ab {pieces}",
    full: "voll",
    heard: "gehört",
    "in transit": "unterwegs",
    "is ordered from": "wird bestellt bei",
    "it has no price": "es hat keinen Preis",
    "its number {number}": "seine Nummer {number}",
    "just its reorder point.": "genau der Bestellpunkt.",
    "lasts about {weeks, plural, one {# week} other {# weeks}}":
      "reicht etwa {weeks, plural, one {# Woche} other {# Wochen}}",
    "no policy": "keine Regel",
    nothing: "nichts",
    "nothing is there": "nichts ist da",
    "of {capacity} {unit}": "von {capacity} {unit}",
    "on average of the last weeks": "im Mittel der letzten Wochen",
    "on hand": "vorhanden",
    "on hand + on order": "vorhanden + bestellt",
    "on hand + on order − reserved": "vorhanden + bestellt − reserviert",
    "one container: {depth}": "ein Behälter: {depth}",
    "one piece: {weight}": "ein Stück: {weight}",
    "order {number}": "Bestellung {number}",
    ordered: "bestellt",
    "packs of {pieces}": "Verpackungseinheit {pieces}",
    pcs: "Stk",
    pieces: "Stück",
    pressed: "gedrückt",
    refilled: "aufgefüllt",
    "refills {count, plural, one {# location} other {# locations}}":
      "füllt {count, plural, one {# Lagerplatz} other {# Lagerplätze}} auf",
    "refills {name}": "füllt {name} auf",
    reorder: "Bestellp.",
    "reorder at {pieces}": "Bestellpunkt {pieces}",
    "something is there": "etwas ist da",
    "that makes {pieces}": "das sind {pieces}",
    "the latest {count}": "die letzten {count}",
    "the page has to be opened by https:// for that. Type what stands below the code.":
      "Die Seite muss dafür über https:// geöffnet sein. Geben Sie ein, was unter dem Code steht.",
    "the site": "der Standort",
    "to {name}": "nach {name}",
    unknown: "unbekannt",
    "up to": "Höchst",
    "up to {pieces}": "bis {pieces}",
    "was not known": "war nicht bekannt",
    "was {before}": "war {before}",
    "which is more than the reorder point: it will be empty before the delivery comes":
      "das ist mehr als der Bestellpunkt: Er wird leer sein, bevor die Lieferung kommt",
    "without {unknown, plural, one {one location} other {# locations}} of unknown level":
      "ohne {unknown, plural, one {einen Lagerplatz} other {# Lagerplätze}} mit unbekanntem Bestand",
    "{by} fewer than the level says ({before}).": "{by} weniger, als der Bestand sagt ({before}).",
    "{by} more than the level says ({before}).": "{by} mehr, als der Bestand sagt ({before}).",
    "{by}, {at}": "{by}, {at}",
    "{count, plural, one {# location} other {# locations}}":
      "{count, plural, one {# Lagerplatz} other {# Lagerplätze}}",
    "{count, plural, one {One label} other {# labels}} on {sheets, plural, one {one sheet} other {# sheets}}. Print at 100 %, without fitting to the page.":
      "{count, plural, one {Ein Etikett} other {# Etiketten}} auf {sheets, plural, one {einem Bogen} other {# Bögen}}. Drucken Sie mit 100 %, ohne Anpassung an die Seite.",
    "{count, plural, one {Print a label} other {Print # labels}}":
      "{count, plural, one {Etikett drucken} other {# Etiketten drucken}}",
    "{count} fewer": "{count} weniger",
    "{count} in a full place": "{count} auf einem vollen Stellplatz",
    "{count} labels": "{count} Etiketten",
    "{count} more": "{count} mehr",
    "{days, plural, one {# day} other {# days}} to deliver":
      "{days, plural, one {# Tag} other {# Tage}} Lieferzeit",
    "{names} will be made.": "{names} wird angelegt.",
    "{name} has {count} now.": "{name} hat jetzt {count}.",
    "{name} is chosen.": "{name} ist ausgewählt.",
    "{name} is set up": "{name} ist eingerichtet",
    "{name} watches another location already.": "{name} überwacht schon einen anderen Lagerplatz.",
    "{onHand} are there: it orders at once, up to {upTo}.":
      "{onHand} sind da: Es wird sofort bestellt, auf {upTo}.",
    "{onHand} are there: it orders when {used} more are used.":
      "{onHand} sind da: Bestellt wird, wenn noch {used} verbraucht sind.",
    "{onHand} of {capacity} {unit}": "{onHand} von {capacity} {unit}",
    "{onHand} on hand and {onOrder} on order make a position of {position}":
      "{onHand} vorhanden und {onOrder} bestellt ergeben einen verfügbaren Bestand von {position}",
    "{onHand} on hand, {onOrder} on order and {reserved} reserved make a position of {position}":
      "{onHand} vorhanden, {onOrder} bestellt und {reserved} reserviert ergeben einen verfügbaren Bestand von {position}",
    "{orders, plural, =0 {no order} one {# order} other {# orders}}":
      "{orders, plural, =0 {keine Bestellung} one {# Bestellung} other {# Bestellungen}}",
    "{percent} % sure: some of the last readings disagree.":
      "Zu {percent} % sicher: Einige der letzten Messwerte weichen ab.",
    "{percent} % sure: the last readings agree.":
      "Zu {percent} % sicher: Die letzten Messwerte stimmen überein.",
    "{pieces} above its reorder point.": "{pieces} über dem Bestellpunkt.",
    "{pieces} below its reorder point.": "{pieces} unter dem Bestellpunkt.",
    "{pieces} used a day": "{pieces} am Tag verbraucht",
    "{refills, plural, =0 {no refill} one {# refill} other {# refills}}":
      "{refills, plural, =0 {keine Auffüllung} one {# Auffüllung} other {# Auffüllungen}}",
    "{reserved} of it reserved": "davon {reserved} reserviert",
    "{shown} of {all} free devices: search to see others.":
      "{shown} von {all} freien Geräten: Suchen Sie, um andere zu sehen.",
    "{state}: the level is not known": "{state}: Der Bestand ist nicht bekannt",
    "{state}: {onHand} of {capacity} {unit}": "{state}: {onHand} von {capacity} {unit}",
    "{width} × {height} mm": "{width} × {height} mm",
  },
  server: {
    "is no PNG, JPEG or WebP picture": "ist kein PNG-, JPEG- oder WebP-Bild",
    "is larger than 500 kB": "ist größer als 500 kB",
    "{0} has 5 photos, which is the most: remove one first.":
      "{0} hat 5 Fotos, mehr geht nicht: Entfernen Sie zuerst eines.",
    "there is no such storage location": "diesen Lagerplatz gibt es nicht",
    "this geometry needs {0}, or none": "diese Messung braucht {0}, oder keinen",
    "the device watches {0} already": "das Gerät überwacht schon {0}",
    "needs a device that measures {0}; {1} measures {2}": "braucht ein Gerät, das {0} misst; {1} misst {2}",
    "must be below maximum": "muss unter dem Höchstbestand liegen",
  },
} satisfies Catalogue;
