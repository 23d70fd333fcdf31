import { useEffect, useState } from "react";
import type { Box } from "../plan-geometry.ts";
import { Viewport } from "./viewport.ts";

/** A window onto a plan; `whole`: all of it, in metres. */
export function useViewport({ x, y, width, height }: Box): Viewport {
  const [viewport] = useState(() => new Viewport());
  useEffect(() => {
    viewport.whole = { x, y, width, height };
  }, [viewport, x, y, width, height]);
  return viewport;
}
