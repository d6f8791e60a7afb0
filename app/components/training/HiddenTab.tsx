import { Switch } from 'react-aria-components';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';

/** Whether training goes on while another tab is in front; what was chosen is remembered. */
export function HiddenTab() {
  const t = useLazyStrings().training;
  const trainHidden = useApp((s) => s.trainHidden);
  const setTrainHidden = useApp((s) => s.setTrainHidden);
  return (
    <Switch className="training-switch" isSelected={trainHidden} onChange={setTrainHidden}>
      <span className="training-switch-track" aria-hidden />
      {t.hiddenTab}
      <span className="training-switch-help">{trainHidden ? t.hiddenTabOn : t.hiddenTabOff}</span>
    </Switch>
  );
}
