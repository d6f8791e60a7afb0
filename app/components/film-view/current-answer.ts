import type { Answer } from '../../store/adaptation';
import type { AppState } from '../../store/state';

/** The answer whose units can be asked about: of the present support set, model and interventions. */
export function currentAnswer({
  answer,
  setting,
  waiting,
  interventions,
  model,
}: AppState): Answer | null {
  if (!answer || !model || waiting || answer.source !== 'live' || !answer.adaptation.complete) {
    return null;
  }
  return answer.setting === setting && answer.interventions === interventions ? answer : null;
}
