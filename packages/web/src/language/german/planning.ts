import type { Catalogue } from "../language.ts";

/** Forecasts, proposals, slow movers and what-if. */
export default {
  words: {
    " · {decidedBy}": " · {decidedBy}",
    "0: none": "0: keine",
    "1: none": "1: keines",
    "80% of the value used": "80 % des Verbrauchswerts",
    "<link>Add the first one</link>: what is used of it is forecast after {leastDays} days.":
      "<link>Legen Sie den ersten an</link>: Nach {leastDays} Tagen gibt es eine Verbrauchsprognose.",
    "<link>To the location</link>, which also takes a history from elsewhere":
      "<link>Zum Lagerplatz</link>, der auch eine Historie von anderswo übernimmt",
    "A file": "Eine Datei",
    "A list of what left the shelf each day is enough, for example from your ERP system. It stays in this browser: nothing is sent.":
      "Es genügt eine Liste dessen, was jeden Tag entnommen wurde, zum Beispiel aus Ihrem ERP-System. Sie bleibt in diesem Browser: Nichts wird gesendet.",
    "A location that is gone": "Ein entfernter Lagerplatz",
    "A location's history": "Historie eines Lagerplatzes",
    "A location's page takes what your ERP system knows of its past; and <link>What if</link> shows with a file of your demand what would have been.":
      "Die Seite eines Lagerplatzes übernimmt, was Ihr ERP-System über seine Vergangenheit weiß; und <link>Was wäre wenn</link> zeigt mit einer Datei Ihres Verbrauchs, was gewesen wäre.",
    "ABC and XYZ": "ABC und XYZ",
    "ABC and XYZ classes": "ABC- und XYZ-Klassen",
    "After {leastDays} whole days there is something to replay: from {date} on.":
      "Nach {leastDays} ganzen Tagen gibt es etwas nachzuspielen: ab {date}.",
    "All policies that could be judged are as good as what planning would choose.":
      "Alle beurteilbaren Bestellregeln sind so gut wie das, was die Planung wählen würde.",
    "An admin of your account can change this.": "Ein Admin Ihres Kontos kann das ändern.",
    "An order": "Eine Bestellung",
    "An order costs nothing: as little is ordered at once as the supplier sells.":
      "Eine Bestellung kostet nichts: Es wird so wenig auf einmal bestellt, wie der Lieferant verkauft.",
    "An order ({currency})": "Eine Bestellung ({currency})",
    Applied: "Übernommen",
    "Applied by itself": "Automatisch übernommen",
    "Applied proposals": "Übernommene Vorschläge",
    Apply: "Übernehmen",
    "Apply small changes automatically": "Kleine Änderungen automatisch übernehmen",
    "Apply {count}": "{count} übernehmen",
    "As a DDMRP buffer": "Als DDMRP-Puffer",
    "As kanban": "Als Kanban",
    "As set for transfers to this location": "Wie für Umlagerungen an diesen Lagerplatz eingestellt",
    "As soon as planning has run, changes that are worth it are proposed here.":
      "Sobald die Planung gelaufen ist, werden hier lohnende Änderungen vorgeschlagen.",
    "As the supplier says; fewer than three orders tell otherwise":
      "Nach Angabe des Lieferanten; es gibt weniger als drei Bestellungen zum Messen",
    "As the supplier says; its past orders could not be read":
      "Nach Angabe des Lieferanten; seine früheren Bestellungen waren nicht lesbar",
    "At most": "Höchstens",
    "Average stock": "Durchschnittlicher Bestand",
    "Average stock with the present policies": "Durchschnittlicher Bestand mit den jetzigen Bestellregeln",
    "Bars for": "Balken für",
    "Bring it": "Übernehmen",
    "Bring its history …": "Historie einspielen …",
    Buffer: "Puffer",
    "By itself": "Automatisch",
    "By the value of what is used in a year, and by how evenly it is used. Click to see the locations.":
      "Nach dem Wert des Jahresverbrauchs und danach, wie gleichmäßig verbraucht wird. Ein Klick zeigt die Lagerplätze.",
    "By what was used in the last four weeks": "Nach dem Verbrauch der letzten vier Wochen",
    "Change it": "Ändern",
    "Change the policy of {name}?": "Bestellregel von {name} ändern?",
    "Change the search, or show all classes.": "Ändern Sie die Suche oder zeigen Sie alle Klassen.",
    "Choose a file …": "Datei auswählen …",
    "Choose a kind, or let planning recommend one.":
      "Wählen Sie eine Art oder lassen Sie die Planung eine empfehlen.",
    "Choose a location": "Wählen Sie einen Lagerplatz",
    "Choose a longer time.": "Wählen Sie einen längeren Zeitraum.",
    "Choose another one, or take a file of demand: date and quantity, a line a day.":
      "Wählen Sie einen anderen oder nehmen Sie eine Datei mit Verbrauch: Datum und Menge, eine Zeile je Tag.",
    "Choose one": "Bitte wählen",
    Class: "Klasse",
    Close: "Schließen",
    Conditions: "Bedingungen",
    "Cost a year": "Kosten im Jahr",
    "Cost a year, parts included": "Kosten im Jahr, mit Teilen",
    "Cost of holding stock": "Lagerhaltungskosten",
    "Cost of orders": "Bestellkosten",
    Costs: "Kosten",
    "Cycles without a stock-out": "Zyklen ohne Fehlbestand",
    "Date and quantity, a line each; days of the same date are summed. Paste it here, or choose a file.":
      "Datum und Menge, je eine Zeile; gleiche Tage werden addiert. Hier einfügen oder eine Datei auswählen.",
    Days: "Tage",
    "Days that it does not name:": "Nicht genannte Tage:",
    Demand: "Verbrauch",
    "Demand by day": "Verbrauch nach Tagen",
    "Demand from": "Verbrauch aus",
    Difference: "Unterschied",
    Dismiss: "Verwerfen",
    "Dismiss this proposal?": "Diesen Vorschlag verwerfen?",
    "Dismiss {count} proposals?": "{count} Vorschläge verwerfen?",
    "Dismiss {count} …": "{count} verwerfen …",
    "Dismiss …": "Verwerfen …",
    Dismissed: "Verworfen",
    "Dismissed proposals": "Verworfene Vorschläge",
    "Drag to zoom in, double-click to see all.": "Ziehen vergrößert, Doppelklick zeigt alles.",
    "Each policy begins with as much as it orders up to.":
      "Jede Bestellregel beginnt mit so viel, wie sie höchstens auffüllt.",
    "Empty: stock has no value": "Leer: Bestand hat keinen Wert",
    "Enter the numbers to see what will happen.": "Geben Sie die Zahlen ein, um zu sehen, was geschieht.",
    "Enter what is marked above, and choose a policy: the result is shown at once.":
      "Ergänzen Sie, was oben markiert ist, und wählen Sie eine Bestellregel: Das Ergebnis erscheint sofort.",
    Erratic: "Schwankend",
    "Everything is used": "Alles wird verbraucht",
    "Expected effect": "Erwartete Wirkung",
    "Expected figures": "Erwartete Kennzahlen",
    "Fewer than eight days or weeks are known: no telling.":
      "Weniger als acht Tage oder Wochen sind bekannt: keine Aussage.",
    "File of demand": "Datei mit Verbrauch",
    "Fits in ({unit})": "Passt hinein ({unit})",
    "For days on which no sensor saw it. It takes the place of what was brought for this location before.":
      "Für Tage, an denen kein Sensor gemessen hat. Sie ersetzt, was für diesen Lagerplatz früher eingespielt wurde.",
    "For example: of a part that is used for {used} a year, about {value} are ordered at once, {times} times a year.":
      "Zum Beispiel: Von einem Teil, das für {used} im Jahr verbraucht wird, werden etwa {value} auf einmal bestellt, {times} Mal im Jahr.",
    "For example: where up to 500 pieces are ordered, planning may move reorder point and highest level by up to {step} pieces each, unless that adds more than {most} to the average stock. Everything else waits for you as a proposal, and so do parts without a price.":
      "Zum Beispiel: Wo bis auf 500 Stück aufgefüllt wird, darf die Planung Bestellpunkt und Höchstbestand um je bis zu {step} Stück verschieben, solange das den durchschnittlichen Bestand um nicht mehr als {most} erhöht. Alles andere wartet als Vorschlag auf Sie, ebenso Teile ohne Preis.",
    "For your colleagues and the audit trail; may be left empty":
      "Für Ihre Kollegen und das Protokoll; darf leer bleiben",
    Forecast: "Prognose",
    "Forecast and plan": "Prognose und Plan",
    Forecasts: "Prognosen",
    "From 50 to 99.99": "Von 50 bis 99,99",
    "From now on: {policy}, safety stock {safetyStock}.":
      "Ab jetzt: {policy}, Sicherheitsbestand {safetyStock}.",
    "From the order to the shelf": "Von der Bestellung bis ins Regal",
    "Give or take (days)": "Abweichung (Tage)",
    Green: "Grün",
    "Highest stock": "Höchster Bestand",
    "Holding stock": "Lagerhaltung",
    "Holding stock (% a year)": "Lagerhaltung (% im Jahr)",
    "Holding stock (% of its value a year)": "Lagerhaltung (% des Werts im Jahr)",
    "Holding stock costs nothing: as much is ordered at once as fits in.":
      "Lagerhaltung kostet nichts: Es wird so viel auf einmal bestellt, wie hineinpasst.",
    "In no planned location something has lain unused for {days} days. A location is looked at once planning has run.":
      "An keinem geplanten Lagerplatz liegt etwas seit {days} Tagen ungenutzt. Ein Lagerplatz wird betrachtet, sobald die Planung gelaufen ist.",
    Intermittent: "Sporadisch",
    "It is less than that, since {averageOrder} come at once: what is short now and then before an order arrives is little beside it.":
      "Er liegt darunter, weil {averageOrder} auf einmal kommen: Was vor dem Eintreffen gelegentlich fehlt, ist wenig dagegen.",
    "It is planned next night; who manages the inventory can plan it now on the page Planning.":
      "Er wird in der nächsten Nacht geplant; wer den Bestand verwaltet, kann ihn auf der Seite Planung sofort planen.",
    "It would cost as much.": "Sie würde gleich viel kosten.",
    "It would cost {amount} more a year.": "Sie würde {amount} im Jahr mehr kosten.",
    "It would save {amount} a year.": "Sie würde {amount} im Jahr sparen.",
    "Its value": "Sein Wert",
    "Largest change (%)": "Größte Änderung (%)",
    Lasts: "Reicht",
    "Lead time (days)": "Wiederbeschaffungszeit (Tage)",
    "Line {line}: {message}": "Zeile {line}: {message}",
    "Location or part": "Lagerplatz oder Teil",
    Lumpy: "Stoßweise",
    "Measured by": "Gemessen an",
    "Measured from the last {samples} orders": "Gemessen an den letzten {samples} Bestellungen",
    "Minimum order ({unit})": "Mindestbestellmenge ({unit})",
    "Money, space, insurance, what spoils: often 15 to 30":
      "Kapital, Platz, Versicherung, Verderb: oft 15 bis 30",
    "Most additional stock value ({currency})": "Höchster zusätzlicher Bestandswert ({currency})",
    "Next by itself: {value}.": "Das nächste Mal von selbst: {value}.",
    "Next refill": "Nächste Nachbestellung",
    "No demand yet": "Noch kein Verbrauch",
    "No sensor watches this location, so nothing comes in by itself.":
      "Kein Sensor misst diesen Lagerplatz, von selbst kommt also nichts herein.",
    "No whole day of use is known yet; {leastDays} are needed for a forecast:":
      "Noch kein ganzer Tag Verbrauch ist bekannt; für eine Prognose braucht es {leastDays}:",
    "Nobody supplies the part": "Niemand liefert das Teil",
    "Nobody supplies the part in quantities that fit in here.":
      "Niemand liefert das Teil in Mengen, die hier hineinpassen.",
    None: "Keine",
    "None of these": "Keine davon",
    "Not applied by itself: {needsPerson}.": "Nicht automatisch übernommen: {needsPerson}.",
    "Not there when wanted": "Nicht da, als gebraucht",
    "Not used": "Nicht verbraucht",
    "Nothing can be recommended: too little is used, or nothing that can be ordered fits in.":
      "Nichts kann empfohlen werden: Es wird zu wenig verbraucht, oder nichts Bestellbares passt hinein.",
    "Nothing is compared: only the proposed policy is replayed.":
      "Nichts wird verglichen: Nur die vorgeschlagene Bestellregel wird durchgespielt.",
    "Nothing is known yet of what is used here": "Vom Verbrauch hier ist noch nichts bekannt",
    "Nothing is planned yet": "Noch ist nichts geplant",
    "Nothing is proposed": "Nichts ist vorgeschlagen",
    "Nothing is replayed yet": "Noch ist nichts durchgespielt",
    "Nothing is used here, so nothing is recommended.":
      "Hier wird nichts verbraucht, also wird nichts empfohlen.",
    "Nothing was used for": "Nichts verbraucht seit",
    "Nothing was used in all that is known.": "In allem, was bekannt ist, wurde nichts verbraucht.",
    Now: "Jetzt",
    "Of 1,000 pieces that are wanted, {missed} may have to be waited for.":
      "Von 1.000 gewünschten Stück darf auf {missed} gewartet werden müssen.",
    "Of 1,000 times between order and delivery, {missed} may see a stock-out, however small.":
      "Von 1.000 Zeiträumen zwischen Bestellung und Lieferung dürfen {missed} einen Fehlbestand haben, sei er noch so klein.",
    "Of its value": "Von seinem Wert",
    "Of the highest level": "Vom Höchstbestand",
    "On average, for each location": "Im Durchschnitt, für jeden Lagerplatz",
    "On hand": "Bestand",
    "Only what planning applied by itself": "Nur was die Planung selbst übernommen hat",
    "Only {value}{variation} · show all": "Nur {value}{variation} · alle zeigen",
    Open: "Offen",
    "Open proposals": "Offene Vorschläge",
    "Or take a file of demand: date and quantity, a line a day.":
      "Oder nehmen Sie eine Datei mit Verbrauch: Datum und Menge, eine Zeile je Tag.",
    "Order cycles": "Bestellzyklen",
    "Order multiple ({unit})": "Vielfaches ({unit})",
    "Order only when the supplier takes orders": "Nur bestellen, wenn der Lieferant Bestellungen annimmt",
    "Ordering, receiving, putting away, paying": "Bestellen, annehmen, einlagern, bezahlen",
    "Orders a year": "Bestellungen im Jahr",
    "Orders below it are urgent": "Bestellungen darunter sind dringend",
    "Pack ({unit})": "Verpackungseinheit ({unit})",
    Pieces: "Stück",
    "Pieces from the shelf": "Stück aus dem Regal",
    "Pieces in one": "Stück in einer",
    "Plan now": "Jetzt planen",
    "Planned locations": "Geplante Lagerplätze",
    "Planned {time}": "Geplant {time}",
    "Planned {time}, asked for by {by}": "Geplant {time}, angestoßen von {by}",
    "Planning applied none of them by itself.": "Die Planung hat keinen davon selbst übernommen.",
    "Planning begins in a moment …": "Die Planung beginnt gleich …",
    "Planning changes nothing by itself: people apply what it proposes.":
      "Die Planung ändert nichts selbst: Menschen übernehmen, was sie vorschlägt.",
    "Planning learns from what is used. It needs {leastDays} days of known levels for a forecast and {leastDaysToPropose} for proposals.":
      "Die Planung lernt aus dem Verbrauch. Für eine Prognose braucht sie {leastDays} Tage mit bekanntem Bestand, für Vorschläge {leastDaysToPropose}.",
    "Planning runs": "Planungsläufe",
    "Planning: {planned} of {total} locations": "Planung: {planned} von {total} Lagerplätzen",
    "Poisson distribution": "Poisson-Verteilung",
    Policy: "Bestellregel",
    "Price a piece": "Stückpreis",
    "Price ({currency} a piece)": "Preis ({currency} je Stück)",
    Proposals: "Vorschläge",
    "Proposals that were applied, dismissed or withdrawn stand here.":
      "Übernommene, verworfene und zurückgezogene Vorschläge stehen hier.",
    "Proposed ({unit})": "Vorgeschlagen ({unit})",
    Reason: "Grund",
    Recommend: "Empfehlen",
    Recommended: "Empfohlen",
    Red: "Rot",
    "Reorder at, recommended": "Bestellpunkt, empfohlen",
    "Replays day by day what was used, once with today's policy and once with another one, with the same decisions that Refill makes. Nothing is changed by it.":
      "Spielt den Verbrauch Tag für Tag nach, einmal mit der heutigen Bestellregel und einmal mit einer anderen, mit denselben Entscheidungen, die Refill trifft. Geändert wird dadurch nichts.",
    Result: "Ergebnis",
    "Runs out": "Leer am",
    "Safety stock": "Sicherheitsbestand",
    "Safety stock ({unit})": "Sicherheitsbestand ({unit})",
    "Saved. The next planning goes by it.": "Gespeichert. Die nächste Planung richtet sich danach.",
    Search: "Suchen",
    "Search locations": "Lagerplätze suchen",
    "See <link>the forecasts</link>, or try something in <link2>What if</link2>.":
      "Sehen Sie die <link>Prognosen</link> an oder probieren Sie etwas in <link2>Was wäre wenn</link2>.",
    "Select all {length}": "Alle {length} auswählen",
    "Select the proposal for {name}": "Vorschlag für {name} auswählen",
    "Sensors that are silent do not count: check the devices.":
      "Verstummte Sensoren zählen nicht: Prüfen Sie die Geräte.",
    "Served from the shelf": "Aus dem Regal bedient",
    Service: "Servicegrad",
    "Show more": "Mehr zeigen",
    Site: "Standort",
    "Slow movers": "Langsamdreher",
    Smooth: "Gleichmäßig",
    "So as much is served as this location can: {share} of the pieces; wanted is that {wanted}.":
      "So wird so viel bedient, wie dieser Lagerplatz kann: {share} der Stücke; gewünscht ist: {wanted}.",
    "So little is known yet that the figures are rough.":
      "Es ist noch so wenig bekannt, dass die Zahlen nur grob sind.",
    "So {wanted}.": "So gilt: {wanted}.",
    "Standard deviation; 0: always the same": "Standardabweichung; 0: immer gleich",
    "State of the proposals": "Zustand der Vorschläge",
    Stock: "Bestand",
    "Stock over time. {both}": "Bestand im Zeitverlauf. {both}",
    "Stock-out days": "Tage mit Fehlbestand",
    "Stock-outs a year": "Fehlbestände im Jahr",
    "The lead time is not known well enough to plan with.":
      "Die Wiederbeschaffungszeit ist zum Planen nicht genau genug bekannt.",
    "The level is not known, so neither is the net flow position.":
      "Der Bestand ist nicht bekannt, also auch nicht der verfügbare Bestand.",
    "The location is too small to reach the wanted service.":
      "Der Lagerplatz ist zu klein für den gewünschten Servicegrad.",
    "The part has no price: values and costs are not known, and quantities can't weigh them.":
      "Das Teil hat keinen Preis: Werte und Kosten sind nicht bekannt, und Mengen können sie nicht abwägen.",
    "The position lies above the buffer: there is more than it needs.":
      "Der verfügbare Bestand liegt über dem Puffer: Es ist mehr da, als nötig.",
    "The position lies in the green zone: nothing has to be ordered.":
      "Der verfügbare Bestand liegt in der grünen Zone: Nichts muss bestellt werden.",
    "The position lies in the red zone: by this view {quantity} would be ordered now. It is a view only; orders go by the policy.":
      "Der verfügbare Bestand liegt in der roten Zone: Danach würden jetzt {quantity} bestellt. Das ist nur eine Ansicht; bestellt wird nach der Bestellregel.",
    "The position lies in the yellow zone: by this view {quantity} would be ordered now. It is a view only; orders go by the policy.":
      "Der verfügbare Bestand liegt in der gelben Zone: Danach würden jetzt {quantity} bestellt. Das ist nur eine Ansicht; bestellt wird nach der Bestellregel.",
    "The present policy can't be calculated with: look at its numbers.":
      "Mit der jetzigen Bestellregel lässt sich nicht rechnen: Prüfen Sie ihre Zahlen.",
    "The present policy does not reach the wanted service.":
      "Die jetzige Bestellregel erreicht den gewünschten Servicegrad nicht.",
    "The proposed policy holds {stock} ({averageStock} on average), with {outs} and {orders}.":
      "Die vorgeschlagene Bestellregel hält {stock} ({averageStock} im Durchschnitt), mit {outs} und {orders}.",
    "The run of {createdAt} failed: {problem}": "Der Lauf vom {createdAt} ist gescheitert: {problem}",
    "The safety stock is {safetyStock}.": "Der Sicherheitsbestand beträgt {safetyStock}.",
    "The same is not proposed again for half a year.":
      "Dasselbe wird ein halbes Jahr lang nicht wieder vorgeschlagen.",
    "The smallest possible order is more than twice what would be economical.":
      "Die kleinste mögliche Bestellung ist mehr als doppelt so groß wie wirtschaftlich.",
    "There is no demand to replay": "Es gibt keinen Verbrauch nachzuspielen",
    "There is no history yet": "Es gibt noch keine Historie",
    "There is no storage location yet": "Es gibt noch keinen Lagerplatz",
    "There is no such location": "Diesen Lagerplatz gibt es nicht",
    "They decide how much is ordered at once.": "Sie bestimmen, wie viel auf einmal bestellt wird.",
    "This browser is too old for calendars: update it.":
      "Dieser Browser ist für Kalender zu alt: Aktualisieren Sie ihn.",
    Today: "Heute",
    "Today ({unit})": "Heute ({unit})",
    "Too little known": "Zu wenig bekannt",
    "Until an order is here, {count, plural, one {{days} day passes} other {{days} days pass}}, and {mean} are used in it on average, give or take {standardDeviation}.":
      "Bis eine Bestellung da ist, {count, plural, one {vergeht {days} Tag} other {vergehen {days} Tage}}, in denen durchschnittlich {mean} verbraucht werden, plus oder minus {standardDeviation}.",
    "Unused for": "Ungenutzt seit",
    "Use it …": "Verwenden …",
    Used: "Verbrauch",
    "Used a day": "Verbrauch am Tag",
    "Used by day: {count, plural, one {# day} other {# days}} from {date}, {missing} of them not known":
      "Verbrauch nach Tagen: {count, plural, one {# Tag} other {# Tage}} ab {date}, {missing} davon nicht bekannt",
    "Used by week: {count, plural, one {# week} other {# weeks}} from {date}, {missing} of them not known":
      "Verbrauch nach Wochen: {count, plural, one {# Woche} other {# Wochen}} ab {date}, {missing} davon nicht bekannt",
    "Used in a year": "Im Jahr verbraucht",
    "Used in the lead time": "Verbrauch in der Wiederbeschaffungszeit",
    "Used now and then, always about as much.": "Ab und zu verbraucht, immer etwa gleich viel.",
    "Used now and then, in very different quantities.":
      "Ab und zu verbraucht, in sehr unterschiedlichen Mengen.",
    "Used often, and always about as much.": "Oft verbraucht, und immer etwa gleich viel.",
    "Used often, but in very different quantities.": "Oft verbraucht, aber in sehr unterschiedlichen Mengen.",
    "Used ({unit})": "Verbrauch ({unit})",
    Value: "Wert",
    "Wanted service": "Gewünschter Servicegrad",
    "Wanted service (%)": "Gewünschter Servicegrad (%)",
    "Week from {date}": "Woche ab {date}",
    Weeks: "Wochen",
    "What if": "Was wäre wenn",
    "What if …": "Was wäre wenn …",
    "What is not there:": "Was nicht da ist:",
    "What is to be expected": "Was zu erwarten ist",
    "What planning aims at when it recommends a reorder point.":
      "Worauf die Planung zielt, wenn sie einen Bestellpunkt empfiehlt.",
    "What planning may change without asking anybody.":
      "Was die Planung ändern darf, ohne jemanden zu fragen.",
    "What was used in": "Verbrauch im Zeitraum",
    "What was used of {name}": "Was von {name} verbraucht wurde",
    "What would have been": "Was gewesen wäre",
    "Whatever its quantity": "Unabhängig von der Menge",
    "Why reorder at {reorderPoint}": "Warum bei {reorderPoint} nachbestellt wird",
    "Why this reorder point": "Warum dieser Bestellpunkt",
    "With 80 % between these days, if nothing comes":
      "Zu 80 % zwischen diesen Tagen, wenn nichts hereinkommt",
    "With working sensors there will be forecasts from {forecasts} and proposals from {proposals}.":
      "Mit funktionierenden Sensoren gibt es Prognosen ab {forecasts} und Vorschläge ab {proposals}.",
    Withdrawn: "Zurückgezogen",
    "Withdrawn proposals": "Zurückgezogene Vorschläge",
    "Without a price, holding stock costs nothing here.": "Ohne Preis kostet Lagerhaltung hier nichts.",
    Yellow: "Gelb",
    "and {length} more lines": "und {length} weitere Zeilen",
    "and {length} more: search to see them": "und {length} weitere: suchen Sie, um sie zu sehen",
    "as it was seen (bootstrap)": "wie beobachtet (Bootstrap)",
    "as many orders": "gleich vielen Bestellungen",
    "as many stock-out days": "gleich vielen Tagen mit Fehlbestand",
    "as much stock": "gleich viel Bestand",
    "at least {days} days": "mindestens {days} Tage",
    "choose one": "bitte wählen",
    "even use": "gleichmäßig",
    "exponential smoothing": "exponentielle Glättung",
    "gamma distribution": "Gammaverteilung",
    "is missing": "fehlt",
    "is taken elsewhere": "wird woanders geholt",
    "is waited for": "wird abgewartet",
    "it was interrupted": "er wurde unterbrochen",
    "later than two years": "später als in zwei Jahren",
    money: "Geld",
    "more than {share}": "mehr als {share}",
    moving: "läuft",
    "moving average": "gleitender Durchschnitt",
    "must be at least 1 piece": "muss mindestens 1 Stück sein",
    "must be at most {most} days": "darf höchstens {most} Tage sein",
    "negative binomial distribution": "negative Binomialverteilung",
    "no price": "kein Preis",
    "no sensor watches this location, so nothing comes in by itself.":
      "Kein Sensor misst diesen Lagerplatz, von selbst kommt also nichts herein.",
    "no use expected": "kein Verbrauch erwartet",
    "non-mover": "ohne Bewegung",
    "normal distribution": "Normalverteilung",
    "not planned yet": "noch nicht geplant",
    "not within two years": "nicht in zwei Jahren",
    "nothing is expected": "nichts wird erwartet",
    "nothing was used": "nichts wurde verbraucht",
    "of them urgent": "davon dringend",
    "on {date} at the earliest.": "frühestens am {date}.",
    pieces: "Stück",
    "planned {time}": "geplant {time}",
    proposal: "Vorschlag",
    "slow mover": "Langsamdreher",
    "smoothing with a trend": "Glättung mit Trend",
    "smoothing with trend and season": "Glättung mit Trend und Saison",
    "the last 13 weeks": "den letzten 13 Wochen",
    "the last 5%": "die letzten 5 %",
    "the last half year": "dem letzten halben Jahr",
    "the last two years": "den letzten zwei Jahren",
    "the last year": "dem letzten Jahr",
    "the level is not known": "der Bestand ist nicht bekannt",
    "the next 15%": "die nächsten 15 %",
    "this location": "diesen Lagerplatz",
    "together stock value {stockValue}, stock-outs a year {stockOutsPerYear}, orders a year {ordersPerYear}":
      "zusammen Bestandswert {stockValue}, Fehlbestände im Jahr {stockOutsPerYear}, Bestellungen im Jahr {ordersPerYear}",
    varies: "schwankt",
    "varies much": "schwankt stark",
    "without deviation": "ohne Abweichung",
    "{applied} applied by itself": "{applied} automatisch übernommen",
    "{cards} cards of {pieces}": "{cards} Karten zu {pieces}",
    "{count, plural, one {# has} other {# have}} no price and are not counted.":
      "{count, plural, one {# hat} other {# haben}} keinen Preis und zählen nicht mit.",
    "{count, plural, one {# order} other {# orders}} fewer":
      "{count, plural, one {# Bestellung} other {# Bestellungen}} weniger",
    "{count, plural, one {# order} other {# orders}} more":
      "{count, plural, one {# Bestellung} other {# Bestellungen}} mehr",
    "{count, plural, one {# proposal is} other {# proposals are}} applied.":
      "{count, plural, one {# Vorschlag ist} other {# Vorschläge sind}} übernommen.",
    "{count, plural, one {# proposal is} other {# proposals are}} dismissed.":
      "{count, plural, one {# Vorschlag ist} other {# Vorschläge sind}} verworfen.",
    "{count, plural, one {# stock-out day} other {# stock-out days}} fewer":
      "{count, plural, one {# Tag} other {# Tagen}} mit Fehlbestand weniger",
    "{count, plural, one {# stock-out day} other {# stock-out days}} more":
      "{count, plural, one {# Tag} other {# Tagen}} mit Fehlbestand mehr",
    "{count, plural, one {lies in # location} other {lie in # locations}} of which nothing has been used for {days} days.":
      "{count, plural, one {liegen an # Lagerplatz} other {liegen an # Lagerplätzen}}, von denen seit {days} Tagen nichts verbraucht wurde.",
    "{created, plural, one {# new proposal} other {# new proposals}}":
      "{created, plural, one {# neuer Vorschlag} other {# neue Vorschläge}}",
    "{date}, between {begins} and {ends}": "{date}, zwischen {begins} und {ends} Uhr",
    "{days, plural, one {# day} other {# days}}, {demand} used.":
      "{days, plural, one {# Tag} other {# Tage}}, {demand} verbraucht.",
    "{days} days": "{days} Tage",
    "{expected} ({earliest} to {latest})": "{expected} ({earliest} bis {latest})",
    "{i} expected: {rate} a {period, select, week {week} other {day}}":
      "{i} erwartet: {rate} {period, select, week {in der Woche} other {am Tag}}",
    "{i} net flow position {position}": "{i} verfügbarer Bestand {position}",
    "{i} not known: the sensor was silent, or the location empty":
      "{i} nicht bekannt: Der Sensor schwieg, oder der Lagerplatz war leer",
    "{i} on hand {onHand}": "{i} Bestand {onHand}",
    "{i} proposed": "{i} vorgeschlagen",
    "{i} something was not there": "{i} etwas fehlte",
    "{i} today": "{i} heute",
    "{i} used": "{i} verbraucht",
    "{known, plural, one {# whole day is} other {# whole days are}} known yet; {leastDays} are needed for a forecast:":
      "{known, plural, one {# ganzer Tag ist} other {# ganze Tage sind}} bisher bekannt; für eine Prognose braucht es {leastDays}:",
    "{length} could not be decided": "{length} konnten nicht entschieden werden",
    "{length} days from {firstDay} to {firstDay2}, {sum}; {unnamedDays} days are not named.":
      "{length} Tage von {firstDay} bis {firstDay2}, {sum}; {unnamedDays} Tage sind nicht genannt.",
    "{length} of {length2} locations": "{length} von {length2} Lagerplätzen",
    "{length} selected": "{length} ausgewählt",
    "{mean} ± {deviation} in {days} days, {family}": "{mean} ± {deviation} in {days} Tagen, {family}",
    "{missingDays} of the days are not known: for each stands the same weekday of the nearest known week.":
      "{missingDays} der Tage sind nicht bekannt: Für jeden steht derselbe Wochentag der nächsten bekannten Woche.",
    "{months} months": "{months} Monate",
    "{name} is too large: 2 MB at most": "{name} ist zu groß: höchstens 2 MB",
    "{name} orders by it from now on.": "{name} bestellt ab jetzt danach.",
    "{name}: {averageStock} on average, {stockOutDays} stock-out days":
      "{name}: durchschnittlich {averageStock}, {stockOutDays} Tage mit Fehlbestand",
    "{orders} of {quantity}": "{orders} zu {quantity}",
    "{points} points": "{points} Punkte",
    "{rate} a day, by {method}": "{rate} am Tag, mit {method}",
    "{share} of its value a year": "{share} des Werts im Jahr",
    "{share} of the order cycles go without a stock-out":
      "{share} der Bestellzyklen bleiben ohne Fehlbestand",
    "{share} of the pieces come from the shelf": "{share} der Stücke kommen aus dem Regal",
    "{size} less stock": "{size} weniger Bestand",
    "{size} more stock": "{size} mehr Bestand",
    "{stockValue} stock": "{stockValue} Bestand",
    "{title}: policy": "{title}: Bestellregel",
    "{total, plural, one {# location} other {# locations}}, {found}.":
      "{total, plural, one {# Lagerplatz} other {# Lagerplätze}}, {found}.",
    "{valuePerYear} used": "{valuePerYear} verbraucht",
    "{value}{variation}: {count} locations": "{value}{variation}: {count} Lagerplätze",
    "{withdrawn} withdrawn": "{withdrawn} zurückgezogen",
    "{words}, class {name}": "{words}, Klasse {name}",
    "{words}, {rate} expected": "{words}, {rate} erwartet",
    "· safety stock {safetyStock}": "· Sicherheitsbestand {safetyStock}",
    "▲ ordered": "▲ bestellt",
    "▼ received": "▼ erhalten",
  },
  server: {
    "Changes are not applied automatically.": "Änderungen werden nicht automatisch übernommen",
    "Demand is smooth": "Der Verbrauch ist gleichmäßig",
    "Demand is regular but its size varies": "Der Verbrauch ist regelmäßig, aber verschieden groß",
    "Demand is intermittent": "Der Verbrauch ist sporadisch",
    "Demand is intermittent and its size varies": "Der Verbrauch ist sporadisch und verschieden groß",
    Demand: "Verbrauch",
    "It adds {0} {1} to the stock value; up to {2} {3} is applied automatically.":
      "Der Bestandswert steigt um {0} {1}; bis {2} {3} wird automatisch übernommen",
    "It changes the levels by {0} %; up to {1} % is applied automatically.":
      "Die Bestände ändern sich um {0} %; bis {1} % wird automatisch übernommen",
    "It was interrupted and not taken up again; the next one plans everything anew.":
      "Er wurde unterbrochen und nicht wieder aufgenommen; der nächste plant alles neu.",
    "The part has no price, so nobody knows what it adds to the stock value.":
      "Das Teil hat keinen Preis, also weiß niemand, um wie viel der Bestandswert steigt",
    "{0}, {1} pieces a week; the lead time of {2} days takes {3} ± {4}. With {5}, {6} is to be expected, wanted is {7}: about {8} stock-outs a year.":
      "{0}, {1} Stück in der Woche; die Wiederbeschaffungszeit von {2} Tagen braucht {3} ± {4}. Mit {5} sind {6} zu erwarten, gewünscht sind {7}: etwa {8} Fehlbestände im Jahr.",
    "{0}, {1} pieces a week; the lead time of {2} days takes {3} ± {4}. With {5}, {6} is to be expected, wanted is {7}: on average {8} pieces lie there, more than that needs.":
      "{0}, {1} Stück in der Woche; die Wiederbeschaffungszeit von {2} Tagen braucht {3} ± {4}. Mit {5} sind {6} zu erwarten, gewünscht sind {7}: Im Durchschnitt liegen {8} Stück da, mehr als dafür nötig.",
    "{0}, {1} pieces a week; the lead time of {2} days takes {3} ± {4}. With {5}, {6} is to be expected, wanted is {7}; but {8} orders a year and {9} pieces on average cost more than they must.":
      "{0}, {1} Stück in der Woche; die Wiederbeschaffungszeit von {2} Tagen braucht {3} ± {4}. Mit {5} sind {6} zu erwarten, gewünscht sind {7}; aber {8} Bestellungen im Jahr und durchschnittlich {9} Stück kosten mehr als nötig.",
    "minimum {0} and maximum {1}": "Minimum {0} und Maximum {1}",
    "reorder point {0} and quantity {1}": "Bestellpunkt {0} und Menge {1}",
    "reorder point {0} and maximum {1}": "Bestellpunkt {0} und Maximum {1}",
    "{0} cards of {1}": "{0} Karten zu {1}",
    "two bins of {0}": "zwei Behältern zu {0}",
    "{0} pieces": "{0} Stück",
    "{0} of the pieces from the shelf": "{0} der Stücke aus dem Regal",
    "{0} of the order cycles without a stock-out": "{0} der Bestellzyklen ohne Fehlbestand",
    "more than 99.99 %": "mehr als 99,99 %",
  },
} satisfies Catalogue;
