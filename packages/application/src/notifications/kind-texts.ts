import type { Language } from "../accounts/records.ts";
import type { NotificationGroup, NotificationKind } from "./kinds.ts";

interface KindText {
  /** As a choice among others. */
  title: string;
  /** When it is told and when it is over. */
  description: string;
  /** How many of them, as a heading in a mail. */
  count(n: number): string;
}

const one = (singular: string, plural: string) => (n: number) => (n === 1 ? singular : `${n} ${plural}`);

const english: Record<NotificationKind, KindText> = {
  "location-empty": {
    title: "A location is empty",
    description: "The last piece has left. Over when pieces are seen there again.",
    count: one("A location is empty", "locations are empty"),
  },
  "runs-out": {
    title: "A location runs out before its refill",
    description:
      "By the forecast it will be empty at least half a day before the refill comes. Looked at every hour.",
    count: one("A location runs out before its refill", "locations run out before their refill"),
  },
  "level-unknown": {
    title: "A level is not known, or sensors contradict each other",
    description: "The sensor is faulty or stuck, or two sensors say different things: please count.",
    count: one("A level is not known", "levels are not known"),
  },
  "order-waits": {
    title: "An order waits for approval",
    description: "Nothing is ordered until somebody approves or rejects it.",
    count: one("An order waits for approval", "orders wait for approval"),
  },
  "order-late": {
    title: "An order is late",
    description: "It has not come when it was promised, or by its lead time.",
    count: one("An order is late", "orders are late"),
  },
  "order-not-sent": {
    title: "A purchase order could not be sent",
    description: "The supplier does not have it yet. Refill goes on trying for two days.",
    count: one("A purchase order could not be sent", "purchase orders could not be sent"),
  },
  "proposals-wait": {
    title: "Planning has proposals",
    description: "Told once until all of them are decided.",
    count: one("Planning has proposals", "times planning has proposals"),
  },
  "device-silent": {
    title: "A device is silent",
    description: "Nothing was heard for 3 hours, of a button for 37 hours. Over with its next message.",
    count: one("A device is silent", "devices are silent"),
  },
  "battery-low": {
    title: "A battery is low",
    description: "20 % or less is left. Over when it has 30 % again.",
    count: one("A battery is low", "batteries are low"),
  },
  "gateway-away": {
    title: "A gateway does not answer",
    description: "It has sent nothing for 15 minutes: sensors that only it hears will seem silent.",
    count: one("A gateway does not answer", "gateways do not answer"),
  },
  "webhook-fails": {
    title: "A webhook fails",
    description: "No event could be delivered for half an hour, or Refill switched it off.",
    count: one("A webhook fails", "webhooks fail"),
  },
  "operator-asks": {
    title: "An operator asks for access",
    description: "Nobody of the service looks into your account before an admin lets them in.",
    count: one("An operator asks for access", "operators ask for access"),
  },
  "export-ready": {
    title: "A data export is ready",
    description: "Somebody asked for the account's data; they can be fetched for some days.",
    count: one("A data export is ready", "data exports are ready"),
  },
  "import-finished": {
    title: "An import has finished",
    description: "How many records came in, and how many lines were refused.",
    count: one("An import has finished", "imports have finished"),
  },
  "member-joined": {
    title: "A member joined",
    description: "By an invitation, by signing in with your provider, or from your directory.",
    count: one("A member joined", "members joined"),
  },
};

const german: Record<NotificationKind, KindText> = {
  "location-empty": {
    title: "Ein Lagerplatz ist leer",
    description: "Das letzte Teil ist entnommen. Erledigt, sobald dort wieder Teile gesehen werden.",
    count: one("Ein Lagerplatz ist leer", "Lagerplätze sind leer"),
  },
  "runs-out": {
    title: "Ein Lagerplatz wird vor der Lieferung leer",
    description:
      "Nach der Prognose ist er mindestens einen halben Tag leer, bevor Nachschub kommt. Wird stündlich geprüft.",
    count: one("Ein Lagerplatz wird vor der Lieferung leer", "Lagerplätze werden vor der Lieferung leer"),
  },
  "level-unknown": {
    title: "Ein Bestand ist unbekannt, oder Sensoren widersprechen sich",
    description:
      "Der Sensor ist gestört oder bewegt sich nicht, oder zwei Sensoren sagen Verschiedenes: bitte zählen.",
    count: one("Ein Bestand ist unbekannt", "Bestände sind unbekannt"),
  },
  "order-waits": {
    title: "Eine Bestellung wartet auf Freigabe",
    description: "Es wird nichts bestellt, bis jemand sie freigibt oder ablehnt.",
    count: one("Eine Bestellung wartet auf Freigabe", "Bestellungen warten auf Freigabe"),
  },
  "order-late": {
    title: "Eine Bestellung ist überfällig",
    description: "Sie ist zum zugesagten Termin oder nach der Wiederbeschaffungszeit nicht gekommen.",
    count: one("Eine Bestellung ist überfällig", "Bestellungen sind überfällig"),
  },
  "order-not-sent": {
    title: "Eine Bestellung konnte nicht versandt werden",
    description: "Der Lieferant hat sie noch nicht. Refill versucht es zwei Tage lang weiter.",
    count: one("Eine Bestellung konnte nicht versandt werden", "Bestellungen konnten nicht versandt werden"),
  },
  "proposals-wait": {
    title: "Die Planung hat Vorschläge",
    description: "Einmal gemeldet, bis über alle entschieden ist.",
    count: one("Die Planung hat Vorschläge", "Mal hat die Planung Vorschläge"),
  },
  "device-silent": {
    title: "Ein Gerät meldet sich nicht",
    description:
      "Seit 3 Stunden, bei Tastern seit 37 Stunden, kam nichts an. Erledigt mit der nächsten Nachricht.",
    count: one("Ein Gerät meldet sich nicht", "Geräte melden sich nicht"),
  },
  "battery-low": {
    title: "Eine Batterie ist schwach",
    description: "Sie hat noch 20 % oder weniger. Erledigt ab 30 %.",
    count: one("Eine Batterie ist schwach", "Batterien sind schwach"),
  },
  "gateway-away": {
    title: "Ein Gateway antwortet nicht",
    description:
      "Es hat seit 15 Minuten nichts gesendet: Sensoren, die nur dieses Gateway hört, wirken bald stumm.",
    count: one("Ein Gateway antwortet nicht", "Gateways antworten nicht"),
  },
  "webhook-fails": {
    title: "Ein Webhook schlägt fehl",
    description: "Seit einer halben Stunde kam kein Ereignis an, oder Refill hat ihn abgeschaltet.",
    count: one("Ein Webhook schlägt fehl", "Webhooks schlagen fehl"),
  },
  "operator-asks": {
    title: "Ein Betreiber bittet um Zugang",
    description: "Niemand vom Dienst sieht in Ihr Konto, bevor ein Admin es erlaubt.",
    count: one("Ein Betreiber bittet um Zugang", "Betreiber bitten um Zugang"),
  },
  "export-ready": {
    title: "Ein Datenexport ist bereit",
    description: "Jemand hat die Daten des Kontos angefordert; sie können einige Tage lang abgeholt werden.",
    count: one("Ein Datenexport ist bereit", "Datenexporte sind bereit"),
  },
  "import-finished": {
    title: "Ein Import ist fertig",
    description: "Wie viele Datensätze übernommen und wie viele Zeilen abgelehnt wurden.",
    count: one("Ein Import ist fertig", "Importe sind fertig"),
  },
  "member-joined": {
    title: "Ein Mitglied ist dazugekommen",
    description:
      "Durch eine Einladung, durch Anmeldung über Ihren Anbieter oder aus Ihrem Verzeichnisdienst.",
    count: one("Ein Mitglied ist dazugekommen", "Mitglieder sind dazugekommen"),
  },
};

export function kindText(kind: NotificationKind, language: Language): KindText {
  return (language === "de" ? german : english)[kind];
}

const groups: Record<Language, Record<NotificationGroup, string>> = {
  en: { stock: "Stock", orders: "Orders and planning", devices: "Devices and gateways", account: "Account" },
  de: {
    stock: "Bestand",
    orders: "Bestellungen und Planung",
    devices: "Geräte und Gateways",
    account: "Konto",
  },
};

export function groupText(group: NotificationGroup, language: Language): string {
  return groups[language][group];
}
