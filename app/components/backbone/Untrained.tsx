import { Button } from 'react-aria-components';
import { engine } from '../../engine';
import { currentData } from '../../engine/current-data';
import { isOwn } from '../../storage/names';
import { useApp } from '../../store';
import type { AppState } from '../../store/state';
import { DEFAULT_VARIANT } from '../../store/model';
import { useLazyStrings } from '../../strings/lazy';

const isDefault = ({ setting, variants }: AppState): boolean =>
  JSON.stringify(variants[setting]) === JSON.stringify(DEFAULT_VARIANT[setting]);

/** Says that what is drawn below is chance, and what makes it more. */
export function Untrained() {
  const t = useLazyStrings().training;
  const shipped = useApp((s) => s.shipped !== null);
  const other = useApp((s) => (isDefault(s) ? null : DEFAULT_VARIANT[s.setting]));
  const choose = useApp((s) => s.chooseVariant);
  const setView = useApp((s) => s.setView);
  const trained = () => {
    if (shipped) void engine.loadShipped();
    else if (other) {
      choose(other);
      setView('film');
    }
  };
  return (
    <div className="untrained" role="note">
      <p>{t.learnedNothing}</p>
      <Button
        className="button small-button"
        onPress={() => void engine.training().then((run) => run.train('play'))}
      >
        {t.trainIt}
      </Button>
      {/* Of a person's own data no variant comes trained. */}
      {(shipped || (other && !isOwn(currentData()))) && (
        <Button className="button small-button" onPress={trained}>
          {shipped ? t.loadShipped : t.useTrained}
        </Button>
      )}
    </div>
  );
}
