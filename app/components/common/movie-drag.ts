/** Movies that travel by drag: rows give them, trays take them. */
import { useMemo, type PointerEvent } from 'react';
import { useDrag, type DropEvent, type DragItem, type DragPreviewRenderer } from 'react-aria';
import { dragPicture } from './drag-picture';
import { setDragging } from './dragging';

const TYPE = 'application/x-cmml-movie';

/** Controls that are dragged themselves: pressed there, a row must stay where it is. */
const DRAGGED_ITSELF = 'input, select, textarea, [role="slider"]';

/**
 * While such a control is pressed its row is no draggable one. Engines differ: Firefox drags the row
 * away from under the control, and by the time of `dragstart` the control has let go.
 */
function holdRow({ target, currentTarget }: PointerEvent<HTMLElement>): void {
  if (!(target instanceof Element) || !target.closest(DRAGGED_ITSELF)) return;
  const row = currentTarget;
  row.draggable = false;
  const release = (): void => {
    row.draggable = true;
    removeEventListener('pointerup', release, true);
    removeEventListener('pointercancel', release, true);
  };
  addEventListener('pointerup', release, true);
  addEventListener('pointercancel', release, true);
}

/** What the browser shows beside the pointer. */
const previewOf =
  (item: number, title: string): DragPreviewRenderer =>
  (_, show) => {
    const row = document.querySelector(`[data-movie='${item}']:has(.film-card)`);
    const picture = dragPicture(row, title);
    picture.classList.add('off-screen');
    document.body.append(picture);
    show(picture);
    // By then the browser has its picture of it.
    setTimeout(() => picture.remove());
  };

export function useMovieDrag(item: number, title: string) {
  const preview = useMemo(() => ({ current: previewOf(item, title) }), [item, title]);
  const { dragProps, isDragging } = useDrag({
    preview,
    // Keyboards have a button in each row for the same thing.
    hasDragButton: true,
    getItems: (): DragItem[] => [{ [TYPE]: String(item), 'text/plain': title }],
    onDragStart: () => setDragging(true),
    onDragEnd: () => setDragging(false),
  });
  // A finger drags by `touch-drag.ts`, which finds the movie here.
  const props = {
    ...dragProps,
    onPointerDownCapture: holdRow,
    'data-movie': item,
    'data-movie-title': title,
  };
  return { dragProps: props, isDragging };
}

/** Movies of a drop; anything else that was dropped is left alone. */
export async function droppedMovies(event: DropEvent): Promise<number[]> {
  const texts = event.items.flatMap((entry) =>
    entry.kind === 'text' && entry.types.has(TYPE) ? [entry.getText(TYPE)] : [],
  );
  return (await Promise.all(texts)).map(Number).filter(Number.isInteger);
}

export const takesMovies = (types: { has(type: string): boolean }) =>
  types.has(TYPE) ? ('copy' as const) : ('cancel' as const);
