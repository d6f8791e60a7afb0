import { useEffect, useEffectEvent, useState } from 'react';

/** Time for every panel to follow before the next checkpoint is shown. */
const BEAT_MS = 600;
/** A long history is shown in so many pictures. */
const MAX_BEATS = 32;

/**
 * Plays a history of `count` pictures from its beginning, or from `at` when that is not its end.
 * @returns whether it plays, and the switch; it stops by itself at the end.
 */
export function usePlayback(count: number, at: number, show: (next: number) => void) {
  const [plays, setPlays] = useState(false);
  const last = count - 1;
  const stride = Math.ceil(count / MAX_BEATS);
  const beat = useEffectEvent(() => {
    const next = Math.min(last, at + stride);
    show(next);
    if (next === last) setPlays(false);
  });
  useEffect(() => {
    if (!plays) return;
    const timer = setInterval(beat, BEAT_MS);
    return () => clearInterval(timer);
  }, [plays]);
  const toggle = () => {
    if (!plays && at >= last) show(0);
    setPlays(!plays);
  };
  return { plays, toggle, stop: () => setPlays(false) };
}
