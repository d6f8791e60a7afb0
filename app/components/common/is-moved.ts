let at = '';
let moved = false;

// Before any listener of the page's own; tests may run without a window.
if (typeof window !== 'undefined') {
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const now = `${clientX} ${clientY}`;
      moved = now !== at;
      at = now;
    },
    true,
  );
}

/**
 * Whether the last `pointermove` was the visitor's: for what moves under a pointer that rests browsers
 * send events too, and nothing is shown for those.
 */
export const isMoved = (): boolean => moved;
