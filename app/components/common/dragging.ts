/** Whether a movie is on its way, by mouse or by finger: said on the root element, for styles. */

const END = 'movie-drag-end';

export function setDragging(on: boolean): void {
  const changed = document.documentElement.hasAttribute('data-dragging') !== on;
  document.documentElement.toggleAttribute('data-dragging', on);
  if (changed && !on) dispatchEvent(new Event(END));
}

/** Calls `heard` whenever a movie was let go, wherever that was. @returns what ends it */
export function onDragEnd(heard: () => void): () => void {
  addEventListener(END, heard);
  return () => removeEventListener(END, heard);
}
