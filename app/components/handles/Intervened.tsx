import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Explained } from '../common/Explained';
import './handles.css';

/** Badge of a panel that shows a model with interventions. */
export function Intervened({ what = 'anything' }: { what?: 'anything' | 'context' }) {
  const t = useStrings().handles;
  const on = useApp(({ answer, setting }) => {
    if (answer?.setting !== setting || !answer.adaptation.intervened) return false;
    return what === 'anything' || answer.interventions?.context !== undefined;
  });
  if (!on) return null;
  return (
    <Explained className="intervened-badge" help={t.badgeHelp}>
      {t.badge}
    </Explained>
  );
}
