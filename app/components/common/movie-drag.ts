/** Movies that travel by drag: rows give them, trays take them. */
import { useDrag, type DropEvent, type DragItem } from 'react-aria';

const TYPE = 'application/x-cmml-movie';

/** Set on the root element while a movie is dragged, so that trays can show themselves. */
const setDragging = (on: boolean) => document.documentElement.toggleAttribute('data-dragging', on);

export function useMovieDrag(item: number, title: string) {
  const { dragProps, isDragging } = useDrag({
    // Keyboards have a button in each row for the same thing.
    hasDragButton: true,
    getItems: (): DragItem[] => [{ [TYPE]: String(item), 'text/plain': title }],
    onDragStart: () => setDragging(true),
    onDragEnd: () => setDragging(false),
  });
  // A finger drags by `touch-drag.ts`, which finds the movie here.
  const props = { ...dragProps, 'data-movie': item, 'data-movie-title': title };
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
