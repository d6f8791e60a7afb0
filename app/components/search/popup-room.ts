/** Where a list that opens from a field finds room: below it, or above where there is more. */
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Room {
  side: 'below' | 'above';
  /** Pixels between the field and the edge of what can be seen. */
  height: number;
}

/** With less than this below the field, the list looks for more above it. */
const ENOUGH = 320;
/** Between list and field, and between list and the edge of the window. */
const GAP = 12;

/** @param visible top and bottom of what can be seen (less than the window under a phone's keyboard) */
export function roomBeside(
  field: { top: number; bottom: number },
  visible: { top: number; bottom: number },
): Room {
  const below = visible.bottom - field.bottom - GAP;
  const above = field.top - visible.top - GAP;
  return below >= ENOUGH || below >= above
    ? { side: 'below', height: below }
    : { side: 'above', height: above };
}

/** The room beside `field` while `open`, followed as window and keyboard change. */
export function usePopupRoom(field: RefObject<HTMLElement | null>, open: boolean): Room {
  const [room, setRoom] = useState<Room>({ side: 'below', height: ENOUGH });
  useLayoutEffect(() => {
    if (!open) return;
    const measure = () => {
      const { offsetTop: top = 0, height = innerHeight } = visualViewport ?? {};
      const next = roomBeside(field.current!.getBoundingClientRect(), {
        top,
        bottom: top + height,
      });
      setRoom((room) => (room.side === next.side && room.height === next.height ? room : next));
    };
    measure();
    const targets = [window, ...(visualViewport ? [visualViewport] : [])];
    for (const target of targets) target.addEventListener('resize', measure);
    return () => targets.forEach((target) => target.removeEventListener('resize', measure));
  }, [field, open]);
  return room;
}
