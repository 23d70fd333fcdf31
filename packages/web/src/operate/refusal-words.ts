import { t } from "../language/language.ts";
import { refusalWords } from "../words.ts";

interface Explained {
  pattern: RegExp;
  words: string;
}

/** What a refused frame or a downlink that was not sent means for whoever runs the service. */
const explained: readonly Explained[] = [
  { pattern: /^(datagram-|packet-malformed|mqtt-)/, words: t("Not what a packet forwarder or bridge sends") },
  {
    pattern: /^station-(tls|certificate|token)/,
    words: t(
      "A Basics Station that can't prove to be a registered gateway: give it fresh files from its page",
    ),
  },
  { pattern: /^station-/, words: t("Not what a Basics Station sends") },
  {
    pattern: /^packet-(crc|modulation|data-rate)/,
    words: t("Heard with errors, or no LoRa of this region: normal in small numbers"),
  },
  { pattern: /^gateway-unknown$/, words: t("A gateway that nobody registered") },
  { pattern: /^gateway-foreign$/, words: t("Heard by a gateway of another customer or channel plan") },
  { pattern: /^frame-/, words: t("Heard well, but no LoRaWAN uplink: another network's") },
  {
    pattern: /^(address-unknown|device-unknown)$/,
    words: t("Another network's sensor, or one that nobody registered: normal where others use LoRaWAN"),
  },
  {
    pattern: /^(mic|join-mic|join-eui)$/,
    words: t("The address is known and the keys do not fit: a wrong AppKey, another network, or a forgery"),
  },
  {
    pattern: /^(counter-|dev-nonce-used|rejoin-count-used)/,
    words: t("A replay, or a device that lost its counters: let it join anew"),
  },
  { pattern: /^queue-full$/, words: t("This server can't keep up: look at Postgres") },
  { pattern: /^no-owner$/, words: t("No process owned the devices for too long") },
  { pattern: /^not-storable$/, words: t("A defect: see the log") },
];

export function explainRefusal(reason: string): string {
  return explained.find(({ pattern }) => pattern.test(reason))?.words ?? refusalWords(reason);
}
