import { engine } from '../../engine';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { genreCalled } from './genre-called';

export interface SearchHelpProps {
  query: string;
  /** Titles that match, and those that are only near. */
  matching: number;
  near: number;
  /** Something was done with it: the list may close. */
  onDone: () => void;
}

/** Behind a search that found nothing, or hardly anything: what else there is. */
export default function SearchHelp({ query, matching, near, onDone }: SearchHelpProps) {
  const t = useLazyStrings().searchHelp;
  const { also } = useStrings().pickers;
  const setting = useApp((s) => s.setting);
  const scenarios = useApp((s) => s.catalogue?.scenarios);
  const genre = genreCalled(query, scenarios ?? [], also);
  return (
    <>
      {genre && (
        <>
          {' '}
          {t.genre[setting]}{' '}
          {setting === 'scenario' && (
            <button
              type="button"
              className="button"
              onClick={() => {
                void engine.pickGenre(genre.id);
                onDone();
              }}
            >
              {genre.name}
            </button>
          )}
        </>
      )}{' '}
      {near > 0
        ? matching > 0
          ? t.andNear(near)
          : t.near
        : !genre && matching === 0 && t.tryOther}
    </>
  );
}
