import { type ReactNode, useEffect, useRef, useState } from "react";

/** How far below the window something is made ready, in pixels. */
const ahead = "800px";

/** Draws its content when it comes near the window, and keeps it: a hall of 10,000 bins is not drawn at once. */
export function WhenNear({
  height,
  children,
}: {
  /** Until then, in pixels. */ height: number;
  children: ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !element.current) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: ahead },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isNear]);
  return isNear ? children : <div ref={element} style={{ minHeight: height }} />;
}
