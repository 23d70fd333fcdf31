import type { Catalogue } from "../language.ts";

export default {
  words: {
    "A bin that is empty at {length}, holds {weight} and stands at {temperature}, reads so.":
      "Ein Behälter, der bei {length} leer ist, {weight} fasst und bei {temperature} steht, wird so angezeigt.",
    "A part is counted in its own unit. These are offered when a part is made: {usual}.":
      "Ein Teil wird in seiner eigenen Einheit gezählt. Diese werden beim Anlegen angeboten: {usual}.",
    Address: "Adresse",
    "Amounts keep their numbers: {before} becomes {after}.":
      "Beträge behalten ihre Zahlen: Aus {before} wird {after}.",
    Celsius: "Celsius",
    Currency: "Währung",
    "Delivery address": "Lieferadresse",
    Fahrenheit: "Fahrenheit",
    Grams: "Gramm",
    "How measurements are read": "Wie Messwerte angezeigt werden",
    Inches: "Zoll",
    "It stands in orders to suppliers. A site can have an address of its own.":
      "Sie steht in Bestellungen an Lieferanten. Ein Standort kann eine eigene haben.",
    Lengths: "Längen",
    Millimetres: "Millimeter",
    Money: "Geld",
    "Of all prices and values": "Für alle Preise und Werte",
    "Pounds and ounces": "Pfund und Unzen",
    Save: "Speichern",
    "Saved.": "Gespeichert.",
    Temperatures: "Temperaturen",
    "They hold for everybody in your company. The API always speaks metric.":
      "Sie gelten für alle in Ihrem Unternehmen. Die API spricht immer metrisch.",
    "Type one and press Enter": "Geben Sie eine ein und drücken Sie Enter",
    "Units and address": "Einheiten und Adresse",
    "Units of parts": "Einheiten von Teilen",
    "Units of your own": "Eigene Einheiten",
    Weights: "Gewichte",
  },
} satisfies Catalogue;
