/** For tests: what a network server says of itself, with this for its customers. */
export function networkStatusUnderTest(accounts: readonly object[], more: object = {}) {
  return {
    version: "0.1.0",
    protocolVersion: 1,
    ownerSince: Date.now() - 60_000,
    checks: { application: "ok" },
    processes: [],
    devices: 1,
    waitingForCommit: 0,
    readyMessages: 0,
    devicesBehind: 0,
    unknownGateways: 0,
    refused: [{ reason: "mic", count: 7 }],
    downlinksMissed: [],
    unreadable: 0,
    delivery: { medianMs: 12, p99Ms: 30 },
    minutes: [],
    certificates: [],
    accounts,
    ...more,
  };
}

/** For tests: a gateway that was seen an hour ago. */
export function gatewayUnderTest(accountId: string, gatewayId: string) {
  return {
    gatewayId,
    gatewayEui: "a84041ffff1ee2b4",
    accountId,
    regionName: "EU868",
    lastSeenAt: Date.now() - 3_600_000,
    uplinks: 5,
    downlinks: 1,
    protocol: "semtech-udp",
    version: null,
    location: null,
    dutyCycle: [{ fromHz: 868e6, toHz: 868.6e6, dutyCycle: 0.01, used: 0.002 }],
  };
}
