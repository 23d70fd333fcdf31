import type { Socket } from "node:net";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** The longest message, bytes of JSON: a full batch of 5,000 messages with 16 receptions each stays below it. */
export const longestMessage = 16 * 1024 * 1024;

/** The other side said something that the contract does not know; the connection ends. */
export class ContractBroken extends Error {}

/** Length (uint32, big endian) and JSON text. False: the socket's buffer is full, wait for `drain`. */
export function writeMessage(socket: Socket, message: unknown): boolean {
  const text = Buffer.from(JSON.stringify(message), "utf8");
  if (text.length > longestMessage)
    throw new RangeError(`a message of ${text.length} bytes is longer than ${longestMessage}`);
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(text.length);
  socket.cork();
  socket.write(length);
  const hasRoom = socket.write(text);
  socket.uncork();
  return hasRoom;
}

/** Gives every message that fits the schema to `onMessage`; destroys the socket with {@link ContractBroken} for any other. */
export function readMessages<T>(socket: Socket, schema: TSchema, onMessage: (message: T) => void): void {
  const contract = Compile(schema);
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted: number | undefined;

  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    try {
      while (takeOne()) if (socket.destroyed) return;
    } catch (error) {
      socket.destroy(error as Error);
    }
  });

  function takeOne(): boolean {
    if (wanted === undefined) {
      if (held < 4) return false;
      wanted = take(4).readUInt32BE();
      if (wanted > longestMessage)
        throw new ContractBroken(`a message of ${wanted} bytes was announced, ${longestMessage} is the most`);
    }
    if (held < wanted) return false;
    const text = take(wanted).toString("utf8");
    wanted = undefined;
    onMessage(check(text));
    return true;
  }

  function take(length: number): Buffer {
    const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    chunks = all.length > length ? [all.subarray(length)] : [];
    held -= length;
    return all.subarray(0, length);
  }

  function check(text: string): T {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      throw new ContractBroken("a message is not JSON");
    }
    if (contract.Check(message)) return message as T;
    const first = contract.Errors(message)[0];
    throw new ContractBroken(
      `a message does not fit the contract at ${first?.instancePath || "its root"}: ${first?.message}`,
    );
  }
}
