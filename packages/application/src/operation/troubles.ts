/** What may be wrong with a customer, so that an operator has to look. */
export const troubleKinds = [
  "gateways-away",
  "gateway-away",
  "nothing-heard",
  "devices-silent",
  "messages-waiting",
  "orders-undispatched",
  "jobs-failed",
  "storage-full",
  "storage-nearly-full",
  "devices-nearly-full",
  "sign-in-trouble",
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export interface Trouble {
  kind: TroubleKind;
  /** `alarm`: something does not work for the customer now. `notice`: look when there is time. */
  severity: "alarm" | "notice";
  /** Of what the kind names: devices, gateways, orders, jobs, attempts, per cent of the storage. */
  count: number;
}

export interface Symptoms {
  state: string;
  /** null: the network server is away, which is no trouble of this customer alone. */
  traffic: {
    lastUplinkAt: number | null;
    messagesLastHour: number;
    undelivered: number;
    gateways: number;
    gatewaysConnected: number;
  } | null;
  numbers: {
    devices: number;
    silentDevices: number;
    neverSeenDevices: number;
    undispatchedOrders: number;
    jobsFailed: number;
    storageBytes: number | null;
  } | null;
  quota: { devices: number | null; storageMb: number | null };
  refusedSignIns: number;
}

const hourMs = 60 * 60 * 1000;
const megabyte = 2 ** 20;
/** Single sensors are the customer's own business, and on its pages. */
const fewSilent = 3;
const silentShare = 0.1;
/** One message of each sensor may always be on its way. */
const fewWaiting = 100;
const manyRefusals = 20;

/** Alarms first. A suspended customer has none but those of its storage: it is quiet by intent. */
export function troublesOf(
  { state, traffic, numbers, quota, refusedSignIns }: Symptoms,
  now: number,
): Trouble[] {
  const troubles: Trouble[] = [];
  const add = (kind: TroubleKind, severity: Trouble["severity"], count: number) =>
    troubles.push({ kind, severity, count });
  const isActive = state === "active";
  if (isActive && traffic) {
    const away = traffic.gateways - traffic.gatewaysConnected;
    if (traffic.gateways > 0 && traffic.gatewaysConnected === 0) add("gateways-away", "alarm", away);
    else if (away > 0) add("gateway-away", "notice", away);
    const wasHeard = traffic.lastUplinkAt !== null && now - traffic.lastUplinkAt > 3 * hourMs;
    if (traffic.messagesLastHour === 0 && wasHeard)
      add("nothing-heard", "alarm", Math.floor((now - traffic.lastUplinkAt!) / hourMs));
    if (traffic.undelivered > fewWaiting) add("messages-waiting", "notice", traffic.undelivered);
  }
  if (isActive && numbers) {
    const { devices, silentDevices, neverSeenDevices, undispatchedOrders, jobsFailed } = numbers;
    const heard = devices - neverSeenDevices;
    if (silentDevices > fewSilent && silentDevices > silentShare * heard)
      add("devices-silent", silentDevices > heard / 2 ? "alarm" : "notice", silentDevices);
    if (undispatchedOrders > 0) add("orders-undispatched", "alarm", undispatchedOrders);
    if (jobsFailed > 0) add("jobs-failed", "alarm", jobsFailed);
    if (quota.devices !== null && quota.devices > 0 && devices >= 0.95 * quota.devices)
      add("devices-nearly-full", "notice", devices);
  }
  if (numbers && numbers.storageBytes !== null && quota.storageMb !== null) {
    const percent = Math.round((100 * numbers.storageBytes) / (quota.storageMb * megabyte));
    if (percent >= 100) add("storage-full", "alarm", percent);
    else if (percent >= 90) add("storage-nearly-full", "notice", percent);
  }
  if (refusedSignIns >= manyRefusals) add("sign-in-trouble", "notice", refusedSignIns);
  return troubles.sort((a, b) => Number(b.severity === "alarm") - Number(a.severity === "alarm"));
}
