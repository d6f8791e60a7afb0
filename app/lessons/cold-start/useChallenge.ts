import { useRecordedFile } from '../../components/common/useRecordedFile';
import { ChallengeSchema, type Challenge } from './challenge-format';

export type LoadedChallenge = Challenge | 'loading' | 'missing';

/** The recorded people of the challenge; `missing` where the file cannot be read. */
export const useChallenge = (): LoadedChallenge =>
  useRecordedFile('challenge.json', ChallengeSchema);
