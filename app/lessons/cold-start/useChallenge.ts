import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { ChallengeSchema, type Challenge } from './challenge-format';

export type LoadedChallenge = Challenge | 'loading' | 'missing';

/** The recorded people of the challenge; `missing` where the file cannot be read. */
export function useChallenge(): LoadedChallenge {
  const [challenge, setChallenge] = useState<LoadedChallenge>('loading');
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<LoadedChallenge> => {
      const response = await fetch(new URL('recorded/challenge.json', document.baseURI));
      if (!response.ok) return 'missing';
      const parsed = v.safeParse(ChallengeSchema, await response.json());
      return parsed.success ? parsed.output : 'missing';
    };
    load()
      .catch((): LoadedChallenge => 'missing')
      .then((loaded) => !gone && setChallenge(loaded));
    return () => {
      gone = true;
    };
  }, []);
  return challenge;
}
