import { RotateCcw } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { heldCount } from '../../store/interventions';
import { useStrings } from '../../strings';
import { Interpolate } from '../common/Interpolate';
import './handles.css';

/** What the visitor holds fixed in the model, and the one button that lets go of it: always in sight. */
export function HeldBar() {
  const t = useStrings().handles;
  const held = useApp((s) => s.interventions);
  const intervene = useApp((s) => s.intervene);
  const swapped = useApp(
    (s) => s.contextFrom && (s.catalogue?.scenarioOfId.get(s.contextFrom)?.name ?? s.contextFrom),
  );
  const count = heldCount(held);
  if (count === 0) return null;
  return (
    <div className="held-bar" role="status">
      <span>
        <Interpolate text={t.held(count)} values={{ n: <b className="num">{count}</b> }} />
        {swapped && ` ${t.contextOf(swapped)}`}
      </span>
      <Button className="button small-button" onPress={() => intervene(null)}>
        <RotateCcw size={13} aria-hidden /> {t.reset}
      </Button>
    </div>
  );
}
