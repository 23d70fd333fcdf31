import {
  type DownlinkCommand,
  type SessionKeys,
  writeDataFrame,
  writeDownlinkCommands,
} from "@refill/lorawan";
import type { DeviceSession } from "../devices/device.ts";
import type { QueuedDownlink } from "./queue.ts";

/** What a downlink may carry. */
export interface DownlinkContent {
  /** The confirmed uplink that is acknowledged. */
  acknowledges: number | undefined;
  /** Whether data rate control is the network's. */
  adr: boolean;
  answers: readonly DownlinkCommand[];
  requests: readonly DownlinkCommand[];
  queued: QueuedDownlink | undefined;
  /** Further downlinks wait behind that one. */
  hasMore: boolean;
}

export interface ComposedDownlink {
  bytes: Buffer;
  /** The queue entry that went along. */
  carried: QueuedDownlink | undefined;
  /** Requests that found no room: they are made again with the next downlink. */
  leftOut: readonly DownlinkCommand[];
  counter: number;
}

const mostOptions = 15;
/** FHDR without FOpts. */
const headerBytes = 7;

/**
 * One frame of what there is to say, at most `maximumBytes` of MACPayload; its counter is used up here. Answers come first,
 * then a payload, then requests: in FOpts up to 15 bytes, else on port 0, and then a payload waits with the pending bit set.
 */
export function composeDownlink(
  session: DeviceSession,
  keys: SessionKeys,
  content: DownlinkContent,
  maximumBytes: number,
): ComposedDownlink {
  const { queued } = content;
  const room = maximumBytes - headerBytes;
  const taken = takeWhileFits(content.answers, room - 1);
  const commands: DownlinkCommand[] = [...taken.fitting];
  let commandBytes = taken.bytes;
  let carried =
    queued && commandBytes <= mostOptions && commandBytes + 1 + queued.payload.length <= room
      ? queued
      : undefined;
  const payloadBytes = carried ? 1 + carried.payload.length : 0;
  const limit = carried ? Math.min(mostOptions, room - payloadBytes) : room - 1;
  const leftOut: DownlinkCommand[] = [];
  for (const block of blocksOf(content.requests)) {
    const bytes = writeDownlinkCommands(block).length;
    if (commandBytes + bytes <= limit) {
      commands.push(...block);
      commandBytes += bytes;
    } else leftOut.push(...block);
  }
  const optionBytes = writeDownlinkCommands(commands);
  const isOnPortZero = optionBytes.length > mostOptions;
  if (isOnPortZero) carried = undefined;
  const isApplication = carried !== undefined && keys.isVersion11;
  const counter = isApplication ? session.nextApplicationDown++ : session.nextDown++;
  const bytes = writeDataFrame(
    {
      direction: "down",
      confirmed: carried?.confirmed ?? false,
      devAddr: session.devAddr,
      fCnt: counter,
      adr: content.adr,
      ack: content.acknowledges !== undefined,
      fPending: (queued !== undefined && carried === undefined) || content.hasMore || leftOut.length > 0,
      ...(isOnPortZero ? { fPort: 0, payload: optionBytes } : { fOpts: optionBytes }),
      ...(carried ? { fPort: carried.fPort, payload: carried.payload } : {}),
    },
    keys,
    content.acknowledges === undefined ? {} : { confirmedCounter: content.acknowledges & 0xffff },
  );
  return { bytes, carried, leftOut, counter };
}

function takeWhileFits(commands: readonly DownlinkCommand[], room: number) {
  const fitting: DownlinkCommand[] = [];
  let bytes = 0;
  for (const command of commands) {
    const own = writeDownlinkCommands([command]).length;
    if (bytes + own > room) break;
    fitting.push(command);
    bytes += own;
  }
  return { fitting, bytes };
}

/** LinkAdrReq commands that follow one another are one block (§5.2): all of them or none. */
function blocksOf(commands: readonly DownlinkCommand[]): DownlinkCommand[][] {
  const blocks: DownlinkCommand[][] = [];
  for (const command of commands) {
    const last = blocks.at(-1);
    if (command.name === "LinkAdrReq" && last?.[0]?.name === "LinkAdrReq") last.push(command);
    else blocks.push([command]);
  }
  return blocks;
}
