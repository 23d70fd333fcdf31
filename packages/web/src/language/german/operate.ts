import type { Catalogue } from "../language.ts";

export default {
  words: {
    "99 of 100 messages, last ten minutes": "99 von 100 Nachrichten, letzte zehn Minuten",
    "99 of 100; half within {median}": "99 von 100; die Hälfte innerhalb von {median}",
    "A Basics Station that can't prove to be a registered gateway: give it fresh files from its page":
      "Eine Basics Station, die sich nicht als registriertes Gateway ausweist: Geben Sie ihr neue Dateien von ihrer Seite",
    "A defect: see the log": "Ein Fehler im Programm: siehe Protokoll",
    "A gateway that nobody registered": "Ein Gateway, das niemand registriert hat",
    "A new customer key for {slug}?": "Neuer Kundenschlüssel für {slug}?",
    "A new data key for {slug}?": "Neuer Datenschlüssel für {slug}?",
    "A registration link for {slug}": "Registrierungslink für {slug}",
    "A replay, or a device that lost its counters: let it join anew":
      "Eine Wiederholung, oder ein Gerät, das seine Zähler verloren hat: Lassen Sie es neu beitreten",
    Access: "Zugang",
    Account: "Konto",
    "Accounts in memory": "Konten im Arbeitsspeicher",
    "After that the programs, or gateways, do not talk to each other any more.":
      "Danach sprechen die Programme oder die Gateways nicht mehr miteinander.",
    Alarm: "Alarm",
    "All customers": "Alle Kunden",
    "All of it": "Alles davon",
    "All records are sealed anew, which takes a while; then the key before is destroyed. Everything goes on meanwhile.":
      "Alle Datensätze werden neu versiegelt, das dauert eine Weile; danach wird der bisherige Schlüssel vernichtet. Der Betrieb läuft währenddessen weiter.",
    "All went out.": "Alle wurden gesendet.",
    "An admin of the customer reads your reason and decides for how long you may look.":
      "Ein Admin des Kunden liest Ihre Begründung und entscheidet, wie lange Sie hineinsehen dürfen.",
    "Another network's sensor, or one that nobody registered: normal where others use LoRaWAN":
      "Der Sensor eines anderen Netzes, oder einer, den niemand registriert hat: normal, wo andere LoRaWAN nutzen",
    "Archive of its log": "Archivierung des Datenbankprotokolls",
    Ask: "Anfragen",
    "Ask for access": "Zugang anfragen",
    "Ask {slug} for access": "Zugang bei {slug} anfragen",
    "Bring all of them to the same version.": "Bringen Sie alle auf dieselbe Version.",
    "Bring the vault back: what it means by kind stands in key-vault.md.":
      "Bringen Sie den Schlüsseltresor zurück: Was je nach Art zu tun ist, steht in key-vault.md.",
    "By the clock": "Nach Zeitplan",
    Certificates: "Zertifikate",
    "Change the limits": "Grenzen ändern",
    "Closed for good": "Endgültig geschlossen",
    Customer: "Kunde",
    "Customer key changed": "Kundenschlüssel gewechselt",
    "Customer key, in the vault": "Kundenschlüssel, im Tresor",
    "Customer made": "Kunde angelegt",
    "Customer since": "Kunde seit",
    "Customer, queue or reason": "Kunde, Warteschlange oder Grund",
    "Customers register theirs under Gateways; those that send unregistered are counted above.":
      "Kunden registrieren ihre unter „Gateways“; die unregistriert senden, sind oben gezählt.",
    "Accounts through": "Fertige Konten",
    "Data key": "Datenschlüssel",
    "Data key changed": "Datenschlüssel gewechselt",
    "Deliver events to webhooks": "Ereignisse an Webhooks zustellen",
    "Delivery to the application": "Zustellung an die Anwendung",
    "Devices registered": "Registrierte Geräte",
    "Disk free": "Freier Plattenplatz",
    "Does not answer": "Antwortet nicht",
    Downlinks: "Downlinks",
    "Downlinks not sent in the last three hours": "In den letzten drei Stunden nicht gesendete Downlinks",
    EUI: "EUI",
    "EUI, customer or region": "EUI, Kunde oder Region",
    "Each active customer once a night, from 2:30 UTC on, spread over three hours":
      "Jeder aktive Kunde einmal pro Nacht, ab 2:30 Uhr UTC, über drei Stunden verteilt",
    "Everything answers": "Alles antwortet",
    "Everything is being sealed by generation {generation}: {done} of about {total} records.":
      "Alles wird mit Generation {generation} versiegelt: {done} von etwa {total} Datensätzen.",
    "Everything that was to be done is done.": "Alles, was zu tun war, ist getan.",
    "Everything works": "Alles läuft",
    Exported: "Exportiert",
    Facts: "Angaben",
    Failed: "Fehlgeschlagen",
    "Finish the update.": "Schließen Sie die Aktualisierung ab.",
    "From now on nobody of it can read or change anything, and nothing is ordered: its plant may run out of parts. Its sensors are still heard. You can take it back at any time.":
      "Ab sofort kann dort niemand mehr etwas lesen oder ändern, und nichts wird bestellt: Dem Werk können Teile ausgehen. Die Sensoren werden weiter gehört. Sie können das jederzeit zurücknehmen.",
    "From sensor to stock": "Vom Sensor zum Bestand",
    Gateway: "Gateway",
    "Gateways at the network server of {region}": "Gateways am Netzwerkserver von {region}",
    "Gateways connected": "Verbundene Gateways",
    "Gateways of all customers": "Gateways aller Kunden",
    "Give it up": "Endgültig aufgeben",
    "Give this job up?": "Diesen Auftrag aufgeben?",
    "Give up": "Aufgeben",
    "Give up: {what}": "Aufgeben: {what}",
    "Health and versions": "Zustand und Versionen",
    "Heard by a gateway of another customer or channel plan":
      "Von einem Gateway eines anderen Kunden oder Kanalplans gehört",
    "Heard well, but no LoRaWAN uplink: another network's":
      "Gut gehört, aber kein LoRaWAN-Uplink: aus einem anderen Netz",
    "Heard with errors, or no LoRa of this region: normal in small numbers":
      "Mit Fehlern gehört, oder kein LoRa dieser Region: in kleiner Zahl normal",
    "History summed until": "Verlauf zusammengefasst bis",
    "History upkeep": "Pflege des Verlaufs",
    "How it does": "Zustand",
    "If it grows, look at the delivery under Network and at Postgres under Health.":
      "Wenn es mehr werden: Sehen Sie die Zustellung unter „Netzwerk“ und Postgres unter „Zustand“ an.",
    "If it grows, the application is too busy or its workers fail: look at the log.":
      "Wenn es mehr werden, ist die Anwendung überlastet oder ihre Aufträge scheitern: Sehen Sie ins Protokoll.",
    "In this state since": "In diesem Zustand seit",
    "Is being closed": "Wird geschlossen",
    "It is shown once. Hand it over on a way that only this person reads. It ends {time}.":
      "Er wird nur einmal gezeigt. Übergeben Sie ihn auf einem Weg, den nur diese Person liest. Er gilt bis {time}.",
    "It is taken up within seconds. A message that went out before the failure may go out twice; its number stays the same.":
      "Er wird in wenigen Sekunden ausgeführt. Eine Nachricht, die schon vor dem Fehler hinausging, kann doppelt hinausgehen; ihre Nummer bleibt gleich.",
    "It stands in the service's trail, and where it concerns a customer in its own, too":
      "Das steht im Dienstprotokoll und, wenn es einen Kunden betrifft, auch in dessen Protokoll",
    "It was placed more than a quarter of an hour ago, and the supplier does not know of it.":
      "Sie wurde vor mehr als einer Viertelstunde aufgegeben, und der Lieferant weiß nichts davon.",
    "It was tried as often as allowed and is not tried again by itself.":
      "Er wurde so oft wie erlaubt versucht und läuft nicht von selbst noch einmal.",
    "Its data keys are sealed by the new one, and the one before opens nothing any more. Backups from before need a backup of the vault of their time. Everything goes on meanwhile.":
      "Die Datenschlüssel werden mit dem neuen versiegelt, der bisherige öffnet nichts mehr. Ältere Sicherungen brauchen eine Sicherung des Tresors aus ihrer Zeit. Der Betrieb läuft währenddessen weiter.",
    "Its people and machines get in again at once. What its sensors said meanwhile is there, and what is due is ordered.":
      "Menschen und Maschinen kommen sofort wieder hinein. Was die Sensoren inzwischen gemeldet haben, ist da, und was fällig ist, wird bestellt.",
    "Its sensors were heard before and are not now, though nothing says that they were removed.":
      "Die Sensoren wurden früher gehört und jetzt nicht mehr, obwohl sie nicht entfernt wurden.",
    Job: "Auftrag",
    "Job given up": "Auftrag aufgegeben",
    "Job tried again": "Auftrag erneut versucht",
    "Jobs failed": "Gescheiterte Aufträge",
    "Jobs in the queues": "Aufträge in den Warteschlangen",
    "Joins a minute": "Beitritte je Minute",
    "Key vault and mail": "Schlüsseltresor und E-Mail",
    Keys: "Schlüssel",
    "Kind of vault": "Art des Tresors",
    Last: "Zuletzt",
    "Last export": "Letzter Export",
    "Last planned night": "Zuletzt geplante Nacht",
    "Let {slug} go on?": "{slug} wieder freigeben?",
    Limits: "Grenzen",
    "Limits changed": "Grenzen geändert",
    "Link for its first admin": "Link für den ersten Admin",
    "Link for the first admin made": "Link für den ersten Admin erstellt",
    "Link for the first admin of {slug}": "Link für den ersten Admin von {slug}",
    "Load more": "Mehr laden",
    "Look at Postgres of this region and at its disk.":
      "Sehen Sie nach Postgres in dieser Region und nach der Platte.",
    "Look at archive_command and where it writes to.":
      "Prüfen Sie archive_command und das Ziel, in das geschrieben wird.",
    "Look at its gateways first. If they are connected, look at refused frames under Network: a changed key or another network in the neighbourhood shows there.":
      "Sehen Sie zuerst nach den Gateways. Sind sie verbunden, sehen Sie unter „Netzwerk“ nach abgelehnten Frames: Dort zeigt sich ein geänderter Schlüssel oder ein fremdes Netz in der Nachbarschaft.",
    "Look at orders when their time has come": "Bestellungen prüfen, deren Zeitpunkt gekommen ist",
    "Look at the broker that REFILL_MQTT_URL names.": "Sehen Sie nach dem Broker, den REFILL_MQTT_URL nennt.",
    "Look at the disk's free space and at refill.log. The embedded one is started again by itself.":
      "Sehen Sie nach freiem Plattenplatz und in refill.log. Die eingebaute Datenbank startet von selbst neu.",
    "Look at the log for what failed; often Postgres or the network server is away.":
      "Sehen Sie im Protokoll, was gescheitert ist; oft ist Postgres oder der Netzwerkserver nicht erreichbar.",
    "Look at the log.": "Sehen Sie ins Protokoll.",
    "Look further back": "Weiter zurück suchen",
    "Look in": "Hineinsehen",
    "Look there": "Dort nachsehen",
    "Look under Jobs why sending fails. A mail server that refuses is ours to mend; a supplier's wrong address is the customer's.":
      "Sehen Sie unter „Aufträge“, warum das Senden scheitert. Ein Mailserver, der ablehnt, ist unsere Sache; eine falsche Lieferantenadresse die des Kunden.",
    "Look under Network whether other customers' gateways are away, too: then it is our side. Otherwise the customer's internet or power has failed; call its admin.":
      "Sehen Sie unter „Netzwerk“, ob auch Gateways anderer Kunden fehlen: Dann liegt es an uns. Sonst ist beim Kunden Internet oder Strom ausgefallen; rufen Sie den Admin an.",
    "Look when there is time": "Bei Gelegenheit ansehen",
    "Look whether a gateway is away; ask for access to see which devices it is.":
      "Sehen Sie nach, ob ein Gateway fehlt; fragen Sie Zugang an, um zu sehen, welche Geräte es sind.",
    "Look whether its process runs (npx refill doctor) and at its log; it is connected again by itself.":
      "Sehen Sie nach, ob sein Prozess läuft (npx refill doctor), und ins Protokoll; die Verbindung kommt von selbst wieder.",
    "Mail people: invitations, codes, notices": "E-Mails an Personen: Einladungen, Codes, Hinweise",
    "Mail server": "Mailserver",
    "Make a new customer key": "Neuen Kundenschlüssel erzeugen",
    "Make a new data key": "Neuen Datenschlüssel erzeugen",
    "Make room or enlarge the disk now.": "Schaffen Sie jetzt Platz oder vergrößern Sie die Platte.",
    "Make the first one on this machine: <code>npx refill account create --customer NAME</code>":
      "Legen Sie den ersten auf diesem Rechner an: <code>npx refill account create --customer NAME</code>",
    "Make the link": "Link erstellen",
    Members: "Mitglieder",
    Memory: "Arbeitsspeicher",
    "Mend what its reason names, then try it again under Jobs.":
      "Beheben Sie, was der Grund nennt, und versuchen Sie es unter „Aufträge“ erneut.",
    "Messages are still taken and orders placed; people and machines can't create anything.":
      "Nachrichten werden weiter angenommen und Bestellungen aufgegeben; Menschen und Maschinen können nichts anlegen.",
    "Messages in the last hour": "Nachrichten in der letzten Stunde",
    "Messages in {region}": "Nachrichten in {region}",
    "Messages may not be delivered.": "Nachrichten werden womöglich nicht zugestellt.",
    "Messages waiting": "Wartende Nachrichten",
    "Messages/h": "Nachrichten/h",
    "More than a tenth of its devices send nothing: that is not single batteries.":
      "Mehr als ein Zehntel der Geräte sendet nichts: Das sind nicht einzelne Batterien.",
    "Name or region": "Name oder Region",
    "Network server of {region}: {name}": "Netzwerkserver von {region}: {name}",
    "New customer key": "Neuer Kundenschlüssel",
    "New data key": "Neuer Datenschlüssel",
    Next: "Als Nächstes",
    "Nightly planning": "Nächtliche Planung",
    "No answer": "Keine Antwort",
    "No customers yet": "Noch keine Kunden",
    "No entries yet": "Noch keine Einträge",
    "No entry matches": "Kein Eintrag passt",
    "No gateways": "Keine Gateways",
    "No message comes in: the rings keep 14 messages of each sensor, then the oldest are overwritten.":
      "Es kommt keine Nachricht herein: Je Sensor werden 14 Nachrichten aufbewahrt, danach die ältesten überschrieben.",
    "No process owned the devices for too long": "Zu lange war kein Prozess für die Geräte zuständig",
    "No sensor is heard: levels grow old, and after some hours nothing is ordered any more.":
      "Kein Sensor wird gehört: Bestände veralten, und nach einigen Stunden wird nichts mehr bestellt.",
    "Node.js": "Node.js",
    "None has failed": "Keiner ist gescheitert",
    "Not what a Basics Station sends": "Nicht das, was eine Basics Station sendet",
    "Not what a packet forwarder or bridge sends":
      "Nicht das, was ein Packet Forwarder oder eine Bridge sendet",
    "Nothing can be read or changed; messages wait in memory and in the sensors' rings.":
      "Nichts kann gelesen oder geändert werden; Nachrichten warten im Arbeitsspeicher und in den Ringspeichern.",
    "Nothing heard for {count, plural, one {# hour} other {# hours}}":
      "Seit {count, plural, one {# Stunde} other {# Stunden}} nichts gehört",
    "Nothing waits": "Nichts wartet",
    "Nothing was refused.": "Nichts wurde abgelehnt.",
    "Open {slug}": "{slug} öffnen",
    "Operator invited": "Betreiber eingeladen",
    "Orders open": "Offene Bestellungen",
    Overwritten: "Überschrieben",
    "Overwritten before delivery": "Vor der Zustellung überschrieben",
    "Password of the programs": "Passwort der Programme",
    "Past days are summed and old measurements removed, two hours after midnight UTC":
      "Vergangene Tage werden zusammengefasst und alte Messwerte entfernt, zwei Stunden nach Mitternacht UTC",
    "People and machines get errors.": "Menschen und Maschinen erhalten Fehler.",
    "Plan a customer's locations": "Lagerplätze eines Kunden planen",
    "Postgres in {region}": "Postgres in {region}",
    "Postgres in {region} can't archive its log":
      "Postgres in {region} kann sein Protokoll nicht archivieren",
    Process: "Prozess",
    Processes: "Prozesse",
    "Programs have different versions: {versions}": "Programme haben verschiedene Versionen: {versions}",
    "Programs speak different versions of their protocol":
      "Programme sprechen verschiedene Versionen ihres Protokolls",
    Protocol: "Protokoll",
    "Raise the limit, or ask the customer to keep raw measurements for fewer days.":
      "Erhöhen Sie die Grenze, oder bitten Sie den Kunden, Rohmesswerte weniger Tage aufzubewahren.",
    "Reason, person or anything else": "Grund, Person oder anderes",
    "Refill {version}": "Refill {version}",
    "Refused a minute": "Abgelehnt je Minute",
    "Refused in the last three hours": "In den letzten drei Stunden abgelehnt",
    "Refused sign-ins, 24 h": "Abgelehnte Anmeldungen, 24 h",
    Region: "Region",
    "Region {region}": "Region {region}",
    "Registration link": "Registrierungslink",
    Requests: "Anfragen",
    "Requests a minute": "Anfragen je Minute",
    "Requests in ten minutes": "Anfragen in zehn Minuten",
    "Requests in the last minute": "Anfragen in der letzten Minute",
    "Requests of the API a minute": "Anfragen an die API je Minute",
    "Restart Refill: certificates with less than 60 days are renewed at the start.":
      "Starten Sie Refill neu: Zertifikate mit weniger als 60 Tagen werden beim Start erneuert.",
    "Restart Refill; if it stays so, the log says which step fails.":
      "Starten Sie Refill neu; bleibt es so, nennt das Protokoll den Schritt, der scheitert.",
    Resume: "Freigeben",
    Resumed: "Wieder freigegeben",
    Role: "Rolle",
    Running: "Läuft",
    "Runs since": "Läuft seit",
    Schema: "Schema",
    "Schema step": "Schemaschritt",
    "Seal records by a new data key": "Datensätze mit neuem Datenschlüssel versiegeln",
    "Sealed anew": "Neu versiegelt",
    "Search the trail": "Im Protokoll suchen",
    "Send purchase orders to suppliers": "Bestellungen an Lieferanten senden",
    "Sensors that only it hears are silent; the others are not concerned.":
      "Sensoren, die nur dieses Gateway hört, schweigen; die anderen sind nicht betroffen.",
    "Set the limits": "Grenzen setzen",
    "Show all entries": "Alle Einträge zeigen",
    Size: "Größe",
    "Somebody tries, or a machine uses a key that was revoked.":
      "Jemand probiert, oder eine Maschine benutzt einen widerrufenen Schlüssel.",
    "Something does not answer": "Etwas antwortet nicht",
    "Soon no further device can be added.": "Bald kann kein weiteres Gerät hinzugefügt werden.",
    Storage: "Speicherplatz",
    "Storage, MB": "Speicherplatz, MB",
    Suspend: "Sperren",
    "Suspend {slug}?": "{slug} sperren?",
    Suspended: "Gesperrt",
    "Talk to the customer about its limit before that.":
      "Sprechen Sie vorher mit dem Kunden über die Grenze.",
    "Tell the customer if it stays so: power, network cable, antenna.":
      "Sagen Sie es dem Kunden, wenn es so bleibt: Strom, Netzwerkkabel, Antenne.",
    "Tell the customer's admin: the audit trail there names the key or the person.":
      "Sagen Sie es dem Admin des Kunden: Das dortige Protokoll nennt den Schlüssel oder die Person.",
    "The address is known and the keys do not fit: a wrong AppKey, another network, or a forgery":
      "Die Adresse ist bekannt, die Schlüssel passen nicht: falscher AppKey, ein anderes Netz oder eine Fälschung",
    "The certificate {name} ends in {days, plural, one {# day} other {# days}}":
      "Das Zertifikat {name} endet in {days, plural, one {# Tag} other {# Tagen}}",
    "The data are closed to you. Ask for access: an admin of the customer reads why and decides.":
      "Die Daten sind für Sie verschlossen. Fragen Sie Zugang an: Ein Admin des Kunden liest, warum, und entscheidet.",
    "The disk is nearly full: {free} left": "Die Platte ist fast voll: noch {free} frei",
    "The first minutes are being counted.": "Die ersten Minuten werden gerade gezählt.",
    "The key vault does not answer": "Der Schlüsseltresor antwortet nicht",
    "The network server does not answer": "Der Netzwerkserver antwortet nicht",
    "The network server of {region} does not answer": "Der Netzwerkserver von {region} antwortet nicht",
    "The slowest of a hundred requests": "Die langsamste von hundert Anfragen",
    "The storage is full: {count} %": "Der Speicherplatz ist voll: {count} %",
    "Their customers may get errors.": "Deren Kunden können Fehler erhalten.",
    "There is no backup of what happened since, and the disk fills up.":
      "Von dem, was seither geschah, gibt es keine Sicherung, und die Platte läuft voll.",
    "They come late; nothing is lost.": "Sie kommen verspätet; verloren geht nichts.",
    "They hold from the next request on. An empty field is no limit. What is there already stays, also above a limit.":
      "Sie gelten ab der nächsten Anfrage. Ein leeres Feld heißt: keine Grenze. Was schon da ist, bleibt, auch über einer Grenze.",
    "They lie in the sensors' rings and come by themselves; each ring keeps 14 messages.":
      "Sie liegen in den Ringspeichern der Sensoren und kommen von selbst; jeder behält 14 Nachrichten.",
    "They work together, but an update is not through.":
      "Sie arbeiten zusammen, aber eine Aktualisierung ist nicht abgeschlossen.",
    "This server can't keep up: look at Postgres": "Dieser Server kommt nicht nach: Sehen Sie nach Postgres",
    "Time on air used": "Genutzte Sendezeit",
    "Tried again": "Wird wiederholt",
    "Try it now": "Jetzt versuchen",
    "Try now": "Jetzt versuchen",
    "Try now: {what}": "Jetzt versuchen: {what}",
    "Try this job once more?": "Diesen Auftrag noch einmal versuchen?",
    "Typical answer": "Übliche Antwortzeit",
    "Unreadable messages": "Unlesbare Nachrichten",
    Uplinks: "Uplinks",
    "Uplinks a minute": "Uplinks je Minute",
    "Uplinks a minute, {region}": "Uplinks je Minute, {region}",
    "Uplinks a second": "Uplinks je Sekunde",
    Vault: "Tresor",
    Version: "Version",
    Waiting: "Wartet",
    "Watch silence and old events for webhooks": "Stille Geräte und alte Ereignisse für Webhooks prüfen",
    "Weak batteries": "Schwache Batterien",
    Well: "In Ordnung",
    What: "Was",
    "What is in memory is read and messages are taken for some minutes; nobody can change anything.":
      "Was im Arbeitsspeicher liegt, wird noch einige Minuten gelesen, Nachrichten werden angenommen; niemand kann etwas ändern.",
    "What is wrong": "Was nicht stimmt",
    "What it was to do is not done, and it is not tried again: an order does not go out, an event is not delivered. The customer can send an order again from its page.":
      "Was er tun sollte, geschieht nicht und wird nicht wiederholt: Eine Bestellung geht nicht hinaus, ein Ereignis wird nicht zugestellt. Der Kunde kann eine Bestellung auf ihrer Seite erneut senden.",
    "What needs somebody": "Was jemanden braucht",
    "What operators did": "Was Betreiber getan haben",
    "What operators did, here and by the command line. Nobody can change it or take anything out.":
      "Was Betreiber getan haben, hier und auf der Kommandozeile. Niemand kann daran etwas ändern oder herausnehmen.",
    "What {slug} may use": "Was {slug} nutzen darf",
    When: "Wann",
    "When it is full, Postgres stops, and with it everything.":
      "Wenn sie voll ist, hält Postgres an und damit alles.",
    "When it is full, people and machines can't create anything.":
      "Wenn er voll ist, können Menschen und Maschinen nichts anlegen.",
    Who: "Wer",
    "Whoever opens it first becomes the customer's admin. It works once, for seven days.":
      "Wer ihn zuerst öffnet, wird Admin des Kunden. Er gilt einmal, sieben Tage lang.",
    "Why it failed": "Warum es scheiterte",
    "Why, and what": "Warum, und was",
    "Why?": "Warum?",
    "You have asked for access: “{reason}”. An admin of the customer decides.":
      "Sie haben Zugang angefragt: „{reason}“. Ein Admin des Kunden entscheidet.",
    "You see nothing of their data, unless they let you in.":
      "Sie sehen nichts von ihren Daten, außer sie lassen Sie hinein.",
    "all active": "alle aktiv",
    "all of them": "alle",
    answers: "antwortet",
    "at most {most}": "höchstens {most}",
    "attempt {attempts} of {allowed}": "Versuch {attempts} von {allowed}",
    "command line": "Kommandozeile",
    "console, from {address}": "Konsole, von {address}",
    "damaged, or their key is gone: the log names them":
      "beschädigt, oder ihr Schlüssel fehlt: Das Protokoll nennt sie",
    demonstration: "Vorführung",
    "does not answer": "antwortet nicht",
    due: "fällig",
    failed: "gescheitert",
    "generation {generation}, made {time}": "Generation {generation}, erzeugt {time}",
    "in three hours; {count} in all": "in drei Stunden; {count} insgesamt",
    "last one {time}": "zuletzt {time}",
    "last written {time}": "zuletzt geschrieben {time}",
    "mean of five minutes": "Mittel aus fünf Minuten",
    "median of ten minutes": "Median aus zehn Minuten",
    never: "nie",
    "no limit": "keine Grenze",
    "no message in ten minutes": "keine Nachricht in zehn Minuten",
    "none: links are handed over by hand": "keiner: Links werden von Hand übergeben",
    "not known": "nicht bekannt",
    "not yet": "noch nicht",
    "of {limit}": "von {limit}",
    "off: a backup is what you make yourself, with pg_dump and of the keys":
      "aus: Sichern Sie selbst, mit pg_dump, und die Schlüssel getrennt davon",
    "owner of the devices since {time}": "für die Geräte zuständig seit {time}",
    "owns the devices": "für die Geräte zuständig",
    running: "läuft",
    serves: "bedient",
    set: "eingerichtet",
    "stands by": "steht bereit",
    "step {newest}, all accounts": "Schritt {newest}, alle Konten",
    "step {newest}, {behind} accounts behind": "Schritt {newest}, {behind} Konten zurück",
    "the oldest waits since {time}": "der älteste wartet seit {time}",
    "the vault does not answer": "der Tresor antwortet nicht",
    "tried again": "wird wiederholt",
    "version {version}": "Version {version}",
    waiting: "wartet",
    "{alarms, plural, one {One thing does} other {# things do}} not work now":
      "{alarms, plural, one {Eine Sache läuft} other {# Dinge laufen}} gerade nicht",
    "{count, plural, one {# account is} other {# accounts are}} not migrated in {region}":
      "{count, plural, one {# Konto ist} other {# Konten sind}} in {region} nicht migriert",
    "{count, plural, one {# device is silent} other {# devices are silent}}":
      "{count, plural, one {# Gerät schweigt} other {# Geräte schweigen}}",
    "{count, plural, one {# gateway is away} other {# gateways are away}}":
      "{count, plural, one {# Gateway ist} other {# Gateways sind}} nicht verbunden",
    "{count, plural, one {# job has failed} other {# jobs have failed}}":
      "{count, plural, one {# Auftrag ist} other {# Aufträge sind}} gescheitert",
    "{count, plural, one {# message waits} other {# messages wait}}":
      "{count, plural, one {# Nachricht wartet} other {# Nachrichten warten}}",
    "{count, plural, one {# order has not gone out} other {# orders have not gone out}}":
      "{count, plural, one {# Bestellung ging} other {# Bestellungen gingen}} nicht hinaus",
    "{count, plural, one {Its gateway is away} other {All # gateways are away}}":
      "{count, plural, one {Das einzige Gateway ist} other {Alle # Gateways sind}} nicht verbunden",
    "{count} % of the storage is used": "{count} % des Speicherplatzes sind belegt",
    "{count} away": "{count} nicht verbunden",
    "{count} devices behind": "{count} Geräte im Rückstand",
    "{count} devices: nearly as many as allowed": "{count} Geräte: fast so viele wie erlaubt",
    "{count} frames wait for their commit": "{count} Frames warten auf die Datenbank",
    "{count, plural, one {# more is planned for later.} other {# more are planned for later.}}":
      "{count, plural, one {# weiterer ist für später vorgesehen.} other {# weitere sind für später vorgesehen.}}",
    "{count} late": "{count} überfällig",
    "{count} not gone out": "{count} nicht hinausgegangen",
    "{count} refused": "{count} abgelehnt",
    "{count} refused attempts to get in within 24 hours": "{count} abgelehnte Zugangsversuche in 24 Stunden",
    "{count} silent": "{count} still",
    "{count} suspended": "{count} gesperrt",
    "{count} unknown ones send": "{count} unbekannte senden",
    "{count} wait now": "{count} warten gerade",
    "{days, plural, one {# day left} other {# days left}}": "noch {days, plural, one {# Tag} other {# Tage}}",
    "{done} of {all}": "{done} von {all}",
    "{failed, plural, one {# job has} other {# jobs have}} failed for good":
      "{failed, plural, one {# Auftrag ist} other {# Aufträge sind}} endgültig gescheitert",
    "{failed} of {requests} requests failed within ten minutes":
      "{failed} von {requests} Anfragen scheiterten in zehn Minuten",
    "{late} late, {undispatched} not gone out": "{late} überfällig, {undispatched} nicht hinausgegangen",
    "{name} does not answer": "{name} antwortet nicht",
    "{queue} in {region}": "{queue} in {region}",
    "{queue}: jobs wait for more than five minutes": "{queue}: Aufträge warten seit mehr als fünf Minuten",
    "{queue}: {count, plural, one {# job has failed} other {# jobs have failed}}":
      "{queue}: {count, plural, one {# Auftrag ist} other {# Aufträge sind}} gescheitert",
    "{share} of it": "{share} davon",
    "{share} used": "{share} genutzt",
    "{silent} silent, {never} never seen": "{silent} still, {never} nie gesehen",
    "{size}, the process {process}": "{size}, der Prozess {process}",
    "{slug} lets you look in; that ends {time}. You change nothing, and the customer sees each visit.":
      "{slug} lässt Sie hineinsehen; das endet {time}. Sie ändern nichts, und der Kunde sieht jeden Besuch.",
    "{slug}: {title}": "{slug}: {title}",
    "{waiting} waiting, {failed} failed": "{waiting} warten, {failed} gescheitert",
  },
  server: {
    "not connected: messages wait there": "nicht verbunden: Nachrichten warten dort",
    "the broker can't be reached; tried again": "der Broker ist nicht erreichbar; wird erneut versucht",
    "messages can't be committed; tried again":
      "Nachrichten können nicht gespeichert werden; wird erneut versucht",
    "This job is running or done meanwhile: nothing was changed. Look at it again.":
      "Dieser Auftrag läuft oder ist inzwischen erledigt: Nichts wurde geändert. Sehen Sie ihn erneut an.",
    "This customer does not let operators in now: ask for access first.":
      "Dieser Kunde lässt gerade keine Betreiber hinein: Fragen Sie zuerst Zugang an.",
    "This customer has members: an admin of it invites others. Where no admin can sign in any more, npx refill registration-link create makes a link.":
      "Dieser Kunde hat Mitglieder: Ein Admin dort lädt weitere ein. Kann sich kein Admin mehr anmelden, erstellt npx refill registration-link create einen Link.",
    "This customer is being closed: its state does not change any more.":
      "Dieser Kunde wird geschlossen: Sein Zustand ändert sich nicht mehr.",
    "The records are being sealed with data key {0} already.":
      "Die Datensätze werden bereits mit Datenschlüssel {0} versiegelt.",
    "There is no such customer.": "Diesen Kunden gibt es nicht.",
  },
} satisfies Catalogue;
