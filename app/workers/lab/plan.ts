/** What the lab's worker measures for a job: what `npm run record` measured, so that both stand in one table. */
import type { EvaluationPlan } from '../../../src/model/evaluation/evaluate';
import { RECORDED_USERS } from '../../../src/model/evaluation/ranking';
import type { LabJob } from '../../protocol/lab';

export const planOf = (job: LabJob): EvaluationPlan => ({
  ...job,
  wrongSupport: false,
  users: RECORDED_USERS,
});
