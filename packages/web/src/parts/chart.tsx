import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** What charts are drawn with: colours by their names in styles.css, and axes as all of them have. */
export interface Pen {
  colour(name: string): string;
  axis: uPlot.Axis;
}

export interface Drawing {
  options: Omit<uPlot.Options, "width" | "height">;
  data: uPlot.AlignedData;
}

/**
 * A chart as wide as its place. `plot`: what is drawn, made anew when it is another function, so it is to be kept by
 * `useCallback`; null: nothing.
 */
export function Chart({
  label,
  height,
  plot,
}: {
  label: string;
  /** Pixels. */
  height: number;
  plot(pen: Pen): Drawing | null;
}) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // The colours depend on the scheme.
    element.dataset.scheme = scheme;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const drawn = plot({
      colour,
      axis: {
        stroke: colour("ink-soft"),
        grid: { stroke: colour("line"), width: 1 },
        ticks: { stroke: colour("line"), width: 1 },
        font: "12px system-ui",
      },
    });
    if (!drawn) return;
    const chart = new uPlot({ width: element.clientWidth, height, ...drawn.options }, drawn.data, element);
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [plot, height, scheme]);
  return <div ref={box} className="uplot-box" role="img" aria-label={label} />;
}

/** A dashed line across the chart, `width` CSS pixels thick, with what it stands for. */
export function drawLevel(chart: uPlot, value: number, colour: string, width: number, text = ""): void {
  const { ctx, bbox } = chart;
  const y = chart.valToPos(value, "y", true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.setLineDash([6, 5]);
  ctx.lineWidth = width * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `${11 * devicePixelRatio}px system-ui`;
  ctx.textAlign = "left";
  ctx.fillText(text, bbox.left + 6 * devicePixelRatio, y - 6 * devicePixelRatio);
  ctx.restore();
}
