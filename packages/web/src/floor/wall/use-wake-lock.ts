import { useEffect, useState } from "react";

/**
 * Keeps the screen awake while the page is seen. False where the browser can't (Wake Lock API: only over HTTPS or on this
 * machine) or the system refuses, e.g. for a weak battery.
 */
export function useWakeLock(): boolean {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (isOver) return void given.release();
        lock = given;
        setAwake(true);
        given.addEventListener("release", () => setAwake(false));
      } catch {
        setAwake(false);
      }
    };
    void ask();
    // The system takes it away while another tab is looked at.
    document.addEventListener("visibilitychange", ask);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, []);
  return isAwake;
}
