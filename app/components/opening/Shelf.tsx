import { useEffect } from 'react';
import { Button, ToggleButtonGroup } from 'react-aria-components';
import { store, useApp } from '../../store';
import { settingAfter } from '../../store/stranger';
import { useLazyStrings } from '../../strings/lazy';
import { FilmChoice } from './FilmChoice';
import { liked, pick, unpick } from './shelf-picks';
import { useShelf } from './useShelf';

/** So many films are a taste. */
const ENOUGH = 3;

interface ShelfProps {
  onComplete: (isComplete: boolean) => void;
  onLeave: () => void;
}

/** Twelve films to pick one's own from: each goes to the workbench at once. */
export function Shelf({ onComplete, onLeave }: ShelfProps) {
  const { story: t } = useLazyStrings();
  const shelf = useShelf();
  const itemOfId = useApp((s) => s.catalogue?.itemOfId);
  const setting = useApp((s) => s.setting);
  const support = useApp((s) => s.support);
  const ownSupport = useApp((s) => s.ownSupport);
  const incoming = useApp((s) => s.incoming);
  const leavesForGenre = useApp((s) => s.setting === 'user' && settingAfter(s) === 'scenario');
  useEffect(() => store.getState().putBackOwn(), []);

  const loved = liked({ setting, support, ownSupport, incoming });
  const films = typeof shelf === 'object' ? shelf.films : [];
  const chosen = new Set(
    films.flatMap(({ id }) => (loved.has(itemOfId?.get(id) ?? -1) ? [id] : [])),
  );
  useEffect(() => onComplete(chosen.size >= ENOUGH), [onComplete, chosen.size]);

  const toggle = (keys: ReadonlySet<number>) => {
    for (const id of keys) if (!chosen.has(id)) pick(itemOfId!.get(id)!);
    for (const id of chosen) if (!keys.has(id)) unpick(itemOfId!.get(id)!);
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
        {films.map((film) => (
          <FilmChoice key={film.id} {...film} isDisabled={!itemOfId?.has(film.id)} />
        ))}
      </ToggleButtonGroup>
      <div className="guess-go">
        <Button className={chosen.size >= ENOUGH ? 'button primary' : 'button'} onPress={onLeave}>
          {leavesForGenre ? t.goOnGenre : t.goOn}
        </Button>
        <span>{t.shelfNote(shelf.known)}</span>
      </div>
    </div>
  );
}
