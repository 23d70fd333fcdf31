import type { Catalogue } from "../language.ts";

/** What a material manager sees first. */
export default {
  words: {
    "1 year": "1 Jahr",
    "30 days": "30 Tage",
    "90 days": "90 Tage",
    "A storage location is where a part lies and a sensor watches it. In this order you get there:":
      "Ein Lagerplatz ist, wo ein Teil liegt und ein Sensor darauf achtet. In dieser Reihenfolge kommen Sie dorthin:",
    "All devices": "Alle Geräte",
    "All gateways": "Alle Gateways",
    "All locations": "Alle Lagerplätze",
    "All orders": "Alle Bestellungen",
    "All proposals": "Alle Vorschläge",
    "All sites": "Alle Standorte",
    Approve: "Freigeben",
    "Approve order {number}": "Bestellung {number} freigeben",
    "Approve order {number}?": "Bestellung {number} freigeben?",
    "Better reorder points and quantities, with what they bring":
      "Bessere Bestellpunkte und Mengen, und was sie bringen",
    Count: "Zählen",
    Devices: "Geräte",
    "Empty or will be": "Leer oder bald leer",
    "Every refill comes in time, as far as stock and use are known.":
      "Jede Nachbestellung kommt rechtzeitig, soweit Bestand und Verbrauch bekannt sind.",
    Locations: "Lagerplätze",
    "Locations that were empty, by day": "Leere Lagerplätze nach Tagen",
    Look: "Ansehen",
    "Look at them": "Ansehen",
    "No order is open.": "Keine Bestellung ist offen.",
    "No storage locations yet": "Noch keine Lagerplätze",
    "Nobody supplies the part: choose a supplier": "Niemand liefert das Teil: Wählen Sie einen Lieferanten",
    "Nothing is on order; ordered now, it would come {day}":
      "Nichts ist bestellt; jetzt bestellt, käme es {day}",
    "Nothing needs you: everything is taken care of.": "Nichts braucht Sie: Für alles ist gesorgt.",
    "Nothing: orders are approved and sent, sensors and gateways are heard.":
      "Nichts: Bestellungen sind freigegeben und gesendet, Sensoren und Gateways melden sich.",
    "On its way": "Unterwegs",
    Open: "Öffnen",
    "Order {number}": "Bestellung {number}",
    "Order {number} has not reached {supplier}": "Bestellung {number} hat {supplier} nicht erreicht",
    "Order {number}: {quantity} of {part}": "Bestellung {number}: {quantity} {part}",
    Orders: "Bestellungen",
    "Orders placed by day": "Bestellungen nach Tagen",
    "Over time": "Im Zeitverlauf",
    Overdue: "Überfällig",
    Overview: "Übersicht",
    Parts: "Teile",
    "Pick at {source}": "Zu holen bei {source}",
    "Refill comes {day}: {short} days short": "Nachschub kommt {day}: {short} Tage zu spät",
    "See all run-out dates": "Alle Reichweiten ansehen",
    "See the shelves": "Regale ansehen",
    "Send again": "Erneut senden",
    "Send order {number} again": "Bestellung {number} erneut senden",
    "Service level": "Servicegrad",
    "Share of the time with stock by day": "Anteil der Zeit mit Bestand nach Tagen",
    "Show fewer": "Weniger zeigen",
    "Show {count} more": "{count} weitere zeigen",
    Site: "Standort",
    Sites: "Standorte",
    "Stock-outs": "Fehlbestände",
    Suppliers: "Lieferanten",
    "The course begins tomorrow: days are summed in the night after them.":
      "Der Verlauf beginnt morgen: Jeder Tag wird in der Nacht danach ausgewertet.",
    "The lower level counts until somebody counts": "Der niedrigere Bestand gilt, bis jemand zählt",
    "The most urgent {shown} of {total} are listed.": "Die dringendsten {shown} von {total} sind aufgeführt.",
    "The refill is overdue: nobody knows when it comes":
      "Der Nachschub ist überfällig: Niemand weiß, wann er kommt",
    "Time that is shown": "Gezeigter Zeitraum",
    "Value of stock": "Bestandswert",
    "Value of stock by day": "Bestandswert nach Tagen",
    "Waits for approval; approved now, it comes {day}: {short} days short":
      "Wartet auf Freigabe; jetzt freigegeben, kommt es {day}: {short} Tage zu spät",
    "Waits for you": "Wartet auf Sie",
    "a removed location": "ein entfernter Lagerplatz",
    "at the prices of the first suppliers": "zu den Preisen der ersten Lieferanten",
    empty: "leer",
    "empty {day}": "leer {day}",
    "for {place} from {source}": "für {place} von {source}",
    hours: "Stunden",
    "its supplier": "ihren Lieferanten",
    "last heard {since}": "zuletzt gehört {since}",
    "last heard {since}; the level is unknown": "zuletzt gehört {since}; der Bestand ist unbekannt",
    "of the locations have stock now": "der Lagerplätze haben jetzt Bestand",
    "of the time something was there; now {share} of the locations have stock":
      "der Zeit war etwas da; jetzt haben {share} der Lagerplätze Bestand",
    "order {number}": "Bestellung {number}",
    "placed; none has arrived yet": "bestellt; angekommen ist noch keine",
    "placed; {share} of those that arrived were on time, {late} late":
      "bestellt; von den angekommenen waren {share} pünktlich, {late} verspätet",
    "the sensors, by the data on their labels": "die Sensoren, mit den Angaben auf ihrem Etikett",
    "times a location was empty on a day, {hours} in all; now {empty, plural, one {# is} other {# are}} empty":
      "Mal war ein Lagerplatz an einem Tag leer, insgesamt {hours}; jetzt {empty, plural, one {ist # leer} other {sind # leer}}",
    today: "heute",
    tomorrow: "morgen",
    "what is ordered, with pack size and price": "was bestellt wird, mit Verpackungseinheit und Preis",
    "what lies where, and when it is reordered": "was wo liegt und wann nachbestellt wird",
    "where your shelves stand": "wo Ihre Regale stehen",
    "who delivers, and how orders reach them": "wer liefert, und wie Bestellungen ihn erreichen",
    "{all} ({count})": "{all} ({count})",
    "{count, plural, =0 {no order} one {# order} other {# orders}} on the way":
      "{count, plural, =0 {keine Bestellung} one {# Bestellung} other {# Bestellungen}} unterwegs",
    "{count, plural, one {# gateway away} other {# gateways away}}":
      "{count, plural, one {# Gateway nicht erreichbar} other {# Gateways nicht erreichbar}}",
    "{count, plural, one {# late order} other {# late orders}}":
      "{count, plural, one {# verspätete Bestellung} other {# verspätete Bestellungen}}",
    "{count, plural, one {# location whose sensors disagree} other {# locations whose sensors disagree}}":
      "{count, plural, one {# Lagerplatz mit widersprüchlichen Sensoren} other {# Lagerplätze mit widersprüchlichen Sensoren}}",
    "{count, plural, one {# order that could not be sent} other {# orders that could not be sent}}":
      "{count, plural, one {# Bestellung, die nicht gesendet werden konnte} other {# Bestellungen, die nicht gesendet werden konnten}}",
    "{count, plural, one {# order to approve} other {# orders to approve}}":
      "{count, plural, one {# Bestellung freizugeben} other {# Bestellungen freizugeben}}",
    "{count, plural, one {# order} other {# orders}}":
      "{count, plural, one {# Bestellung} other {# Bestellungen}}",
    "{count, plural, one {# proposal of planning} other {# proposals of planning}}":
      "{count, plural, one {# Vorschlag der Planung} other {# Vorschläge der Planung}}",
    "{count, plural, one {# silent device} other {# silent devices}}":
      "{count, plural, one {# verstummtes Gerät} other {# verstummte Geräte}}",
    "{count, plural, one {# transfer to pick} other {# transfers to pick}}":
      "{count, plural, one {# Umlagerung zu holen} other {# Umlagerungen zu holen}}",
    "{count, plural, one {# unknown level} other {# unknown levels}}":
      "{count, plural, one {# unbekannter Bestand} other {# unbekannte Bestände}}",
    "{count, plural, one {# weak battery} other {# weak batteries}}":
      "{count, plural, one {# schwache Batterie} other {# schwache Batterien}}",
    "{device} at {place}": "{device} an {place}",
    "{empty, plural, one {location is} other {locations are}} empty now":
      "{empty, plural, one {Lagerplatz ist} other {Lagerplätze sind}} jetzt leer",
    "{label}, {first} to {last}: lowest {lowest}, highest {highest}, last {latest}":
      "{label}, {first} bis {last}: niedrigster {lowest}, höchster {highest}, letzter {latest}",
    "{locations, plural, one {# location} other {# locations}} watched":
      "{locations, plural, one {# Lagerplatz} other {# Lagerplätze}} im Blick",
    "{needs, plural, one {# thing needs you} other {# things need you}}; everything else is taken care of.":
      "{needs, plural, one {# Sache braucht Sie} other {# Dinge brauchen Sie}}; für alles andere ist gesorgt.",
    "{onHand} left": "noch {onHand}",
    "{quantity} of {part}": "{quantity} {part}",
    "{quantity} of {part} for {place}": "{quantity} {part} für {place}",
    "{quantity} of {part}, value {value}. The order goes to {supplier} as soon as that takes orders.":
      "{quantity} {part}, Wert {value}. Die Bestellung geht an {supplier}, sobald dort Bestellungen angenommen werden.",
    "{share} left": "noch {share}",
    "{supplier} · was due {since}": "{supplier} · war fällig {since}",
    "{unknown, plural, one {# location} other {# locations}} with an unknown level not counted":
      "ohne {unknown, plural, one {# Lagerplatz} other {# Lagerplätze}} mit unbekanntem Bestand",
    "{withoutPrice, plural, one {# location} other {# locations}} without a price not counted: <link>give prices</link>":
      "ohne {withoutPrice, plural, one {# Lagerplatz} other {# Lagerplätze}} ohne Preis: <link>Preise angeben</link>",
  },
  server: {
    "its price is not known, and orders above {0} need approval":
      "sein Preis ist nicht bekannt, und Bestellungen über {0} brauchen eine Freigabe",
    "its value of {0} is above {1}": "Wert {0} liegt über {1}",
    "this part is ordered with approval only": "dieses Teil wird nur mit Freigabe bestellt",
  },
} satisfies Catalogue;
