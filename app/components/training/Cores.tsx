import { Switch } from 'react-aria-components';
import { trainersHere } from '../../client/cores';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { useSeen } from '../common/visibility';

/** Whether several cores share a training step, where there are cores to spare; and how many do. */
export function Cores() {
  const t = useLazyStrings().training;
  const trainCores = useApp((s) => s.trainCores);
  const setTrainCores = useApp((s) => s.setTrainCores);
  const atWork = useSeen((s) => s.progress?.workers ?? 1);
  const cores = trainersHere();
  if (cores === 1) return null;
  return (
    <Switch
      className="training-switch"
      isSelected={trainCores}
      onChange={setTrainCores}
      data-at-work={atWork}
    >
      <span className="training-switch-track" aria-hidden />
      {t.cores(cores)}
      <span className="training-switch-help">
        {atWork > 1 ? t.coresAtWork(atWork) : trainCores ? t.coresOn : t.coresOff}
      </span>
    </Switch>
  );
}
