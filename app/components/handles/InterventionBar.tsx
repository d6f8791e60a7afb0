import { RotateCcw } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { overrideCount } from '../../store/interventions';
import { useStrings } from '../../strings';
import { Interpolate } from '../common/Interpolate';
import './handles.css';

/** What the visitor overrides in the model, and the one button that undoes all of it: always in sight. */
export function InterventionBar() {
  const t = useStrings().handles;
  const interventions = useApp((s) => s.interventions);
  const intervene = useApp((s) => s.intervene);
  const swapped = useApp(
    (s) => s.contextFrom && (s.catalogue?.scenarioOfId.get(s.contextFrom)?.name ?? s.contextFrom),
  );
  if (interventions === null) return null;
  const count = overrideCount(interventions);
  const layers = (interventions.layers ?? []).map((layer) => layer + 1);
  return (
    <div className="intervention-bar" role="status">
      <span>
        {count > 0 && (
          <Interpolate text={t.overrides(count)} values={{ n: <b className="num">{count}</b> }} />
        )}
        {layers.length > 0 && ` ${t.unmodulated(layers)}`}
        {swapped && ` ${t.contextOf(swapped)}`}
      </span>
      <Button className="button small-button" onPress={() => intervene(null)}>
        <RotateCcw size={13} aria-hidden /> {t.reset}
      </Button>
    </div>
  );
}
