import { Search } from 'lucide-react';
import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { onDragEnd } from '../common/dragging';
import { useMedia } from '../common/media';
import { useAddMovie } from '../common/useAddMovie';
import { indexTitles, findTitles } from './match';
import type { SearchHelpProps } from './SearchHelp';
import { MOST, SearchResults } from './SearchResults';
import { usePopupRoom } from './popup-room';
import './movie-search.css';
import { useFound } from './useFound';

const SearchHelp = lazy<ComponentType<SearchHelpProps>>(() =>
  // Without it the list is as good.
  import('./SearchHelp').catch(() => ({ default: () => null })),
);

/** What the line above near titles takes. */
const NONE = 52;

/** A field that finds any movie of the catalogue and adds it to the support set. */
export function MovieSearch() {
  const t = useStrings().search;
  const catalogue = useApp((s) => s.catalogue);
  const setting = useApp((s) => s.setting);
  const add = useAddMovie();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  // Built at the first letter, not at the start: nobody waits for it.
  const wanted = useDeferredValue(typed);
  const searching = wanted.trim() !== '';
  const { items: found, matching, index } = useFound(catalogue, searching ? wanted : null);
  const byFinger = useMedia('(pointer: coarse)');
  const chosen = Math.min(active, found.length - 1);

  /** What Enter means: on a busy machine the list may still be that of the letters before. */
  const meant = (): number | undefined => {
    if (wanted === typed) return found[chosen];
    if (!catalogue || typed.trim() === '') return undefined;
    const { title, year } = catalogue.movies;
    return findTitles(index ?? indexTitles(title, year), typed)[0];
  };
  const close = () => setOpen(false);
  const choose = (item: number, liked: boolean) => {
    add(item, liked);
    setTyped('');
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's own keys: its Enter ends a word, and chooses no movie.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && (open || typed)) {
      event.stopPropagation();
      setOpen(false);
      setTyped('');
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length) setActive((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter' && open) {
      const item = meant();
      if (item === undefined) return;
      event.preventDefault();
      choose(item, !event.shiftKey);
    }
  };

  const expanded = open && searching;
  usePressOutside(box, expanded, close);
  // A movie that was dragged out of the list is in its tray now.
  useEffect(() => onDragEnd(() => setOpen(false)), []);
  const room = usePopupRoom(box, expanded);
  const help = (
    <Suspense fallback={null}>
      <SearchHelp
        query={wanted}
        matching={matching}
        near={found.length - matching}
        onDone={() => {
          setTyped('');
          close();
        }}
      />
    </Suspense>
  );
  return (
    <div
      className="movie-search"
      ref={box}
      // A press on a row takes the focus from the field and gives it to nobody: the list must stay,
      // or it would be gone before the click. Only a focus that has gone elsewhere closes it.
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) close();
      }}
    >
      <Search size={14} aria-hidden />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t.label}
        aria-expanded={expanded}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={expanded && found.length ? `${listId}-${found[chosen]}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {expanded && (
        <div className="search-popup" data-side={room.side}>
          {!catalogue ? (
            <p className="search-none">{t.loading}</p>
          ) : (
            <>
              {matching === 0 && (
                <p className="search-none" role="status">
                  {t.none(wanted.trim())}
                  {help}
                </p>
              )}
              {found.length > 0 && (
                <>
                  <SearchResults
                    id={listId}
                    found={found}
                    active={chosen}
                    room={room.height - (matching === 0 ? NONE : 0)}
                    onChoose={(item, liked, byFinger) => {
                      choose(item, liked);
                      // A finger would only be shown the keyboard again.
                      if (!byFinger) field.current?.focus();
                    }}
                  />
                  <p className="search-foot">
                    {matching > 0 && (
                      <>
                        <span role="status">
                          {t.found(matching, found.length > MOST)}
                          {matching < found.length && help}
                        </span>
                        {' · '}
                      </>
                    )}
                    {(byFinger ? t.touchHint : t.hint)[setting]}
                  </p>
                </>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** A press anywhere else, which need not take the focus along, closes what is open. */
function usePressOutside(
  box: RefObject<HTMLElement | null>,
  watching: boolean,
  onPress: () => void,
): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    if (!watching) return;
    const onDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) press();
    };
    addEventListener('pointerdown', onDown, true);
    return () => removeEventListener('pointerdown', onDown, true);
  }, [box, watching]);
}
