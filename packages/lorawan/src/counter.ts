/** What 16 bits on air mean beside the last accepted 32-bit counter. */
export type ResolvedCounter =
  | { kind: "new"; fCnt: number }
  /** The last accepted counter again: a late copy, a retransmission, or a forgery that its MIC will give away. */
  | { kind: "repeat"; fCnt: number }
  | { rejected: "counter-old" };

const half = 0x1_0000;
const highest = 0xffff_ffff;

/**
 * LoRaWAN 1.0.4 §4.3.1.5: the 16 bits on air are the low half of a 32-bit counter. The candidate is the smallest
 * counter that is not below the last one and has these low bits. A counter that went back appears as a jump of
 * nearly 2¹⁶, whose MIC then does not fit; jumps above `maximumGap` are refused without that look
 * (1.0.2, 1.0.3 and 1.1: MAX_FCNT_GAP is 16,384; 1.0.4 knows none).
 *
 * @param last the last accepted counter of the session, undefined before its first frame
 */
export function resolveCounter(last: number | undefined, fCnt16: number, maximumGap = half): ResolvedCounter {
  if (last === undefined)
    return fCnt16 < maximumGap ? { kind: "new", fCnt: fCnt16 } : { rejected: "counter-old" };
  const distance = (fCnt16 - last) & 0xffff;
  if (distance === 0) return { kind: "repeat", fCnt: last };
  if (distance > maximumGap || last + distance > highest) return { rejected: "counter-old" };
  return { kind: "new", fCnt: last + distance };
}

export const macVersions = ["1.0.2", "1.0.3", "1.0.4", "1.1"] as const;
export type MacVersion = (typeof macVersions)[number];

/** Longest accepted jump of the frame counter. */
export function maximumCounterGap(version: MacVersion): number {
  return version === "1.0.4" ? half : 16_384;
}

/** LoRaWAN 1.0.4 §6.2.2 and 1.1 §6.2.2: the DevNonce counts up; before, it only may not come twice. */
export function hasCountingDevNonce(version: MacVersion): boolean {
  return version === "1.0.4" || version === "1.1";
}
