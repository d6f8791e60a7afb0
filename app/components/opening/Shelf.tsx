import { useEffect, useState } from 'react';
import { Button, ToggleButtonGroup } from 'react-aria-components';
import { store, useApp } from '../../store';
import { put, remove, replace } from '../../store/support-edits';
import { useLazyStrings } from '../../strings/lazy';
import { FilmChoice } from './FilmChoice';
import { useShelf } from './useShelf';

/** So many films are a taste. */
const ENOUGH = 3;

/** Twelve films to pick one's own from: each goes to the workbench at once. */
export function Shelf({ onComplete }: { onComplete: (isComplete: boolean) => void }) {
  const { story: t } = useLazyStrings();
  const shelf = useShelf();
  const itemOfId = useApp((s) => s.catalogue?.itemOfId);
  const items = useApp((s) => s.support.genre.items);
  // What was there before goes with the first film that is picked, and not earlier.
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => store.getState().setSetting('genre'), []);

  const liked = new Set(items.filter(({ label }) => label === 1).map(({ item }) => item));
  const chosen = new Set([...picked].filter((id) => liked.has(itemOfId?.get(id) ?? -1)));
  useEffect(() => onComplete(chosen.size >= ENOUGH), [onComplete, chosen.size]);

  const toggle = (keys: ReadonlySet<number>) => {
    const { editSupport } = store.getState();
    for (const id of keys) {
      const item = itemOfId?.get(id);
      if (item === undefined || chosen.has(id)) continue;
      editSupport(picked.size === 0 ? replace([{ item, label: 1 }]) : put(item, 1));
    }
    for (const id of chosen) if (!keys.has(id)) editSupport(remove(itemOfId!.get(id)!));
    setPicked(new Set([...picked, ...keys]));
  };
  if (shelf === 'loading') return null;
  if (shelf === 'missing') return <p>{t.missing}</p>;
  return (
    <div className="shelf">
      <ToggleButtonGroup
        className="film-strip"
        aria-label={t.shelf}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => toggle(new Set([...keys].map(Number)))}
      >
        {shelf.films.map((film) => (
          <FilmChoice key={film.id} {...film} isDisabled={!itemOfId?.has(film.id)} />
        ))}
      </ToggleButtonGroup>
      <div className="guess-go">
        <Button
          className={chosen.size >= ENOUGH ? 'button primary' : 'button'}
          onPress={() => store.getState().leaveOpening()}
        >
          {t.goOn}
        </Button>
        <span>{t.shelfNote(shelf.known)}</span>
      </div>
    </div>
  );
}
