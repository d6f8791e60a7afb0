import { Button } from 'react-aria-components';
import type { UnitModulation } from '../../../src/kinds';
import type { UnitEffects } from '../../protocol/unit-effects';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { useUnitEffects } from './useUnitEffects';

/** Units that are named. */
const SHOWN = 6;

interface InfluentialProps {
  kind: UnitModulation;
  /** Opens a unit's cell, both counted from 0. */
  onChoose: (layer: number, unit: number) => void;
}

/** The units that the present ranking hangs on: worked out when asked for, gone with the next answer. */
export function Influential({ kind, onChoose }: InfluentialProps) {
  const t = useLazyStrings().film.influence;
  const { asking, canAsk, ask } = useUnitEffects();
  const isAsking = asking.state === 'asking';
  return (
    <section className="film-influence" aria-label={t.title}>
      <Button className="button small-button" isDisabled={!canAsk || isAsking} onPress={ask}>
        {t.title}
      </Button>
      <div role="status">
        {asking.state === 'ready' ? (
          <Effects effects={asking.effects} kind={kind} onChoose={onChoose} />
        ) : (
          asking.state !== 'none' && <p>{t[asking.state]}</p>
        )}
      </div>
    </section>
  );
}

function Effects({ effects, kind, onChoose }: InfluentialProps & { effects: UnitEffects }) {
  const t = useLazyStrings().film.influence;
  const language = useLanguage();
  const { layer, unit, replaced, first } = effects;
  const films = effects.candidates.toLocaleString(language);
  const moving = replaced.filter((count) => count > 0).length;
  return (
    <>
      <p>
        {t.how[kind]} {t.moving(moving, layer.length, first, films)}
      </p>
      <ol>
        {[...replaced.subarray(0, Math.min(SHOWN, moving))].map((count, k) => (
          <li key={`${layer[k]} ${unit[k]}`}>
            <Button className="film-unit" onPress={() => onChoose(layer[k], unit[k])}>
              {t.unit(layer[k] + 1, unit[k] + 1, count, first)}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}
